import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Announcement } from "../records.ts";

type Announcements = ReadonlyMap<string, Announcement>;

/** What can be edited of an announcement; `undefined` takes the end away. */
export type AnnouncementFields = {
  readonly [F in Exclude<keyof Announcement, "id">]?: Announcement[F] | undefined;
};

/** Adds an announcement of today, unless another day is given. Refused: without a title, or with an end before its day.
 * @example addAnnouncement(new Map(), { id: "a1", fields: { title: "" }, today: "2026-09-01" }).error[0].field // => "title"
 */
export function addAnnouncement(
  announcements: Announcements,
  input: { readonly id: string; readonly fields: AnnouncementFields; readonly today: Day },
): Result<readonly Change[]> {
  if (announcements.has(input.id)) throw new Error(`an announcement has this id: ${input.id}`);
  const blank: Announcement = { id: input.id, on: input.today, title: "", text: "", isPinned: false };
  return write(null, withFields(blank, input.fields));
}

/** Changes an announcement; checked like a new one. Nothing is written where nothing differs.
 * @example editAnnouncement(new Map([["a1", anAnnouncement("a1")]]), { id: "a1", fields: { isPinned: false } }).value // => []
 */
export function editAnnouncement(
  announcements: Announcements,
  input: { readonly id: string; readonly fields: AnnouncementFields },
): Result<readonly Change[]> {
  const before = announcements.get(input.id);
  if (!before) return fail([{ message: message("meeting.feed.problem.gone") }]);
  return write(before, withFields(before, input.fields));
}

/** Takes an announcement away; one that is gone already is passed over.
 * @example removeAnnouncement(new Map(), "a1").value // => []
 */
export function removeAnnouncement(announcements: Announcements, id: string): Result<readonly Change[]> {
  return ok(announcements.has(id) ? [removeRecords("announcements", [id])] : []);
}

function withFields(announcement: Announcement, fields: AnnouncementFields): Announcement {
  const merged = { ...announcement, ...fields, title: (fields.title ?? announcement.title).trim() };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as Announcement;
}

function write(before: Announcement | null, after: Announcement): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const wrong = (field: keyof Announcement, key: string) =>
    problems.push({ field, message: message(`meeting.feed.problem.${key}`) });
  if (after.title === "") wrong("title", "title");
  if (after.title.length > 200) wrong("title", "title-long");
  if (after.text.length > 20_000) wrong("text", "text-long");
  if (after.until !== undefined && after.until <= after.on) wrong("until", "until");
  if (problems.length > 0) return fail(problems);
  return ok(before !== null && isSame(before, after) ? [] : [putRecords("announcements", [after])]);
}
