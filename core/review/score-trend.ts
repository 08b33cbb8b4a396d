import type { Explanation } from "../base/explain.ts";
import type { KpiId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { shiftPeriod } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { countingDay } from "../kpi/counting-day.ts";
import { membersCounted } from "../kpi/shared-scorecard.ts";
import { nameMessage } from "../team/name-key.ts";
import { groupIdOn } from "../team/memberships.ts";
import type { ReviewSources } from "./cycle-view.ts";
import { middleScore } from "./middle-score.ts";
import { scoreCard } from "./score-card.ts";
import type { CardSubject, ScoreCard } from "./score-card.ts";

/** A middle with the number that it rests on. */
export type Middle = ReturnType<typeof middleScore>;

/** A subject's scorecard in one period, and the median total of those whom it is held beside. */
export interface TrendPoint {
  readonly period: Period;
  readonly card: ScoreCard;
  readonly middle: Middle;
}

/** Raised when a result can change for the same data. */
const RULE_VERSION = 1;

/** Those a subject is held beside: of a member everybody in the same group, of a group or the team its members.
 * @example mates(reviewSources(), { kind: "team" }, period("2026-Q3", 1)).length // => 9
 */
export function mates(
  { context }: Pick<ReviewSources, "context">,
  subject: CardSubject,
  period: Period,
): readonly MemberId[] {
  if (subject.kind !== "member") return membersCounted(context, subject, period);
  const member = context.rows.members.get(subject.id);
  const id = groupIdOn(context.rows, subject.id, countingDay(member ?? {}, period));
  return id === undefined ? [] : membersCounted(context, { kind: "group", id }, period);
}

/** The scorecards of a subject over the last periods of one kind, the chosen one last, each beside the median of its mates.
 * The median needs three totals; how many there are is always said.
 * @example scoreTrend(reviewSources(), { kind: "team" }, { period: period("2026-Q3", 1), steps: 2 }).map((point) => point.period.id) // => ["2026-Q2", "2026-Q3"]
 */
export function scoreTrend(
  sources: ReviewSources,
  subject: CardSubject,
  of: { readonly period: Period; readonly steps: number },
): readonly TrendPoint[] {
  const { fiscalStart } = sources.context.settings;
  return Array.from({ length: of.steps }, (_, at) => {
    const period = shiftPeriod(of.period, at + 1 - of.steps, fiscalStart);
    const totals = mates(sources, subject, period).map((id) => totalOf(sources, id, period));
    return {
      period,
      card: scoreCard(sources, subject, period),
      middle: middleScore(totals),
    };
  });
}

/** The median score of each KPI among the mates of a subject whose scorecards have it.
 * @example kpiMiddles(reviewSources(), { kind: "member", id: "nobody" }, period("2026-Q3", 1)).size // => 0
 */
export function kpiMiddles(
  sources: ReviewSources,
  subject: CardSubject,
  period: Period,
): ReadonlyMap<KpiId, Middle> {
  const scores = new Map<KpiId, (number | null)[]>();
  for (const id of mates(sources, subject, period)) {
    for (const { kpiId, score } of scoreCard(sources, { kind: "member", id }, period).lines) {
      scores.set(kpiId, [...(scores.get(kpiId) ?? []), score]);
    }
  }
  return new Map([...scores].map(([id, list]) => [id, middleScore(list)]));
}

/** How the median score of a KPI came about: the score of each mate whose scorecard has it.
 * @example explainKpiMiddle(reviewSources(), { kind: "team" }, { period: period("2026-Q3", 1), kpiId: "none" }).inputs // => []
 */
export function explainKpiMiddle(
  sources: ReviewSources,
  subject: CardSubject,
  of: { readonly period: Period; readonly kpiId: KpiId },
): Explanation {
  const { period, kpiId } = of;
  const { members, kpis } = sources.context.rows;
  const lines = mates(sources, subject, period).flatMap((id) => {
    const line = scoreCard(sources, { kind: "member", id }, period).lines.find((one) => one.kpiId === kpiId);
    return line ? [{ name: members.get(id)?.name ?? id, line }] : [];
  });
  const { n, median } = middleScore(lines.map(({ line }) => line.score));
  const kpi = kpis.get(kpiId);
  return {
    title: message("kpi.card.median.kpi", {
      kpi: kpi ? nameMessage(kpi.name) : kpiId,
      period: { period: period.id },
    }),
    value: { unit: "score", value: median },
    formula: message("kpi.card.median.kpi.formula"),
    ruleVersion: RULE_VERSION,
    inputs: lines.map(({ name, line }) => ({
      label: message("team.name", { zh: name, en: name }),
      value: { unit: "score", value: line.score },
      ...(line.now ? { explain: line.now.score.explain } : {}),
    })),
    rows: [],
    notes: [message("kpi.card.median.kpi.n", { n })],
  };
}

/** How the median of a subject's mates came about: everybody's total, and each of them in turn.
 * @example explainMiddle(reviewSources(), { kind: "team" }, period("2026-Q3", 1)).inputs.length // => 9
 */
export function explainMiddle(sources: ReviewSources, subject: CardSubject, period: Period): Explanation {
  const ids = mates(sources, subject, period);
  const totals = ids.map((id) => totalOf(sources, id, period));
  const { n, median } = middleScore(totals);
  return {
    title: message("kpi.card.median.title", { period: { period: period.id } }),
    value: { unit: "score", value: median },
    formula: message("kpi.card.median.formula"),
    ruleVersion: RULE_VERSION,
    inputs: ids.map((id, at) => ({
      label: message("team.name", {
        zh: sources.context.rows.members.get(id)?.name ?? id,
        en: sources.context.rows.members.get(id)?.name ?? id,
      }),
      value: { unit: "score", value: totals[at]! },
      explain: () => scoreCard(sources, { kind: "member", id }, period).explain(),
    })),
    rows: [],
    notes: [message("kpi.card.median.n", { n })],
  };
}

function totalOf(sources: ReviewSources, id: MemberId, period: Period): number | null {
  return scoreCard(sources, { kind: "member", id }, period).total;
}
