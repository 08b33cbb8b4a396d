import { subjectKey } from "../../base/id.ts";
import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import type { PaperBlock, PaperCell, PaperChart, PaperRow } from "../../base/paper.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { kpiUnit, kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import { fiscalYearOf } from "../../target/fiscal-year.ts";
import type { RowStanding } from "../../target/standing.ts";
import { targetTree } from "../../target/target-tree.ts";
import type { TargetTree } from "../../target/target-tree.ts";
import { nameMessage } from "../../team/name-key.ts";
import { livingKpis } from "../kpi-tables.ts";
import { periodMessage, provisionalNotes, standingAt } from "../pack-sources.ts";
import type { PackBook } from "../pack-sources.ts";
import { figureCell, plainRow } from "./cells.ts";
import { packScore } from "./pack-score.ts";

/** How many quarters a trend shows, the pack's own among them. */
const QUARTERS = 4;

/** Where a subject came from: sales against target over four quarters, and each KPI in the same quarters with its change since the
 * last; for a member the KPIs of their set and the score. Nothing where no earlier quarter says anything.
 * @example trendBlocks(sampleBook(), { kind: "team" }).map((block) => block.kind) // => ["chart", "table"]
 */
export function trendBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const { fiscalStart } = book.context.settings;
  const quarters = Array.from({ length: QUARTERS }, (_, at) =>
    shiftPeriod(book.period, at + 1 - QUARTERS, fiscalStart),
  );
  const kpis =
    subject.kind === "member"
      ? packScore(book, subject.id, book.period).lines.flatMap((line) => {
          const kpi = book.context.rows.kpis.get(line.key);
          return kpi ? [kpi] : [];
        })
      : livingKpis(book);
  const rows = [
    ...kpis.flatMap((kpi) => kpiRow(book, { subject, kpi, quarters })),
    ...(subject.kind === "member" ? scoreRow(book, subject.id, quarters) : []),
  ];
  if (rows.length === 0) return [];
  const chart = salesChart(book, subject, quarters);
  return [
    ...(chart ? [chart] : []),
    {
      kind: "table",
      id: `trend-${subjectKey(subject)}`,
      title: message("review.pack.trend.table"),
      columns: [
        { key: "kpi", title: message("review.column.kpi"), unit: "text" },
        ...quarters.map((one) => ({ key: one.id, title: periodMessage(one), unit: "ratio" as const })),
        { key: "change", title: message("review.pack.column.change"), unit: "ratio" },
      ],
      rows,
      notes: [message("review.pack.trend.note"), ...provisionalNotes(book)],
    },
  ];
}

function kpiRow(
  book: PackBook,
  of: { readonly subject: Subject; readonly kpi: Kpi; readonly quarters: readonly Period[] },
): readonly PaperRow[] {
  const { subject, kpi, quarters } = of;
  const values = quarters.map((period) => kpiValue(book.context, kpi.id, { subject, period }));
  if (values.every((one) => one.value.value === null)) return [];
  const [before, now] = values.slice(-2).map((one) => one.value);
  return [
    plainRow(kpi.id, [
      { message: nameMessage(kpi.name) },
      ...values.map(figureCell),
      changeCell(kpiUnit(book.context, kpi), before!, now!),
    ]),
  ];
}

function scoreRow(book: PackBook, memberId: MemberId, quarters: readonly Period[]): readonly PaperRow[] {
  const totals = quarters.map((period) => packScore(book, memberId, period).total);
  if (totals.every((one) => one.value.value === null)) return [];
  const [before, now] = totals.slice(-2).map((one) => one.value);
  return [
    plainRow(
      "score",
      [
        { message: message("review.figure.score") },
        ...totals.map(figureCell),
        changeCell("score", before!, now!),
      ],
      { emphasis: "total" },
    ),
  ];
}

/** Amounts and counts change by a part of what they were, rates by points, all else by its own unit. */
function changeCell(unit: Kpi["unit"], before: Quantity, now: Quantity): PaperCell {
  const [was, is] = [before.value, now.value];
  if (was === null || is === null) return { quantity: quantityOf(unit, null) };
  if (unit === "percent") return { quantity: { unit: "points", value: is - was } };
  if (unit !== "money" && unit !== "count") return { quantity: quantityOf(unit, is - was) };
  return { quantity: { unit: "percent", value: was === 0 ? null : (is - was) / Math.abs(was) } };
}

/** Sales of the quarters side by side, with the targets where there are any. */
function salesChart(book: PackBook, subject: Subject, quarters: readonly Period[]): PaperChart | null {
  const { sales } = book;
  if (!sales) return null;
  const actual = quarters.map(
    (period) => kpiValue(book.context, sales.id, { subject, period }).value.value as number | null,
  );
  if (actual.filter((value) => value !== null).length < 2) return null;
  const target = quarters.map(
    (period) => quarterStanding(book, subject, period)?.target.quantity.value ?? null,
  );
  return {
    kind: "chart",
    id: `trend-${subjectKey(subject)}`,
    title: message("review.pack.trend.chart", { kpi: nameMessage(sales.name) }),
    shape: "bars",
    unit: kpiUnit(book.context, sales),
    labels: quarters.map((period) => periodMessage(period)),
    series: [{ name: message("review.series.actual"), values: actual }],
    ...(target.some((value) => value !== null)
      ? { target, targetName: message("review.series.target") }
      : {}),
  };
}

/** Where a subject stands with its sales in any quarter; `null` where it has no row in that year's tree.
 * @example quarterStanding(sampleBook(), { kind: "team" }, period("2026-Q4", 1)).target.quantity.unit // => "money"
 */
export function quarterStanding(book: PackBook, subject: Subject, period: Period): RowStanding | null {
  const tree = treeOf(book, period);
  const row = tree?.rows.find((one) => subjectKey(one.subject) === subjectKey(subject));
  const at = tree?.periods.findIndex((one) => one.id === period.id) ?? -1;
  return tree && row && at >= 0 ? standingAt(book, tree, { row: row.index, period: at }) : null;
}

const treesByBook = new WeakMap<PackBook, Map<number, TargetTree | null>>();

/** The tree of sales targets of a period's fiscal year; the same one for the same pack.
 * @example treeOf(sampleBook(), period("2027-Q1", 1)).scope.year // => 2027
 */
export function treeOf(book: PackBook, period: Period): TargetTree | null {
  const { sales } = book;
  if (!sales) return null;
  const year = fiscalYearOf(period, book.context.settings.fiscalStart);
  if (book.tree?.scope.year === year) return book.tree;
  const trees = treesByBook.get(book) ?? new Map<number, TargetTree | null>();
  treesByBook.set(book, trees);
  if (!trees.has(year))
    trees.set(year, targetTree(book.targetRows, { kpiId: sales.id, line: "target", year }));
  return trees.get(year) ?? null;
}
