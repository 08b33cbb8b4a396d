import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { DutyId } from "../base/id.ts";
import { assignmentId } from "./duty-book.ts";
import { joinLetters } from "./letters.ts";
import type { Assignment, Duty } from "./records.ts";
import { writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** Makes one duty of several: everybody's letters on the dropped ones are joined to those on the kept one, a missing stand-in
 * is taken over, and the dropped ones are archived with their letters as they were. Throws when a duty is not there.
 * @example mergeDuties(teamOf({ duties: [aDuty("d1", "开发"), aDuty("d2", "维护")] }), { keepId: "d1", dropIds: ["d2"] }) // => [{ op: "set", table: "duties", id: "d2", fields: { archived: true } }]
 */
export function mergeDuties(
  rows: Pick<TeamRows, "duties" | "assignments">,
  input: { readonly keepId: DutyId; readonly dropIds: readonly DutyId[] },
): readonly Change[] {
  const keep = rows.duties.get(input.keepId);
  if (!keep) throw new RangeError(`no such duty: ${input.keepId}`);
  const joined = new Map<string, Assignment>();
  for (const assignment of rows.assignments.values()) {
    if (!input.dropIds.includes(assignment.dutyId)) continue;
    const id = assignmentId(keep.id, assignment.memberId);
    const before = (joined.get(id) ?? rows.assignments.get(id))?.letters ?? "";
    const letters = joinLetters(before, assignment.letters);
    joined.set(id, { id, dutyId: keep.id, memberId: assignment.memberId, letters });
  }
  const standInId = keep.standInId ?? firstStandIn(rows, input.dropIds);
  return [
    ...writeRecords("assignments", [...joined.values()]),
    ...(standInId === keep.standInId ? [] : [setFields<Duty>("duties", keep.id, { standInId })]),
    ...input.dropIds.map((id) => setFields<Duty>("duties", id, { archived: true })),
  ];
}

function firstStandIn(rows: Pick<TeamRows, "duties">, ids: readonly DutyId[]) {
  return ids.map((id) => rows.duties.get(id)?.standInId).find((standInId) => standInId !== undefined);
}
