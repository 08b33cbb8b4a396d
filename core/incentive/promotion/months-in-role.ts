import type { Day } from "../../base/day.ts";
import { monthOf, yearOf } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { membershipsOf } from "../../team/memberships.ts";
import type { MembershipRows } from "../../team/memberships.ts";
import type { Membership } from "../../team/records.ts";

/** The memberships with the title and grade that a member has on a day, back to the one with which both began: a move to another
 * group with the same title interrupts nothing. Earliest first; none when there is no membership by that day.
 * @example membershipsInRole(rewardWorld({ values: { a: 1 } }).rows, "a", "2026-11-23").map((one) => one.from) // => ["2025-01-01"]
 */
export function membershipsInRole(
  rows: Pick<MembershipRows, "memberships">,
  memberId: MemberId,
  on: Day,
): readonly Membership[] {
  const until = membershipsOf(rows.memberships, memberId).filter((one) => one.from <= on);
  const last = until.at(-1);
  const change = until.findLastIndex((one) => one.title !== last?.title || one.grade !== last.grade);
  return until.slice(change + 1);
}

/** Whole months between two days; a month is whole on the same day of a later month. 0 when the second is not later.
 * @example monthsBetween("2026-01-15", "2026-03-14") // => 1
 * @example monthsBetween("2026-01-15", "2026-03-15") // => 2
 */
export function monthsBetween(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return Math.max(0, months - (to.slice(8) < from.slice(8) ? 1 : 0));
}
