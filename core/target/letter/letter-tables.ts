import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../../base/paper.ts";
import { effectiveSet } from "../../kpi/effective-set.ts";
import { kpiUnit, quantityOf } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import { scoreLineOf } from "../../kpi/score-line.ts";
import { listMessage, nameMessage } from "../../team/name-key.ts";
import { FIRST_MONTH, partsOfPeriod, YEAR } from "../fiscal-year.ts";
import { TARGET_LINES } from "../records.ts";
import type { TargetLine } from "../records.ts";
import { letterDay, memberTarget, targetCell } from "./letter-book.ts";
import type { LetterBook, LetterKpi } from "./letter-book.ts";

/** A KPI that a member is measured by without a target of their own: the library's level holds for everybody. */
interface StandardKpi {
  readonly kpi: Kpi;
  readonly unit: Kpi["unit"];
  readonly target: number;
  readonly stretch: number | null;
}

/** All KPIs of a letter with weight and the three lines in the period; those without a target of the member's own stand at
 * the library's level, and a note says which.
 * @example summaryTable(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), "a").rows.map((row) => row.key) // => ["visits"]
 */
export function summaryTable(book: LetterBook, memberId: MemberId): PaperTable {
  const weights = weightsOf(book, memberId);
  const own = ownKpis(book, memberId);
  const standard = standardKpis(book, memberId);
  const weightCell = (kpi: Kpi) =>
    ({ quantity: { unit: "percent", value: weights.get(kpi.id) ?? null } }) as const;
  const ownRows = own.map((one): PaperRow => {
    const cells = TARGET_LINES.map((line) => targetCell(book, { memberId, one, line, at: book.at }));
    return row(one.kpi, [weightCell(one.kpi), ...cells]);
  });
  const standardRows = standard.map((one): PaperRow => {
    const cells = [one.target, one.stretch, null].map((value) => ({ quantity: quantityOf(one.unit, value) }));
    return row(one.kpi, [weightCell(one.kpi), ...cells]);
  });
  return {
    kind: "table",
    id: "summary",
    title: message("target.letter.table.summary", { period: { period: book.period.id } }),
    columns: [
      { key: "kpi", title: message("target.letter.column.kpi"), unit: "text" },
      { key: "weight", title: message("target.letter.column.weight"), unit: "percent" },
      ...TARGET_LINES.map(lineColumn),
    ],
    rows: [...ownRows, ...standardRows],
    notes: standardNotes(standard),
  };
}

function standardNotes(standard: readonly StandardKpi[]): readonly Message[] {
  if (standard.length === 0) return [];
  const kpis = listMessage(standard.map((one) => nameMessage(one.kpi.name)));
  return [message("target.letter.note.standard", { kpis })];
}

function row(kpi: Kpi, cells: PaperRow["cells"]): PaperRow {
  return {
    key: kpi.id,
    depth: 0,
    emphasis: "none",
    cells: [{ message: nameMessage(kpi.name) }, ...cells],
  };
}

/** How many columns of figures stand side by side before another table begins. */
const MOST_COLUMNS = 6;

/** A KPI with the lines that it has in the period, and its whole where the parts have a share of it. */
interface PeriodsOf {
  readonly one: LetterKpi;
  readonly lines: readonly TargetLine[];
  readonly whole: number | null;
}

/** Targets month by month with the quarters and the whole, and each one's part of the whole; KPIs stand side by side as far
 * as there is room. None where only the whole has a value, or the period is a month.
 * @example periodsTables(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), "a") // => []
 */
export function periodsTables(book: LetterBook, memberId: MemberId): readonly PaperTable[] {
  const valueAt = (one: LetterKpi, line: TargetLine, at: number) => memberTarget(one, memberId, { line, at });
  const places = placesWithin(book.at);
  const parts = ownKpis(book, memberId).flatMap((one): readonly PeriodsOf[] => {
    const has = (line: TargetLine) => places.some((at) => valueAt(one, line, at) !== null);
    const isSplit = places.some(
      (at) => at !== book.at && TARGET_LINES.some((line) => valueAt(one, line, at) !== null),
    );
    if (!isSplit) return [];
    const whole = one.trees.target.sums ? valueAt(one, "target", book.at) : null;
    return [{ one, lines: TARGET_LINES.filter(has), whole: whole === 0 ? null : whole }];
  });
  return inTables(parts).map((shown) => periodsTable(book, memberId, shown));
}

function inTables(parts: readonly PeriodsOf[]): readonly (readonly PeriodsOf[])[] {
  const tables: PeriodsOf[][] = [];
  let room = 0;
  for (const part of parts) {
    const wanted = part.lines.length + (part.whole === null ? 0 : 1);
    if (wanted > room) {
      tables.push([]);
      room = MOST_COLUMNS;
    }
    tables.at(-1)!.push(part);
    room -= wanted;
  }
  return tables;
}

