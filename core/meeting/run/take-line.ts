import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { ActionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { addAction } from "../actions/edit-actions.ts";
import { linksOfItem } from "../actions/action-links.ts";
import { putDecision } from "../decisions/edit-decisions.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Decision, Meeting, OneToOneNote } from "../records.ts";
import { editMeeting } from "../schedule/edit-meeting.ts";
import type { ReadLine } from "./read-line.ts";

/** Writes down a line that was typed in a meeting, under the item that is spoken about: an action with what the item is about
 * as its links, a decision, a problem, a note. What is noted in a one-to-one goes to its private notes. One line, one commit.
 * @example takeLine(meetingRows(), aMeeting("m1"), { line: { kind: "problem", text: "交期太长", ownerId: null, unknown: null, day: null }, id: "x", today: "2026-11-26" }).value[0].records[0].problems // => "交期太长"
 */
export function takeLine(
  rows: MeetingRows,
  meeting: Meeting,
  by: { readonly line: ReadLine; readonly id: string; readonly today: Day },
): Result<readonly Change[]> {
  const { line, id, today } = by;
  const text = line.text.trim();
  if (text === "") return fail([{ field: "line", message: message("meeting.problem.line") }]);
  const item = meeting.items.find(({ key }) => key === meeting.current?.key);
  if (line.kind === "action") {
    const fields = {
      text,
      ownerId: line.ownerId ?? undefined,
      dueOn: line.day ?? undefined,
      meetingId: meeting.id,
      ...(item ? linksOfItem(item) : {}),
    };
    return addAction(rows, { id: id as ActionId, fields, today });
  }
  if (line.kind === "decision") {
    const decision: Decision = { id, text, on: today, meetingId: meeting.id, outcome: "" };
    return putDecision(rows, decision, line.day === null ? {} : { reviewOn: line.day });
  }
  if (line.kind === "problem")
    return editMeeting(rows, meeting, { problems: withLine(meeting.problems, text) });
  if (meeting.kind === "one-to-one") return privateNote(meeting, by);
  if (!item) return editMeeting(rows, meeting, { progress: withLine(meeting.progress, text) });
  const items = meeting.items.map((one) =>
    one.key === item.key ? { ...one, notes: withLine(one.notes, text) } : one,
  );
  return editMeeting(rows, meeting, { items });
}

function privateNote(
  meeting: Meeting,
  { line, id, today }: Parameters<typeof takeLine>[2],
): Result<readonly Change[]> {
  const memberId = meeting.attendance[0]?.memberId;
  if (memberId === undefined)
    return fail([{ field: "line", message: message("meeting.problem.one-member") }]);
  const note: OneToOneNote = { id, memberId, on: today, meetingId: meeting.id, text: line.text.trim() };
  return ok([putRecords("oneToOneNotes", [note])]);
}

function withLine(text: string, line: string): string {
  return text === "" ? line : `${text}\n${line}`;
}
