import type { MemberId } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import { heldPoints, pointsOf } from "../kpi/score-points.ts";
import { scorecard, withoutNoise } from "../kpi/scorecard.ts";
import { wantedOf } from "../target/wanted-of.ts";
import type { ReviewSources } from "./cycle-view.ts";
import type { ReviewedMember, ReviewSnapshot } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** The score that a member's review gives in a period, unrounded: of a locked one what was kept, else the scorecard's total with
 * the points of the member; `null` without a score of any KPI. The same figure as the scorecard's, without its lines.
 * @example reviewScore(reviewSources(), "nobody", period("2026-Q3", 1)) // => null
 */
export function reviewScore(sources: ReviewSources, memberId: MemberId, period: Period): number | null {
  const { context, rows, targetRows } = sources;
  const kept = keptReview(rows, memberId, period);
  if (kept) return kept.member.total;
  const total = scorecard(context, memberId, { period, wantedOf: wantedOf(targetRows) }).total.value.value;
  if (total === null) return null;
  return withoutNoise(total + heldPoints(pointsOf(rows.scorePoints, { memberId, periodId: period.id })));
}

/** A member as the locked review of a period has them; `null` while it is not locked, and of who is not in it.
 * @example keptReview(reviewRows(), "m1", period("2026-Q3", 1)) // => null
 */
export function keptReview(
  rows: Pick<ReviewRows, "reviewCycles" | "reviewSnapshots">,
  memberId: MemberId,
  period: Period,
): { readonly snapshot: ReviewSnapshot; readonly member: ReviewedMember } | null {
  const cycle = rows.reviewCycles.get(period.id);
  if (cycle?.state !== "locked") return null;
  const snapshot = rows.reviewSnapshots.get(`${cycle.id}|${cycle.lockCount}`);
  const member = snapshot?.members.find((one) => one.memberId === memberId);
  return snapshot && member ? { snapshot, member } : null;
}
