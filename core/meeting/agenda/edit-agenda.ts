import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { AgendaItem, Meeting } from "../records.ts";
import { editMeeting } from "../schedule/edit-meeting.ts";

type Rows = Pick<MeetingRows, "meetings">;

const MOST_TITLE = 200;

/** Puts a line of the agenda at a place, 0 the first; the order of all is kept from now on.
 * @example moveItem({ meetings: new Map() }, aMeeting("m1"), { lines: [anItem("a"), anItem("b")], key: "b", to: 0 }).value[0].records[0].orderKeys // => ["b", "a"]
 */
export function moveItem(
  rows: Rows,
  meeting: Meeting,
  move: { readonly lines: readonly AgendaItem[]; readonly key: string; readonly to: number },
): Result<readonly Change[]> {
  const others = move.lines.map(({ key }) => key).filter((key) => key !== move.key);
  const to = Math.max(0, Math.min(others.length, move.to));
  return editMeeting(rows, meeting, { orderKeys: others.toSpliced(to, 0, move.key) });
}

/** Adds a line of the manager's own as the last. Refused without a text.
 * @example addItem({ meetings: new Map() }, aMeeting("m1"), { key: "a", title: " " }).error[0].field // => "title"
 */
export function addItem(
  rows: Rows,
  meeting: Meeting,
  { key, title }: { readonly key: string; readonly title: string },
): Result<readonly Change[]> {
  const text = title.trim();
  if (text === "") return fail([{ field: "title", message: message("meeting.problem.item") }]);
  if (text.length > MOST_TITLE)
    return fail([{ field: "title", message: message("meeting.problem.name-long") }]);
  const item: AgendaItem = { key, kind: "own", title: text, reasons: [], state: "open", notes: "" };
  return editMeeting(rows, meeting, { items: [...meeting.items, item] });
}

/** Changes a line: one that was only proposed is kept from now on.
 * @example editItem({ meetings: new Map() }, aMeeting("m1"), { item: anItem("a"), fields: { minutes: 10 } }).value[0].records[0].items[0].minutes // => 10
 */
export function editItem(
  rows: Rows,
  meeting: Meeting,
  edit: { readonly item: AgendaItem; readonly fields: Partial<AgendaItem> },
): Result<readonly Change[]> {
  const { item, fields } = edit;
  const written = { ...item, ...fields };
  if (typeof written.title === "string" && written.title.trim() === "") {
    return fail([{ field: "title", message: message("meeting.problem.item") }]);
  }
  const isKept = meeting.items.some(({ key }) => key === item.key);
  const items = isKept
    ? meeting.items.map((one) => (one.key === item.key ? written : one))
    : [...meeting.items, written];
  return editMeeting(rows, meeting, { items });
}

/** Takes a line off this agenda: the manager's own goes, a proposed one is hidden and can be shown again.
 * @example hideItem({ meetings: new Map() }, aMeeting("m1"), anItem("stalled:d1", { kind: "stalled" })).value[0].records[0].hiddenKeys // => ["stalled:d1"]
 */
export function hideItem(rows: Rows, meeting: Meeting, item: AgendaItem): Result<readonly Change[]> {
  const items = meeting.items.filter(({ key }) => key !== item.key);
  const hiddenKeys = item.kind === "own" ? meeting.hiddenKeys : [...meeting.hiddenKeys, item.key];
  return editMeeting(rows, meeting, { items, hiddenKeys });
}

/** Shows hidden lines again.
 * @example showHidden({ meetings: new Map() }, aMeeting("m1", { hiddenKeys: ["a"] })).value[0].records[0].hiddenKeys // => []
 */
export function showHidden(rows: Rows, meeting: Meeting): Result<readonly Change[]> {
  return meeting.hiddenKeys.length === 0 ? ok([]) : editMeeting(rows, meeting, { hiddenKeys: [] });
}
