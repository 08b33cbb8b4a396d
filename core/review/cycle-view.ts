import type { Explanation } from "../base/explain.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { lastDayOf } from "../base/period.ts";
import type { KpiContext } from "../kpi/context.ts";
import { finalScore } from "../kpi/final-score.ts";
import type { FinalScore } from "../kpi/final-score.ts";
import { kpiUnit } from "../kpi/kpi-value.ts";
import { levelsOf } from "../kpi/levels.ts";
import type { ScorePoint } from "../kpi/records.ts";
import { MOST_POINTS, pointsOf } from "../kpi/score-points.ts";
import { scorecard } from "../kpi/scorecard.ts";
import { wantedOf } from "../target/wanted-of.ts";
import type { TargetRows } from "../target/target-rows.ts";
import { isOnTeam, membershipsOf } from "../team/memberships.ts";
import { nameMessage } from "../team/name-key.ts";
import { inOrder } from "../team/team-rows.ts";
import type { ReviewCycle, ReviewedMember, ReviewSnapshot } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** What reviews are made from: plain values of the lower rooms. */
export interface ReviewSources {
  readonly context: KpiContext;
  readonly targetRows: TargetRows;
  readonly rows: ReviewRows & { readonly scorePoints: ReadonlyMap<string, ScorePoint> };
}

/** A cycle as its page shows it: of a locked one what the snapshot says, of any other what the data says now. */
export interface CycleView {
  readonly cycle: ReviewCycle;
  readonly snapshot: ReviewSnapshot | null;
  readonly members: readonly ReviewedMember[];
}

/** Raised when a result can change for the same data. */
const RULE_VERSION = 1;

/** The cycle of a period, or `null` when it is not started. A locked one is read from its snapshot alone: later changes of
 * deals, KPIs, weights or levels never reach it.
 * @example cycleView(reviewSources(), period("2026-Q3", 1)) // => null
 */
export function cycleView(sources: ReviewSources, period: Period): CycleView | null {
  const cycle = sources.rows.reviewCycles.get(period.id);
  if (!cycle) return null;
  const id = `${cycle.id}|${cycle.lockCount}`;
  const snapshot = cycle.state === "locked" ? (sources.rows.reviewSnapshots.get(id) ?? null) : null;
  const members = snapshot?.members ?? cycle.memberIds.map((one) => reviewedMember(sources, period, one));
  return { cycle, snapshot, members };
}

/** Everybody who was on the team at some day of a period, in the manager's order: whom a cycle begins with.
 * @example reviewable(reviewSources(), period("2026-Q3", 1)).length // => 9
 */
export function reviewable(sources: Pick<ReviewSources, "context">, period: Period): readonly MemberId[] {
  const last = lastDayOf(period);
  return inOrder(sources.context.rows.members)
    .filter(
      (member) => isOnTeam(member, last) || (member.leftOn !== undefined && member.leftOn > period.start),
    )
    .filter((member) => member.hiredOn === undefined || member.hiredOn < period.end)
    .map((member) => member.id);
}

/** A member's final score in a period.
 * @example memberScore(reviewSources(), period("2026-Q3", 1), "m-li-min").card.lines.length > 0 // => true
 */
export function memberScore(sources: ReviewSources, period: Period, memberId: MemberId): FinalScore {
  const card = scorecard(sources.context, memberId, { period, wantedOf: wantedOf(sources.targetRows) });
  const points = pointsOf(sources.rows.scorePoints, { memberId, periodId: period.id });
  return finalScore(card, { points, levels: levelsOf(sources.context.settings) });
}

/** A member in a cycle as the data has it now.
 * @example reviewedMember(reviewSources(), period("2026-Q3", 1), "m-li-min").name // => "李敏"
 */
export function reviewedMember(sources: ReviewSources, period: Period, memberId: MemberId): ReviewedMember {
  const { context, rows } = sources;
  const { card, points, heldPoints, total, level } = memberScore(sources, period, memberId);
  const membership = membershipsOf(context.rows.memberships, memberId).findLast(
    (one) => one.from < period.end,
  );
  const group = membership ? context.rows.groups.get(membership.groupId) : undefined;
  return {
    memberId,
    name: context.rows.members.get(memberId)?.name ?? memberId,
    group: group?.name ?? { zh: "", en: "" },
    title: membership?.title ?? "",
    lines: card.lines.map((line) => ({
      kpiId: line.kpi.id,
      name: line.kpi.name,
      unit: kpiUnit(context, line.kpi),
      weight: line.weight,
      value: line.value.value.value,
      target: line.target,
      score: line.score.value.value,
    })),
    points: points.map((one) => ({ points: one.points, reason: one.reason, on: one.on })),
    kpiTotal: card.total.value.value,
    heldPoints,
    total: total.value.value,
    level,
    review: rows.reviews.get(`${period.id}|${memberId}`) ?? null,
  };
}

/** How the total of a locked review came about, from the snapshot alone.
 * @example explainLocked({ cycleId: "2026-Q3", on: "2026-10-05", number: 1 }, { name: "a", lines: [], points: [], total: 90 }).value.value // => 90
 */
export function explainLocked(snapshot: ReviewSnapshot, member: ReviewedMember): Explanation {
  return {
    title: message("kpi.explain.total", { subject: member.name, period: { period: snapshot.cycleId } }),
    value: { unit: "score", value: member.total },
    formula: message("kpi.formula.final", { most: MOST_POINTS }),
    ruleVersion: RULE_VERSION,
    inputs: [
      ...member.lines.map((line) => ({
        label: message("kpi.input.weighted", {
          kpi: nameMessage(line.name),
          weight: { unit: "percent", value: line.weight / WHOLE_PPM },
        }),
        value: { unit: "score" as const, value: line.score },
      })),
      ...member.points.map((one) => ({
        label: message("kpi.input.points", { reason: one.reason, day: { day: one.on } }),
        value: { unit: "score" as const, value: one.points },
      })),
    ],
    rows: [],
    notes: [message("review.note.locked", { day: { day: snapshot.on }, number: snapshot.number })],
  };
}
