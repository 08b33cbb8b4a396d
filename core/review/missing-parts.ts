import type { MemberId } from "../base/id.ts";
import type { ReviewCycle, ReviewPart } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** What a review may still lack, in the order in which it is filled. */
export const PARTS = ["self", "peers", "manager", "place"] as const;
export type MissingPart = (typeof PARTS)[number];

/** What a member's review lacks before the cycle can be locked: the member's own part and colleagues' where the cycle asks for
 * them (never more than the cycle has colleagues), the manager's words and ratings, and, from calibration on, a place in the nine-box. A part is there when it has words
 * and every competency is rated.
 * @example missingParts(reviewRows(), aCycle({ state: "calibration" }), "m1") // => ["self", "manager", "place"]
 */
export function missingParts(
  rows: Pick<ReviewRows, "reviews">,
  cycle: ReviewCycle,
  memberId: MemberId,
): readonly MissingPart[] {
  const review = rows.reviews.get(`${cycle.id}|${memberId}`);
  const whole = review?.peers.filter(({ part }) => isWhole(cycle, part)).length ?? 0;
  const isMissing: Readonly<Record<MissingPart, boolean>> = {
    self: cycle.asksSelf && !isWhole(cycle, review?.self),
    peers: whole < Math.min(cycle.peerCount, cycle.memberIds.length - 1),
    manager: !isWhole(cycle, review?.manager),
    place:
      cycle.state === "calibration" && (review?.performance === undefined || review.potential === undefined),
  };
  return PARTS.filter((part) => isMissing[part]);
}

/** Whether a part has words and a rating of every competency.
 * @example isWhole(aCycle({ competencies: [] }), { text: "a", ratings: {} }) // => true
 * @example isWhole(aCycle(), undefined) // => false
 */
export function isWhole(
  cycle: Pick<ReviewCycle, "competencies">,
  part: Pick<ReviewPart, "text" | "ratings"> | undefined,
): boolean {
  return (
    part !== undefined &&
    part.text.trim() !== "" &&
    cycle.competencies.every(({ id }) => part.ratings[id] !== undefined)
  );
}