function periodsTable(book: LetterBook, memberId: MemberId, shown: readonly PeriodsOf[]): PaperTable {
  const places = placesWithin(book.at).filter((at) =>
    shown.some(({ one, lines }) => lines.some((line) => memberTarget(one, memberId, { line, at }) !== null)),
  );
  return {
    kind: "table",
    id: `periods-${shown[0]!.one.kpi.id}`,
    title: message("target.letter.table.periods"),
    columns: [
      { key: "period", title: message("target.letter.column.period"), unit: "text" },
      ...shown.flatMap((part) => periodColumns(book, part)),
    ],
    rows: places.map((at): PaperRow => ({
      key: shown[0]!.one.trees.target.periods[at]!.id,
      depth: at >= FIRST_MONTH && book.at === YEAR ? 1 : 0,
      emphasis: at === book.at ? "total" : at < FIRST_MONTH ? "group" : "none",
      cells: [
        { message: message("target.letter.period", { period: periodParam(book, at) }) },
        ...shown.flatMap((part) => periodCells(book, memberId, { part, at })),
      ],
    })),
    notes: [],
  };
}

function periodColumns(book: LetterBook, { one, lines, whole }: PeriodsOf): readonly PaperColumn[] {
  const kpi = nameMessage(one.kpi.name);
  const columns = lines.map((line): PaperColumn => ({
    ...lineColumn(line),
    key: `${one.kpi.id}-${line}`,
    title:
      line === "target"
        ? kpi
        : message("target.letter.column.line", { kpi, line: message(`target.line.${line}`) }),
  }));
  if (whole === null) return columns;
  const share = message(`target.letter.column.share.${book.period.kind}`);
  return [...columns, { key: `${one.kpi.id}-share`, title: share, unit: "percent" }];
}

function periodCells(
  book: LetterBook,
  memberId: MemberId,
  { part, at }: { readonly part: PeriodsOf; readonly at: number },
): readonly PaperCell[] {
  const { one, lines, whole } = part;
  const cells = lines.map((line) => targetCell(book, { memberId, one, line, at }));
  if (whole === null) return cells;
  const value = memberTarget(one, memberId, { line: "target", at });
  return [...cells, { quantity: { unit: "percent", value: value === null ? null : value / whole } }];
}

/** Each part before its whole: the months of a quarter, the quarter, and the year at the end. */
function placesWithin(at: number): readonly number[] {
  return [...partsOfPeriod(at).flatMap(placesWithin), at];
}

function periodParam(book: LetterBook, at: number) {
  const { id, kind } = book.kpis[0]!.trees.target.periods[at]!;
  // In a year that begins in January the title says it already.
  const isShort = kind !== "year" && book.context.settings.fiscalStart === 1;
  return isShort ? ({ period: id, form: "short" } as const) : { period: id };
}

/** The KPIs in which a member has a target of their own somewhere in the period.
 * @example ownKpis(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), "b") // => []
 */
export function ownKpis(book: LetterBook, memberId: MemberId): readonly LetterKpi[] {
  return book.kpis.filter((one) =>
    placesWithin(book.at).some((at) =>
      TARGET_LINES.some((line) => memberTarget(one, memberId, { line, at }) !== null),
    ),
  );
}

/** The KPIs of a member's set that stand at the library's level.
 * @example standardKpis(letterBook(letterSources({})), "a") // => []
 */
export function standardKpis(book: LetterBook, memberId: MemberId): readonly StandardKpi[] {
  const own = new Set(ownKpis(book, memberId).map((one) => one.kpi.id));
  const { kpis } = book.rows;
  return [...weightsOf(book, memberId).keys()].flatMap((id): readonly StandardKpi[] => {
    const kpi = kpis.get(id);
    if (!kpi || own.has(kpi.id)) return [];
    const line = scoreLineOf(kpi, { period: book.period, wanted: {} });
    if (line === null) return [];
    const stretch = line.stretch === line.target ? null : line.stretch;
    return [{ kpi, unit: kpiUnit(book.context, kpi), target: line.target, stretch }];
  });
}

/** Weights as fractions by KPI, heaviest first. */
function weightsOf(book: LetterBook, memberId: MemberId): ReadonlyMap<string, number> {
  const set = effectiveSet(book.context, memberId, letterDay(book, memberId));
  const sorted = (set?.weights ?? []).filter((one) => one.weight > 0).toSorted((a, b) => b.weight - a.weight);
  return new Map(sorted.map((one) => [one.kpiId, one.weight / 1_000_000]));
}

function lineColumn(line: TargetLine): PaperColumn {
  return { key: line, title: message(`target.line.${line}`), unit: "ratio", isExact: true };
}
