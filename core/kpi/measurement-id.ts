import { subjectKey } from "../base/id.ts";
import type { KpiId, Subject } from "../base/id.ts";
import type { PeriodId } from "../base/period.ts";
import type { KpiContext } from "./context.ts";
import { memoBy } from "./memo-by.ts";
import type { Measurement } from "./records.ts";

/** The id of a KPI's value for a subject and period.
 * @example measurementId("visits", { kind: "member", id: "m1" }, "2026-09") // => "visits|member:m1|2026-09"
 */
export function measurementId(kpiId: KpiId, subject: Subject, periodId: PeriodId): string {
  return `${kpiId}|${subjectKey(subject)}|${periodId}`;
}

/** The typed value of exactly this subject and period, or `undefined`.
 * @example measurementAt(kpiWorld({ measurements: [aMarchValue("visits", "m1", 12)] }), "visits|member:m1|2026-03").value // => 12
 */
export function measurementAt(context: KpiContext, id: string): Measurement | undefined {
  for (const chunk of context.facts.measurements) {
    const byId = memoBy([chunk], "by-id", () => new Map(chunk.map((one) => [one.id, one])));
    const found = byId.get(id);
    if (found) return found;
  }
  return undefined;
}
