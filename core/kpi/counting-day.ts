import type { Day } from "../base/day.ts";
import { addDays } from "../base/day.ts";
import { lastDayOf } from "../base/period.ts";
import type { Period } from "../base/period.ts";

/** The day on which a member's value of a period counts, which says the group and the set of KPIs that hold: the period's
 * last day, or the member's own last day when that is earlier.
 * @example countingDay({ leftOn: "2026-09-15" }, period("2026-09", 1)) // => "2026-09-14"
 * @example countingDay({}, period("2026-Q3", 1)) // => "2026-09-30"
 */
export function countingDay(member: { readonly leftOn?: Day | undefined }, period: Period): Day {
  const last = lastDayOf(period);
  return member.leftOn !== undefined && member.leftOn <= last ? addDays(member.leftOn, -1) : last;
}
