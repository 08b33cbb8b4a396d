import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Meeting } from "../records.ts";
import { timedProblems } from "./edit-series.ts";

/** What can be edited of a meeting; `undefined` takes an optional field away. */
export type MeetingFields = { readonly [F in keyof Omit<Meeting, "id">]?: Meeting[F] | undefined };

/** Writes a meeting with fields changed: one that a series brings is kept from now on. Refused, field by field: without a
 * name, without a time or a length between 5 minutes and a day.
 * @example editMeeting({ meetings: new Map() }, aMeeting("m1"), { name: "" }).error[0].field // => "name"
 */
export function editMeeting(
  rows: Pick<MeetingRows, "meetings">,
  meeting: Meeting,
  fields: MeetingFields,
): Result<readonly Change[]> {
  const written = withMeetingFields(meeting, fields);
  const problems = timedProblems(written);
  if (problems.length > 0) return fail(problems);
  return ok(isSame(rows.meetings.get(meeting.id), written) ? [] : [putRecords("meetings", [written])]);
}

/** A meeting with fields changed; what became `undefined` is left out.
 * @example withMeetingFields(aMeeting("m1"), { name: " 周会 " }).name // => "周会"
 */
export function withMeetingFields(meeting: Meeting, fields: MeetingFields): Meeting {
  const merged = { ...meeting, ...fields };
  const trimmed = { ...merged, name: (merged.name ?? "").trim(), place: (merged.place ?? "").trim() };
  return Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value !== undefined)) as Meeting;
}

/** Says whether a member was there; one who was not invited joins.
 * @example setAttendance({ meetings: new Map() }, aMeeting("m1"), { memberId: "王芳", state: "late" }).value[0].records[0].attendance // => [{ memberId: "王芳", state: "late" }]
 */
export function setAttendance(
  rows: Pick<MeetingRows, "meetings">,
  meeting: Meeting,
  said: { readonly memberId: MemberId; readonly state: Meeting["attendance"][number]["state"] },
): Result<readonly Change[]> {
  const isKnown = meeting.attendance.some((one) => one.memberId === said.memberId);
  const attendance = isKnown
    ? meeting.attendance.map((one) => (one.memberId === said.memberId ? said : one))
    : [...meeting.attendance, said];
  return editMeeting(rows, meeting, { attendance });
}

/** Takes a meeting by itself away; one of a series is cancelled, for the rule would bring it again. What has been held stays:
 * its actions and decisions point there.
 * @example removeMeeting({ meetings: new Map() }, aMeeting("m1", { state: "held" })).ok // => false
 */
export function removeMeeting(
  rows: Pick<MeetingRows, "meetings">,
  meeting: Meeting,
): Result<readonly Change[]> {
  if (meeting.state === "held") return fail([{ message: message("meeting.problem.held") }]);
  if (meeting.seriesId !== undefined) return editMeeting(rows, meeting, { state: "cancelled" });
  return ok(rows.meetings.has(meeting.id) ? [removeRecords("meetings", [meeting.id])] : []);
}
