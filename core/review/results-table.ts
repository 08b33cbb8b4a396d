import { subjectKey } from "../base/id.ts";
import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import { nameMessage } from "../team/name-key.ts";
import type { RowStanding, TargetFigure } from "../target/standing.ts";
import type { TargetTree, TreeRow } from "../target/target-tree.ts";
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../base/paper.ts";
import {
  lockedStandingAt,
  periodMessage,
  provisionalNotes,
  standingAt,
  subjectCell,
} from "./pack-sources.ts";
import type { PackBook } from "./pack-sources.ts";

/** The columns of every results table, amounts in the unit of the sales KPI; where the targets changed after they were locked,
 * attainment against what was agreed at first beside that against today's.
 * @example resultColumns("subject", { lock: null }).length // => 7
 * @example resultColumns("subject", { lock: {} }).map((one) => one.key).slice(3, 6) // => ["attainment", "original", "attainment-original"]
 */
export function resultColumns(first: string, { lock }: Pick<PackBook, "lock">): readonly PaperColumn[] {
  const column = (key: string, unit: PaperColumn["unit"], ratioOf?: PaperColumn["ratioOf"]): PaperColumn => ({
    key,
    title: message(`review.column.${key}`),
    unit,
    ...(ratioOf ? { ratioOf } : {}),
  });
  return [
    column(first, "text"),
    column("target", "money"),
    column("actual", "money"),
    column("attainment", "percent", ["actual", "target"]),
    ...(lock
      ? [column("original", "money"), column("attainment-original", "percent", ["actual", "original"])]
      : []),
    column("due", "money"),
    column("pace", "percent", ["actual", "due"]),
    column("required", "money"),
  ];
}

/** Results against target in the period: the team, its groups, their members, and what no member owns.
 * @example resultsTable(sampleBook(), sampleBook().tree).rows[0].emphasis // => "total"
 */
export function resultsTable(book: PackBook, tree: TargetTree): PaperTable {
  const period = tree.periods.findIndex((one) => one.id === book.period.id);
  const standings = tree.rows.map((row) => standingAt(book, tree, { row: row.index, period }));
  const shown = tree.rows.filter((row) => isWorthShowing(row, standings[row.index]!));
  const rows = shown.map((row) =>
    subjectRow(book, row, { shown, cells: placeCells(book, tree, { row: row.index, period }) }),
  );
  const unassigned = unassignedRow(book, tree);
  return {
    kind: "table",
    id: "results",
    title: message("review.table.results", { kpi: nameMessage(tree.kpi.name) }),
    columns: resultColumns("subject", book),
    rows: unassigned ? [...rows, unassigned] : rows,
    notes: [
      ...(standings[0]?.target.quantity.value === null
        ? [message("review.note.no-target", { kpi: nameMessage(tree.kpi.name) })]
        : []),
      ...(unassigned ? [message("review.note.unassigned")] : []),
      ...lockedNotes(book, tree, { row: 0, period }),
      ...provisionalNotes(book),
    ],
  };
}

/** A member's results by month and for the quarter.
 * @example monthsTable(sampleBook(), sampleBook().tree, sampleBook().tree.rows[0]).rows.map((row) => row.key) // => ["2026-07", "2026-08", "2026-09", "2026-Q3"]
 */
export function monthsTable(book: PackBook, tree: TargetTree, row: TreeRow): PaperTable {
  const periods = tree.periods
    .map((period, index) => ({ period, index }))
    .filter(({ period }) => period.start >= book.period.start && period.end <= book.period.end)
    .toSorted((a, b) =>
      a.period.kind === b.period.kind ? a.index - b.index : a.period.kind === "month" ? -1 : 1,
    );
  const whole = tree.periods.findIndex((one) => one.id === book.period.id);
  const months = periods.filter(({ period }) => period.kind === "month").map(({ period }) => period.id);
  return {
    kind: "table",
    id: `results-${subjectKey(row.subject)}`,
    title: message("review.table.months", { kpi: nameMessage(tree.kpi.name) }),
    columns: resultColumns("period", book),
    rows: periods.map(({ period, index }): PaperRow => {
      const isWhole = period.kind !== "month";
      return {
        key: period.id,
        depth: 0,
        emphasis: isWhole ? "total" : "none",
        ...(isWhole ? { sumOf: months } : {}),
        cells: [
          { message: periodMessage(period) },
          ...placeCells(book, tree, { row: row.index, period: index }),
        ],
      };
    }),
    notes: [...provisionalNotes(book), ...lockedNotes(book, tree, { row: row.index, period: whole })],
  };
}

/** The figures of a place of the tree in the order of `resultColumns`, after the name.
 * @example placeCells(sampleBook(), sampleBook().tree, { row: 0, period: 0 }).length // => 6
 */
export function placeCells(
  book: PackBook,
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
): readonly PaperCell[] {
  const standing = standingAt(book, tree, at);
  const locked = lockedStandingAt(book, tree, at);
  const tone = standing.state ?? undefined;
  return [
    figureCell(standing.target),
    figureCell(standing.actual),
    figureCell(locked?.againstCurrent ?? standing.attainment),
    ...(locked ? [figureCell(locked.originalTarget), figureCell(locked.againstOriginal)] : []),
    figureCell(standing.dueByNow),
    { ...figureCell(standing.pace), ...(tone ? { tone } : {}) },
    figureCell(standing.requiredPerDay),
  ];
}

/** What a reader must know of targets that changed after they were locked: when they were, and each version with its reason. */
function lockedNotes(
  book: PackBook,
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
): readonly Message[] {
  return lockedStandingAt(book, tree, at)?.againstOriginal.explain().notes ?? [];
}

function figureCell(figure: TargetFigure): Extract<PaperCell, { quantity: unknown }> {
  return { quantity: figure.quantity, explain: () => figure.explain() };
}

function subjectRow(
  book: PackBook,
  row: TreeRow,
  of: { readonly cells: readonly PaperCell[]; readonly shown: readonly TreeRow[] },
): PaperRow {
  const parts = of.shown.filter((one) => one.parent === row.index);
  return {
    key: row.key,
    depth: row.depth,
    emphasis: row.depth === 0 ? "total" : row.subject.kind === "group" ? "group" : "none",
    ...(parts.length > 0 ? { sumOf: parts.map((part) => part.key) } : {}),
    cells: [subjectCell(book, row.subject), ...of.cells],
  };
}

/** What owners that match no member have brought; `null` when that is nothing. */
function unassignedRow(book: PackBook, tree: TargetTree): PaperRow | null {
  const subject: Subject = { kind: "unassigned" };
  const value = kpiValue(book.context, tree.kpi.id, { subject, period: book.period });
  if (value.value.value === null || value.value.value === 0) return null;
  const none = (unit: "money" | "percent"): PaperCell => ({ quantity: { unit, value: null } });
  return {
    key: "unassigned",
    depth: 1,
    emphasis: "none",
    cells: [
      subjectCell(book, subject),
      none("money"),
      { quantity: value.value, explain: () => value.explain() },
      none("percent"),
      ...(book.lock ? [none("money"), none("percent")] : []),
      none("money"),
      none("percent"),
      none("money"),
    ],
  };
}

function isWorthShowing(row: TreeRow, standing: RowStanding): boolean {
  if (row.depth === 0) return true;
  return standing.target.quantity.value !== null || (standing.actual.quantity.value ?? 0) !== 0;
}
