import { childPeriods, parentPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";

/** The periods by which pay may be reckoned inside a chosen one.
 * @example payPeriods(period("2026-Q1", 1), 1).map((one) => one.id) // => ["2026-Q1", "2026-01", "2026-02", "2026-03"]
 */
export function payPeriods(chosen: Period, fiscalStart: number): readonly Period[] {
  if (chosen.kind === "month") return [chosen, parentPeriod(chosen, fiscalStart)!];
  if (chosen.kind === "quarter") return [chosen, ...childPeriods(chosen, fiscalStart)];
  const quarters = childPeriods(chosen, fiscalStart);
  return [...quarters, ...quarters.flatMap((one) => childPeriods(one, fiscalStart))];
}
