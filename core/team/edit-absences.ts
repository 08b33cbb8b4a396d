import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { absenceWithin, absencesOf } from "./member-status.ts";
import type { Absence } from "./records.ts";
import { deleteRecords, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** An absence to be noted; `until` is the first day back. */
export interface NewAbsence {
  readonly memberId: MemberId;
  readonly kind: Absence["kind"];
  readonly from: Day;
  readonly until: Day;
  readonly note?: string;
}

/** Notes an absence. Refused when the first day back is not after the first day away, or when it shares a day with another.
 * @example addAbsence(smallTeam(), { memberId: "王芳", kind: "sick", from: "2026-05-04", until: "2026-05-04" }).error[0].field // => "until"
 */
export function addAbsence(rows: TeamRows, input: NewAbsence): Result<readonly Change[]> {
  let id = `${input.memberId}:${input.from}`;
  while (rows.absences.has(id)) id += "+";
  const absence: Absence = { ...input, id, note: input.note?.trim() ?? "" };
  const problem = absenceProblem(rows, absence);
  return problem ? fail([problem]) : ok(writeRecords("absences", [absence]));
}

/** Changes an absence; checked as when adding. Ending it early is setting `until`.
 * @example editAbsence(smallTeam(), "a1", { until: "2026-05-06" }).ok // => false
 */
export function editAbsence(
  rows: TeamRows,
  id: string,
  fields: Partial<Omit<NewAbsence, "memberId">>,
): Result<readonly Change[]> {
  const before = rows.absences.get(id);
  if (!before) return fail([{ field: "absence", message: message("team.problem.absence-gone") }]);
  const absence: Absence = { ...before, ...fields };
  const problem = absenceProblem(rows, absence);
  if (problem) return fail([problem]);
  return ok(isSame(before, absence) ? [] : writeRecords("absences", [absence]));
}

/** Takes an absence out.
 * @example removeAbsence(smallTeam(), "a1").value // => []
 */
export function removeAbsence(rows: TeamRows, id: string): Result<readonly Change[]> {
  return ok(rows.absences.has(id) ? deleteRecords("absences", [id]) : []);
}

function absenceProblem(rows: TeamRows, absence: Absence): Problem | null {
  if (!rows.members.has(absence.memberId)) {
    return { field: "member", message: message("team.problem.member-gone") };
  }
  if (absence.until <= absence.from) {
    return { field: "until", message: message("team.problem.absence-days") };
  }
  const clash = absenceWithin(absencesOf(rows.absences, absence.memberId), absence, absence.id);
  if (!clash) return null;
  const params = { from: { day: clash.from }, until: { day: clash.until } };
  return { field: "from", message: message("team.problem.absence-overlap", params) };
}
