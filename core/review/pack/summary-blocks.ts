import { subjectKey } from "../../base/id.ts";
import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperChart, PaperFigure } from "../../base/paper.ts";
import { kpiValue } from "../../kpi/kpi-value.ts";
import { subjectLabel } from "../../kpi/subject-label.ts";
import { FIRST_MONTH } from "../../target/fiscal-year.ts";
import type { RowStanding } from "../../target/standing.ts";
import { nameMessage } from "../../team/name-key.ts";
import { forecastFigures } from "../forecast-blocks.ts";
import { lockedStandingOf, periodMessage, standingAt, standingOf } from "../pack-sources.ts";
import type { PackBook } from "../pack-sources.ts";
import { monthsTable } from "../results-table.ts";
import { asMessage, headline } from "./cells.ts";
import { commentaryId } from "./commentary-id.ts";
import { packScore } from "./pack-score.ts";
import { scoreFigure, scorecardTable } from "./scorecard-table.ts";

const METRICS = ["order-count", "new-customers-by-order", "retention"] as const;

/** The team's quarter at a glance: the headline figures, the manager's words, and sales by month.
 * @example summaryBlocks(sampleBook()).map((block) => block.kind) // => ["figures", "chart"]
 */
export function summaryBlocks(book: PackBook): readonly PaperBlock[] {
  const team: Subject = { kind: "team" };
  const standing = standingOf(book, team, book.period.id);
  const others = METRICS.map((metric) =>
    headline(
      message(`kpi.metric.${metric}`),
      kpiValue(book.context, metric, { subject: team, period: book.period }),
    ),
  );
  return [
    {
      kind: "figures",
      figures: [...(standing && book.sales ? standingFigures(book, team, standing) : []), ...others],
    },
    ...commentaryBlocks(book, team),
    ...chartOf(monthsChart(book, team)),
  ];
}

/** A member's quarter at a glance: the headline figures, the manager's words, and sales by month against target.
 * @example memberBlocks(sampleBook(), "m-li-min").map((block) => block.kind) // => ["figures", "chart", "table"]
 */
export function memberBlocks(book: PackBook, memberId: MemberId): readonly PaperBlock[] {
  const subject: Subject = { kind: "member", id: memberId };
  const row = book.tree?.rows.find((one) => subjectKey(one.subject) === subjectKey(subject));
  const standing = standingOf(book, subject, book.period.id);
  const figures = standing && book.sales ? standingFigures(book, subject, standing).slice(0, 3) : [];
  return [
    {
      kind: "figures",
      figures: [...figures, scoreFigure(book, memberId), ...forecastFigures(book, subject)],
    },
    ...commentaryBlocks(book, subject),
    ...chartOf(monthsChart(book, subject)),
    ...(book.tree && row ? [monthsTable(book, book.tree, row)] : []),
  ];
}

/** A member's scorecard; nothing where no KPI is set.
 * @example scorecardBlocks(sampleBook(), "nobody") // => []
 */
export function scorecardBlocks(book: PackBook, memberId: MemberId): readonly PaperBlock[] {
  return packScore(book, memberId, book.period).lines.length === 0 ? [] : [scorecardTable(book, memberId)];
}

function standingFigures(book: PackBook, subject: Subject, standing: RowStanding): readonly PaperFigure[] {
  const locked = lockedStandingOf(book, subject, book.period.id);
  const { value } = locked?.againstOriginal.quantity ?? {};
  const figure = (name: string, from: RowStanding["target"]): PaperFigure => ({
    label: message(`review.figure.${name}`),
    quantity: from.quantity,
    ...(from.quantity.value === null && from.note ? { note: from.note } : {}),
    explain: () => from.explain(),
  });
  return [
    { ...figure("target", standing.actual), label: nameMessage(book.sales!.name) },
    figure("target", standing.target),
    {
      ...figure("attainment", locked?.againstCurrent ?? standing.attainment),
      ...(value === undefined || value === null
        ? {}
        : { note: message("review.figure.original", { value: { unit: "percent", value } }) }),
    },
    figure("pace", standing.pace),
    figure("required", standing.requiredPerDay),
  ];
}

function commentaryBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const text = book.commentaries.get(commentaryId(book.period.id, subject))?.text.trim() ?? "";
  return text === "" ? [] : [{ kind: "commentary", text }];
}

/** Months of the fiscal year up to the quarter's end: actual beside target. */
function monthsChart(book: PackBook, subject: Subject): PaperChart | null {
  const { tree } = book;
  const row = tree?.rows.find((one) => subjectKey(one.subject) === subjectKey(subject));
  if (!tree || !row) return null;
  const months = tree.periods
    .map((period, index) => ({ period, index }))
    .filter(({ period, index }) => index >= FIRST_MONTH && period.end <= book.period.end);
  const standings = months.map(({ index }) => standingAt(book, tree, { row: row.index, period: index }));
  const target = standings.map((standing) => standing.target.quantity.value);
  return {
    kind: "chart",
    id: `months-${subjectKey(subject)}`,
    title: message("review.chart.months", { kpi: nameMessage(tree.kpi.name) }),
    shape: "bars",
    unit: tree.kpi.unit,
    labels: months.map(({ period }) => periodMessage(period, "short")),
    series: [
      {
        name: message("review.series.actual"),
        values: standings.map((one, at) =>
          months[at]!.period.start < book.today ? one.actual.quantity.value : null,
        ),
      },
    ],
    ...(target.some((value) => value !== null)
      ? { target, targetName: message("review.series.target") }
      : {}),
  };
}

/** Members side by side in the quarter, for the section of results.
 * @example membersChart(sampleBook()).map((chart) => chart.labels.length) // => [9]
 */
export function membersChart(book: PackBook): readonly PaperBlock[] {
  const { tree } = book;
  if (!tree) return [];
  const period = tree.periods.findIndex((one) => one.id === book.period.id);
  const rows = tree.rows.filter((row) => row.subject.kind === "member");
  const standings = rows.map((row) => standingAt(book, tree, { row: row.index, period }));
  if (rows.length === 0) return [];
  return chartOf({
    kind: "chart",
    id: "members",
    title: message("review.chart.members", { kpi: nameMessage(tree.kpi.name) }),
    shape: "bars",
    unit: tree.kpi.unit,
    labels: rows.map((row) => asMessage(subjectLabel(book.context, row.subject))),
    series: [
      { name: message("review.series.actual"), values: standings.map((one) => one.actual.quantity.value) },
    ],
    target: standings.map((one) => one.target.quantity.value),
    targetName: message("review.series.target"),
  });
}

function chartOf(chart: PaperChart | null): readonly PaperBlock[] {
  const isEmpty = chart === null || chart.series.every((one) => one.values.every((value) => value === null));
  return isEmpty ? [] : [chart];
}
