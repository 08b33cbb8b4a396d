import type { MemberId } from "../../base/id.ts";
import type { PeriodId } from "../../base/period.ts";

/** The id of a member's statement of a period.
 * @example statementId("m1", "2026-Q3") // => "m1|2026-Q3"
 */
export function statementId(memberId: MemberId, periodId: PeriodId): string {
  return `${memberId}|${periodId}`;
}
