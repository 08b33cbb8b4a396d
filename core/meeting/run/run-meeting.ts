import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { fail } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { AgendaItem, Meeting } from "../records.ts";
import { editMeeting } from "../schedule/edit-meeting.ts";

type Rows = Pick<MeetingRows, "meetings">;

/** The most items that a meeting keeps. */
const MOST_ITEMS = 300;

/** Begins a meeting: its agenda as it stands now is kept, and the first line is spoken about. Whoever was expected counts as
 * present until said otherwise. One that is begun before its day is held today: the minutes say when people spoke.
 * @example startMeeting({ meetings: new Map() }, aMeeting("m1"), { lines: [anItem("a")], nowMs: 1000, today: "2026-11-26" }).value[0].records[0].current // => { key: "a", sinceMs: 1000 }
 */
export function startMeeting(
  rows: Rows,
  meeting: Meeting,
  of: { readonly lines: readonly AgendaItem[]; readonly nowMs: number; readonly today: Day },
): Result<readonly Change[]> {
  if (meeting.state !== "planned") return fail([{ message: message("meeting.problem.started") }]);
  const aside = meeting.items.filter(({ state }) => state === "parked");
  const [first] = of.lines;
  return editMeeting(rows, meeting, {
    state: "running",
    on: meeting.on > of.today ? of.today : meeting.on,
    items: [...of.lines, ...aside].slice(0, MOST_ITEMS),
    startedAtMs: of.nowMs,
    attendance: meeting.attendance.map((one) =>
      one.state === "expected" ? { ...one, state: "present" } : one,
    ),
    current: first && { key: first.key, sinceMs: of.nowMs },
  });
}

/** Goes to a line; the time that went by belongs to the one before.
 * @example goToItem({ meetings: new Map() }, aMeeting("m1", { items: [anItem("a"), anItem("b")], current: { key: "a", sinceMs: 0 } }), { key: "b", nowMs: 5000 }).value[0].records[0].items[0].seconds // => 5
 */
export function goToItem(
  rows: Rows,
  meeting: Meeting,
  to: { readonly key: string; readonly nowMs: number },
): Result<readonly Change[]> {
  if (meeting.current?.key === to.key) return editMeeting(rows, meeting, {});
  return editMeeting(rows, meeting, {
    items: withTime(meeting, to.nowMs),
    current: { key: to.key, sinceMs: to.nowMs },
  });
}

/** Finishes the line that is spoken about, as done or parked, and goes on to the next open one; after the last it stays.
 * @example finishItem({ meetings: new Map() }, aMeeting("m1", { items: [anItem("a"), anItem("b")], current: { key: "a", sinceMs: 0 } }), { state: "done", nowMs: 0 }).value[0].records[0].current.key // => "b"
 */
export function finishItem(
  rows: Rows,
  meeting: Meeting,
  by: { readonly state: "done" | "parked"; readonly nowMs: number },
): Result<readonly Change[]> {
  const key = meeting.current?.key;
  if (key === undefined) return fail([{ message: message("meeting.problem.no-item") }]);
  const at = meeting.items.findIndex((one) => one.key === key);
  const items = withTime(meeting, by.nowMs).map((one) =>
    one.key === key ? { ...one, state: by.state } : one,
  );
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find(({ state }) => state === "open");
  return editMeeting(rows, meeting, {
    items,
    current: { key: next?.key ?? key, sinceMs: by.nowMs },
  });
}

/** Opens a line again that was done or parked, and goes there.
 * @example reopenItem({ meetings: new Map() }, aMeeting("m1", { items: [anItem("a", { state: "parked" })] }), { key: "a", nowMs: 0 }).value[0].records[0].items[0].state // => "open"
 */
export function reopenItem(
  rows: Rows,
  meeting: Meeting,
  of: { readonly key: string; readonly nowMs: number },
): Result<readonly Change[]> {
  const items = withTime(meeting, of.nowMs).map((one): AgendaItem =>
    one.key === of.key ? { ...one, state: "open" } : one,
  );
  return editMeeting(rows, meeting, { items, current: { key: of.key, sinceMs: of.nowMs } });
}

/** Ends a meeting: what is still open is carried to the next one.
 * @example endMeeting({ meetings: new Map() }, aMeeting("m1", { state: "running", items: [anItem("a")], startedAtMs: 0 }), 60000).value[0].records[0].ranSeconds // => 60
 */
export function endMeeting(rows: Rows, meeting: Meeting, nowMs: number): Result<readonly Change[]> {
  if (meeting.state !== "running") return fail([{ message: message("meeting.problem.not-running") }]);
  return editMeeting(rows, meeting, {
    state: "held",
    items: withTime(meeting, nowMs).map((one) => (one.state === "open" ? { ...one, state: "carried" } : one)),
    current: undefined,
    ranSeconds: Math.max(0, Math.round((nowMs - (meeting.startedAtMs ?? nowMs)) / 1000)),
  });
}

/** The next open line in a direction from the one that is spoken about; `null` at the ends.
 * @example itemBeside(aMeeting("m1", { items: [anItem("a"), anItem("b")], current: { key: "a", sinceMs: 0 } }), 1) // => "b"
 */
export function itemBeside(meeting: Meeting, step: 1 | -1): string | null {
  const shown = meeting.items.filter(({ state }) => state !== "parked" && state !== "dropped");
  const at = shown.findIndex(({ key }) => key === meeting.current?.key);
  return shown[at + step]?.key ?? null;
}

function withTime(meeting: Meeting, nowMs: number): readonly AgendaItem[] & AgendaItem[] {
  const { current, items } = meeting;
  if (!current) return items;
  const spent = Math.max(0, Math.round((nowMs - current.sinceMs) / 1000));
  return items.map((one) =>
    one.key === current.key ? { ...one, seconds: (one.seconds ?? 0) + spent } : one,
  );
}
