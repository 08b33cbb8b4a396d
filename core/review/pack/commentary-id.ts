import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";

/** The id of the commentary on a subject's quarter.
 * @example commentaryId("2026-Q3", { kind: "team" }) // => "2026-Q3|team"
 */
export function commentaryId(periodId: string, subject: Subject): string {
  return `${periodId}|${subjectKey(subject)}`;
}
