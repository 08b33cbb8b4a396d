import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { MemberId } from "../../base/id.ts";
import { ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { OneToOneNote } from "../records.ts";

type Rows = Pick<MeetingRows, "oneToOneNotes">;

/** Writes a private note; an empty one goes.
 * @example putNote(meetingRows(), { id: "n1", memberId: "m1", on: "2026-11-26", text: " " }).value // => []
 */
export function putNote(rows: Rows, note: OneToOneNote): Result<readonly Change[]> {
  const before = rows.oneToOneNotes.get(note.id);
  const written = { ...note, text: note.text.trim() };
  if (written.text === "") return ok(before ? [removeRecords("oneToOneNotes", [note.id])] : []);
  return ok(isSame(before, written) ? [] : [putRecords("oneToOneNotes", [written])]);
}

/** The private notes about a member, the latest first.
 * @example notesAbout(meetingRows(), "m1") // => []
 */
export function notesAbout(rows: Rows, memberId: MemberId): readonly OneToOneNote[] {
  return [...rows.oneToOneNotes.values()]
    .filter((note) => note.memberId === memberId)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1));
}
