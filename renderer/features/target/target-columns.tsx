import type { Period } from "../../../core/base/period.ts";
import type { PaceState } from "../../../core/target/measures.ts";
import { openingAt } from "../../../core/target/opening.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import type { TargetFigure } from "../../../core/target/standing.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import type { TreeCell } from "../../../core/target/target-tree.ts";
import type { Words } from "../../../core/words/words.ts";
import { Figure } from "../../ui/figure.tsx";
import type { GridColumn } from "../../ui/grid.tsx";
import { findingText, subjectName } from "./finding-text.ts";
import { decimalsFor, exactNumber, shownNumber, shownPercent } from "./shown-numbers.ts";
import type { TableRow, TargetTable } from "./use-target-table.ts";

/** The column key of a period's targets, and back. */
export const periodColumn = (index: number) => `target:${index}`;
export const periodOfColumn = (key: string) => Number(key.slice("target:".length));
export const OPENING_COLUMN = "opening";

/** The columns of the target table: who, the periods' targets, then how the chosen period stands. */
export function targetColumns(table: TargetTable, words: Words): readonly GridColumn<TableRow>[] {
  const hasPace = table.tree.sums;
  return [
    subjectColumn(table, words),
    ...table.shownPeriods.map((index) => targetColumn(table, words, index)),
    ...(table.showsOpening ? [openingColumn(table, words)] : []),
    amountColumn({ table, words }, "actual", (row) => row.actual),
    ...attainmentColumns(table, words),
    ...(hasPace
      ? [
          amountColumn({ table, words }, "due", (row) => row.standing?.dueByNow),
          paceColumn(words),
          amountColumn({ table, words }, "required", (row) => row.standing?.requiredPerDay),
        ]
      : []),
  ];
}

function subjectColumn(table: TargetTable, words: Words): GridColumn<TableRow> {
  return {
    key: "subject",
    title: words.text("target.column.subject"),
    width: isNarrow(table) ? 168 : 216,
    text: (row) => subjectName(row.row, words),
    render: (row) => {
      const stay = row.row && stayOf(table, row, words);
      return (
        <>
          {subjectName(row.row, words)}
          {stay && <span className="target-stay"> {stay}</span>}
        </>
      );
    },
  };
}

/** For a member who was here in some of the months only: from when, until when. */
function stayOf(table: TargetTable, row: TableRow, words: Words): string | null {
  const months = row.row?.seat?.months;
  if (!months) return null;
  const shown = table.tree.periods.map((period, index) => ({ period, index })).slice(5);
  const inside = shown.filter(
    ({ period }) => period.start >= table.period.start && period.end <= table.period.end,
  );
  const first = inside.findIndex(({ index }) => months[index - 5]);
  const last = inside.findLastIndex(({ index }) => months[index - 5]);
  if (first > 0)
    return words.text("target.member.from", { period: words.period(inside[first]!.period.id, "short") });
  if (last >= 0 && last < inside.length - 1) {
    return words.text("target.member.until", { period: words.period(inside[last]!.period.id, "short") });
  }
  return null;
}

function targetColumn(table: TargetTable, words: Words, index: number): GridColumn<TableRow> {
  const findingByRow = new Map<number, SumFinding>();
  for (const finding of table.findings) {
    if (finding.period === index && !findingByRow.has(finding.row)) findingByRow.set(finding.row, finding);
  }
  const cellOf = (row: TableRow): TreeCell | null =>
    row.row ? table.tree.cells[row.row.index]![index]! : null;
  const decimals = decimalsFor(
    table.shownPeriods.flatMap((shown) => table.tree.cells.map((cells) => cells[shown]!.value)),
    table.shape,
  );
  const longest = Math.max(
    ...table.tree.cells.map(
      (cells) => shownNumber(words, cells[index]!.value, { shape: table.shape, decimals }).length,
    ),
  );
  return {
    key: periodColumn(index),
    title: periodTitle(table.tree.periods[index]!, words),
    width: Math.max(index === table.at ? 88 : table.shownPeriods.length > 4 ? 70 : 74, widthFor(longest)),
    align: "end",
    text: (row) => shownNumber(words, cellOf(row)?.value ?? null, { shape: table.shape, decimals }),
    render: (row) => {
      const cell = cellOf(row);
      const text = shownNumber(words, cell?.value ?? null, { shape: table.shape, decimals });
      if (!cell || cell.kind === "own" || text === "") return text;
      const why = words.text(`target.cell.${cell.kind}`);
      return (
        <span className="target-derived" title={why}>
          {text}
          <span className="unseen"> {why}</span>
        </span>
      );
    },
    editText: (row) => {
      const cell = cellOf(row);
      if (!cell || cell.kind === "absent" || (cell.kind === "part" && table.tree.sums)) return null;
      return cell.kind === "own" || cell.kind === "part" ? textOf(cell, table) : "";
    },
    exportValue: (row) => exported(cellOf(row)?.value ?? null, table),
    note: (row) => {
      const finding = row.row ? findingByRow.get(row.row.index) : undefined;
      if (!finding) return undefined;
      if (!finding.accepted)
        return words.text("target.cell.menu", { finding: findingText(table, finding, words) });
      return words.text("target.cell.left", {
        difference: exactNumber(words, finding.difference, table.shape),
      });
    },
  };
}

function textOf(cell: TreeCell, table: TargetTable): string {
  return cell.value === null ? "" : printTargetText(cell.value, table.shape);
}

