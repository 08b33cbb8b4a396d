import type { GroupId, KpiId, MemberId } from "../base/id.ts";
import type { Ppm } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { groupIdOn, isOnTeam } from "../team/memberships.ts";
import { inOrder } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { effectiveSet } from "./effective-set.ts";
import type { WantedOf } from "./score-line.ts";
import { weighedScores } from "./scorecard.ts";
import type { Scorecard, WeighedKpi } from "./scorecard.ts";

/** Whose results are put together. */
export type SharedSubject = { readonly kind: "team" } | { readonly kind: "group"; readonly id: GroupId };

/** A group's or the team's KPIs in a period, their scores and the total. */
export type SharedScorecard = Pick<Scorecard, "lines" | "missing" | "total"> & {
  /** Who counts for it, in the manager's order. */
  readonly memberIds: readonly MemberId[];
};

/** The scorecard of a group or the team: the value of each KPI for all of them together against what is wanted of them
 * together, never a mean of the members' scores. A KPI weighs what it weighs for its members on average; what a KPI wants of
 * one person it wants of each whose set weighs it, where the target tree says nothing of the subject.
 * @example sharedScorecard(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpis: [aKpi("visits")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), { kind: "team" }, { period: period("2026-03", 1), wantedOf: () => ({}) }).lines.map((line) => line.weight) // => [1000000]
 */
export function sharedScorecard(
  context: KpiContext,
  subject: SharedSubject,
  of: { readonly period: Period; readonly wantedOf: WantedOf },
): SharedScorecard {
  const memberIds = membersCounted(context, subject, of.period);
  return {
    memberIds,
    ...weighedScores(context, subject, { ...of, weights: meanWeights(context, memberIds, of.period) }),
  };
}

/** Who counts for a group or the team in a period: everybody who was on the team at its end, or left in it, in the group in
 * which they were then.
 * @example membersCounted(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")] }), { kind: "group", id: "g1" }, period("2026-03", 1)) // => ["m1"]
 */
export function membersCounted(
  context: Pick<KpiContext, "rows">,
  subject: SharedSubject,
  period: Period,
): readonly MemberId[] {
  return inOrder(context.rows.members).flatMap((member) => {
    const on = countingDay(member, period);
    const isThere = on >= period.start && isOnTeam(member, on);
    const groupId = groupIdOn(context.rows, member.id, on);
    return isThere && (subject.kind === "team" || groupId === subject.id) ? [member.id] : [];
  });
}

function meanWeights(
  context: KpiContext,
  memberIds: readonly MemberId[],
  period: Period,
): readonly WeighedKpi[] {
  const sets = memberIds.flatMap((id) => {
    const member = context.rows.members.get(id);
    const set = effectiveSet(context, id, countingDay(member ?? {}, period));
    return set && set.weights.length > 0 ? [set] : [];
  });
  const byKpi = new Map<KpiId, { sum: number; people: number }>();
  for (const { kpiId, weight } of sets.flatMap((set) => set.weights)) {
    const known = byKpi.get(kpiId) ?? { sum: 0, people: 0 };
    byKpi.set(kpiId, { sum: known.sum + weight, people: known.people + 1 });
  }
  return [...byKpi].map(([kpiId, { sum, people }]) => ({
    kpiId,
    weight: Math.round(sum / sets.length) as Ppm,
    people,
  }));
}
