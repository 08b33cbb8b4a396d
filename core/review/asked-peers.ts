import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { ReviewCycle } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** The colleagues who are asked for a part about a member: those who have written, then those whom the manager chose, else
 * the next ones in the cycle's list, round and round, so that everybody is asked equally often. Never more than the cycle asks for,
 * unless more have written.
 * @example askedPeers(reviewRows(), aCycle({ memberIds: ["m1", "m2", "m3"], peerCount: 2 }), "m2") // => ["m3", "m1"]
 */
export function askedPeers(
  rows: Pick<ReviewRows, "reviews">,
  cycle: ReviewCycle,
  memberId: MemberId,
): readonly MemberId[] {
  const review = rows.reviews.get(`${cycle.id}|${memberId}`);
  const written = review?.peers.map((peer) => peer.memberId) ?? [];
  const at = cycle.memberIds.indexOf(memberId);
  const next = [...cycle.memberIds.slice(at + 1), ...cycle.memberIds.slice(0, Math.max(0, at))];
  const chosen = review?.askedIds?.filter((id) => cycle.memberIds.includes(id)) ?? [];
  const asked = [...new Set([...written, ...chosen, ...next])].filter((id) => id !== memberId);
  return asked.slice(0, Math.max(written.length, cycle.peerCount));
}

/** Chooses the colleagues who are asked. Refused: a locked cycle, a member who is not in it, the member themselves or somebody
 * who is not in the cycle among them.
 * @example askPeers(reviewRows({ cycles: [aCycle({ memberIds: ["m1", "m2"], peerCount: 1 })] }), { cycleId: "2026-Q3", memberId: "m1", peerIds: ["m2"] }).value[0].records[0].askedIds // => ["m2"]
 * @example askPeers(reviewRows({ cycles: [aCycle({ peerCount: 1 })] }), { cycleId: "2026-Q3", memberId: "m1", peerIds: ["m1"] }).error[0].message.key // => "review.problem.peer"
 */
export function askPeers(
  rows: ReviewRows,
  of: { readonly cycleId: string; readonly memberId: MemberId; readonly peerIds: readonly MemberId[] },
): Result<readonly Change[]> {
  const cycle = rows.reviewCycles.get(of.cycleId);
  if (!cycle || cycle.state === "locked") return fail([{ message: message("review.problem.locked") }]);
  if (!cycle.memberIds.includes(of.memberId)) return fail([{ message: message("review.problem.not-in") }]);
  if (of.peerIds.some((id) => id === of.memberId || !cycle.memberIds.includes(id))) {
    return fail([{ message: message("review.problem.peer") }]);
  }
  const id = `${cycle.id}|${of.memberId}`;
  const review = rows.reviews.get(id) ?? { id, cycleId: cycle.id, memberId: of.memberId, peers: [] };
  return ok([putRecords("reviews", [{ ...review, askedIds: [...new Set(of.peerIds)] }])]);
}