function openingColumn(table: TargetTable, words: Words): GridColumn<TableRow> {
  const opening = (row: TableRow) => (row.row ? openingAt(table.tree, row.row.index, table.at) : null);
  return {
    key: OPENING_COLUMN,
    title: words.text("target.column.opening"),
    width: 104,
    align: "end",
    text: (row) => shownNumber(words, opening(row), { shape: table.shape, decimals: resultDecimals(table) }),
    editText: (row) => {
      const cell = row.row && table.tree.cells[row.row.index]![table.at]!;
      if (!cell || cell.kind !== "own") return null;
      const value = opening(row);
      return value === null ? "" : printTargetText(value, table.shape);
    },
    exportValue: (row) => exported(opening(row), table),
  };
}

function amountColumn(
  { table, words }: { readonly table: TargetTable; readonly words: Words },
  name: "actual" | "due" | "required",
  figureOf: (row: TableRow) => TargetFigure | undefined,
): GridColumn<TableRow> {
  const decimals = resultDecimals(table) + (name === "required" && table.shape.unit === "money" ? 1 : 0);
  const text = (figure: TargetFigure | undefined) =>
    figure
      ? shownNumber(words, figure.quantity.value, { shape: table.shape, decimals }) || words.text("base.none")
      : "";
  return {
    key: name,
    title: words.text(`target.column.${name}`),
    width: isNarrow(table)
      ? { actual: 80, due: 80, required: 88 }[name]
      : { actual: 88, due: 88, required: 96 }[name],
    align: "end",
    text: (row) => text(figureOf(row)),
    render: (row) => {
      const figure = figureOf(row);
      return figure && <FigureCell figure={figure} text={text(figure)} words={words} />;
    },
    exportValue: (row) => exported(figureOf(row)?.quantity.value ?? null, table),
  };
}

/** Where columns are many the names of subjects take less. */
function isNarrow(table: TargetTable): boolean {
  return table.shownPeriods.length > 4 || hasOriginal(table);
}

/** Original and present differ, so that both are shown. */
function hasOriginal(table: TargetTable): boolean {
  return table.rows.some((row) => row.locked !== null);
}

/** Room for so many bold digits. */
function widthFor(digits: number): number {
  return 20 + Math.ceil(digits * 9);
}

/** Attainment; where the targets changed after they were locked, against both. */
function attainmentColumns(table: TargetTable, words: Words): readonly GridColumn<TableRow>[] {
  if (!hasOriginal(table)) return [attainmentColumn(words, null, (row) => row.standing?.attainment)];
  return [
    attainmentColumn(words, "current", (row) => row.locked?.againstCurrent),
    attainmentColumn(words, "original", (row) => row.locked?.againstOriginal),
  ];
}

function attainmentColumn(
  words: Words,
  against: "current" | "original" | null,
  figureOf: (row: TableRow) => TargetFigure | undefined,
): GridColumn<TableRow> {
  return {
    key: against === "original" ? "attainment-original" : "attainment",
    title: words.text("target.column.attainment"),
    ...(against ? { subtitle: words.text(`target.column.against.${against}`) } : {}),
    width: 80,
    align: "end",
    text: (row) => (figureOf(row) ? shownPercent(words, figureOf(row)!.quantity.value) : ""),
    render: (row) => {
      const figure = figureOf(row);
      return (
        figure && (
          <FigureCell figure={figure} text={shownPercent(words, figure.quantity.value)} words={words} />
        )
      );
    },
    exportValue: (row) => figureOf(row)?.quantity.value ?? null,
  };
}

function paceColumn(words: Words): GridColumn<TableRow> {
  return {
    key: "pace",
    title: words.text("target.column.pace"),
    width: 148,
    align: "end",
    text: (row) => (row.standing ? shownPercent(words, row.standing.pace.quantity.value) : ""),
    render: (row) => {
      if (!row.standing) return null;
      const { pace, state, days } = row.standing;
      if (state === null) return <FigureCell figure={pace} words={words} />;
      const word = stateWord(words, state, days.left === 0);
      return (
        <span className={`target-pace tone-${state}`}>
          <span className="target-state" aria-hidden>
            {word}
          </span>
          <Figure
            quantity={pace.quantity}
            explain={() => pace.explain()}
            text={shownPercent(words, pace.quantity.value)}
            tone={state}
            toneLabel={word}
          />
        </span>
      );
    },
    exportValue: (row) => row.standing?.pace.quantity.value ?? null,
  };
}

/** Results carry one decimal in multiples of the unit, none in the unit itself; counts of due work one. */
function resultDecimals(table: TargetTable): number {
  return table.shape.shownPower > 0 || table.shape.unit !== "money" ? 1 : 0;
}

/** 领先、落后 …; when the period is over only whether the target was met. */
function stateWord(words: Words, state: PaceState, isOver: boolean): string {
  if (isOver) return words.text(state === "ahead" ? "target.state.met" : "target.state.missed");
  return words.text(`target.state.${state}`);
}

function FigureCell({ figure, text, words }: { figure: TargetFigure; text?: string; words: Words }) {
  const reason = figure.note && figure.quantity.value === null ? words.say(figure.note) : undefined;
  return (
    <Figure
      quantity={figure.quantity}
      explain={() => figure.explain()}
      {...(text === undefined ? {} : { text })}
      {...(reason === undefined ? {} : { reason })}
      {...(figure.quantity.value === null ? { tone: "muted" as const } : {})}
    />
  );
}

function periodTitle(period: Period, words: Words): string {
  if (period.kind === "year") return words.text("target.column.year");
  return words.period(period.id, "short");
}

/** In main units, as a real number. */
function exported(value: number | null, table: TargetTable): number | null {
  return value === null ? null : value / 10 ** table.shape.digits;
}
