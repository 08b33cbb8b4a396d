import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { parseSubjectKey } from "../../base/id.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import type { Target } from "../records.ts";
import type { TargetTree } from "../target-tree.ts";
import { daysInRole } from "./days-in-role.ts";

/** Marks what was divided by capacity: a member who is in the role for fewer than a period's working days had that counted,
 * so nothing is to be cut a second time. Targets of groups and of members who are there all the time carry no mark.
 * @example withMeantDays(leavingTree(), [...leavingTree().book.targets.values()])[0].meantDays // => 10
 */
export function withMeantDays(tree: TargetTree, records: readonly Target[]): readonly Target[] {
  return records.map((record) => {
    const subject = parseSubjectKey(record.subject);
    const member = subject.kind === "member" ? tree.book.members.get(subject.id) : undefined;
    const period = tree.periods.find((one) => one.id === record.periodId);
    if (!member || !period) return record;
    const plain = { ...record };
    delete plain.meantDays;
    const days = daysInRole(tree.book, { member, period, calendar: tree.calendar });
    return days < workingDaysIn(tree.calendar, period) ? { ...plain, meantDays: days } : plain;
  });
}

/** The same of the targets that changes write.
 * @example markMeantDays(leavingTree(), []) // => []
 */
export function markMeantDays(tree: TargetTree, changes: readonly Change[]): readonly Change[] {
  return changes.map((change) =>
    change.op === "put" && change.table === "targets"
      ? putRecords("targets", withMeantDays(tree, change.records as readonly Target[]))
      : change,
  );
}
