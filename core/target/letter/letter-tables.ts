import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { PaperColumn, PaperRow, PaperTable } from "../../base/paper.ts";
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

/** A KPI's targets month by month with the quarters and the whole, and each one's part of the whole; `null` where only the
 * whole has a value or the period is a month.
 * @example periodsTable(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), "a", letterBook(letterSources({ targets: { "member:a 2026": 60 } })).kpis[0]) // => null
 */
export function periodsTable(book: LetterBook, memberId: MemberId, one: LetterKpi): PaperTable | null {
  const valueAt = (line: TargetLine, at: number) => memberTarget(one, memberId, { line, at });
  const places = placesWithin(book.at).filter((at) =>
    TARGET_LINES.some((line) => valueAt(line, at) !== null),
  );
  if (!places.some((at) => at !== book.at)) return null;
  const lines = TARGET_LINES.filter((line) => places.some((at) => valueAt(line, at) !== null));
  const whole = valueAt("target", book.at);
  const hasShare = one.trees.target.sums && whole !== null && whole !== 0;
  return {
    kind: "table",
    id: `periods-${one.kpi.id}`,
    title: message("target.letter.table.periods", { kpi: nameMessage(one.kpi.name) }),
    columns: [
      { key: "period", title: message("target.letter.column.period"), unit: "text" },
      ...lines.map(lineColumn),
      ...(hasShare
        ? [
            {
              key: "share",
              title: message(`target.letter.column.share.${book.period.kind}`),
              unit: "percent" as const,
            },
          ]
        : []),
    ],
    rows: places.map((at): PaperRow => {
      const value = valueAt("target", at);
      const share = hasShare && value !== null ? value / whole : null;
      return {
        key: one.trees.target.periods[at]!.id,
        depth: at === book.at ? 0 : at >= FIRST_MONTH && book.at === YEAR ? 1 : 0,
        emphasis: at === book.at ? "total" : at < FIRST_MONTH ? "group" : "none",
        cells: [
          { message: message("target.letter.period", { period: periodParam(book, at) }) },
          ...lines.map((line) => targetCell(book, { memberId, one, line, at })),
          ...(hasShare ? [{ quantity: { unit: "percent", value: share } as const }] : []),
        ],
      };
    }),
    notes: [],
  };
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
