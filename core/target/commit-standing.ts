import { addDays } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import type { Explanation } from "../base/explain.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Quantity } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { KpiContext } from "../kpi/context.ts";
import { entriesOf } from "../kpi/entries.ts";
import type { Entry } from "../kpi/entries.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import { entryRows } from "../kpi/metrics/measure.ts";
import { forecastAccuracy } from "./forecast/keep-forecast.ts";
import { lateSourceOf } from "./forecast/forecast-source.ts";
import type { ForecastMetric } from "./forecast/forecast-source.ts";
import type { WeeklyCommit } from "./records.ts";
import type { TargetFigure } from "./standing.ts";
import { commitId, weekOf, weekSpan } from "./weekly-commits.ts";

/** One member's week: what was promised and what came. */
export interface CommitWeek {
  readonly week: Day;
  readonly commit: number | null;
  readonly reached: number;
  readonly isOver: boolean;
  explainReached(): Explanation;
}

/** One member's weeks, the earliest first: four that are over, this one, the next. */
export interface CommitStanding {
  readonly memberId: MemberId;
  readonly name: string;
  readonly weeks: readonly CommitWeek[];
  /** Over those of the weeks that are over and have a commit: Σ reached against Σ promised. */
  readonly accuracy: TargetFigure;
}

const PAST_WEEKS = 4;

/** What a member promised and reached in the last four weeks, in this one, and promised for the next.
 * @example commitStanding(kpiWorld({ members: [aMember("m1")], today: "2026-03-18" }), { memberId: "m1", metric: "won-amount", weeklyCommits: new Map() }).weeks.map((week) => week.week)[4] // => "2026-03-16"
 */
export function commitStanding(
  context: KpiContext,
  of: {
    readonly memberId: MemberId;
    readonly metric: ForecastMetric;
    readonly weeklyCommits: ReadonlyMap<string, WeeklyCommit>;
  },
): CommitStanding {
  const { memberId } = of;
  const name = context.rows.members.get(memberId)?.name ?? memberId;
  const thisWeek = weekOf(context.today);
  const starts = Array.from({ length: PAST_WEEKS + 2 }, (_, at) => addDays(thisWeek, 7 * (at - PAST_WEEKS)));
  const weeks = starts.map((week) => commitWeek(context, { ...of, week, name }));
  return { memberId, name, weeks, accuracy: accuracyOf(name, weeks, of.metric) };
}

function commitWeek(
  context: KpiContext,
  of: Parameters<typeof commitStanding>[1] & { readonly week: Day; readonly name: string },
): CommitWeek {
  const { memberId, metric, week } = of;
  const span = weekSpan(week);
  const { source, counts } = lateSourceOf(context, metric);
  // Entries are kept by whole months: those of the week are among them.
  const months = { start: `${span.start.slice(0, 7)}-01` as Day, end: span.end };
  const entries = entriesOf(context, source, {
    subject: { kind: "member", id: memberId },
    span: months,
  }).filter((entry) => entry.day >= span.start && entry.day < span.end);
  const reached = entries.reduce((sum, entry) => sum + partOf(entry, counts), 0);
  const value = quantityOf(unitOf(metric), reached);
  return {
    week,
    commit: of.weeklyCommits.get(commitId(memberId, week))?.amount ?? null,
    reached,
    isOver: span.end <= context.today,
    explainReached: () => ({
      title: message("target.commit.explain-reached", { member: of.name, day: { day: week } }),
      value,
      formula: message(`kpi.formula.${metric}`),
      ruleVersion: 1,
      inputs: [],
      rows: entryRows(source, entries),
      notes: [],
    }),
  };
}

function partOf(entry: Entry, counts: "amount" | "share"): number {
  return counts === "amount" ? (entry.amount ?? 0) : entry.share / WHOLE_PPM;
}

function accuracyOf(name: string, weeks: readonly CommitWeek[], metric: ForecastMetric): TargetFigure {
  const judged = weeks.filter((week) => week.isOver && week.commit !== null);
  const promised = judged.reduce((sum, week) => sum + week.commit!, 0);
  const reached = judged.reduce((sum, week) => sum + week.reached, 0);
  const measured =
    judged.length === 0
      ? { value: null, note: message("target.commit.none") }
      : forecastAccuracy(reached, promised);
  const quantity: Quantity = { unit: "percent", value: measured.value };
  return {
    quantity,
    ...(measured.note ? { note: measured.note } : {}),
    explain: () => ({
      title: message("target.commit.explain", { member: name }),
      value: quantity,
      formula: message("target.commit.formula"),
      ruleVersion: 1,
      inputs: judged.flatMap((week) => [
        {
          label: message("target.commit.input-promised", { day: { day: week.week } }),
          value: quantityOf("money", week.commit),
        },
        {
          label: message("target.commit.input-reached", { day: { day: week.week } }),
          value: quantityOf(unitOf(metric), week.reached),
          explain: () => week.explainReached(),
        },
      ]),
      rows: [],
      notes: measured.note ? [measured.note] : [],
    }),
  };
}

function unitOf(metric: ForecastMetric): "money" | "count" {
  return metric.endsWith("-count") ? "count" : "money";
}
