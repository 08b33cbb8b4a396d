import type { KpiId } from "../base/id.ts";
import { parseSubjectKey, subjectKey } from "../base/id.ts";
import type { PeriodId } from "../base/period.ts";
import type { Target, TargetLine } from "./records.ts";
import type { TargetPlace } from "./target-rows.ts";

/** The place that a target's id names; `null` when it is no such id.
 * @example parseTargetId("won-amount|team|2026-Q3|target") // => { kpiId: "won-amount", subject: { kind: "team" }, periodId: "2026-Q3", line: "target" }
 * @example parseTargetId("won-amount|team") // => null
 */
export function parseTargetId(id: string): TargetPlace | null {
  const [kpiId = "", subject, periodId, line] = id.split("|");
  if (subject === undefined || periodId === undefined || line === undefined) return null;
  return {
    kpiId: kpiId as KpiId,
    subject: parseSubjectKey(subject),
    periodId: periodId as PeriodId,
    line: line as TargetLine,
  };
}

/** A target as a lock keeps it: its place by its id, and the value. `null` when it is no such id.
 * @example recordAt("visits|team|2026|target", 3).periodId // => "2026"
 */
export function recordAt(id: string, value: number): Target | null {
  const place = parseTargetId(id);
  return place && { id, ...place, subject: subjectKey(place.subject), value };
}
