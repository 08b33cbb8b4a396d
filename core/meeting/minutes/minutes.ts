import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { listMessage } from "../../team/name-key.ts";
import { itemTitle } from "../agenda/agenda-of.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Action, AgendaItem, Decision, Meeting } from "../records.ts";

/** The minutes of a meeting before they have a language or a format. */
export interface Minutes {
  readonly title: Message;
  /** When, how long, where. */
  readonly when: Message;
  readonly sections: readonly MinutesSection[];
}

export interface MinutesSection {
  readonly id: "attendance" | "items" | "progress" | "problems" | "decisions" | "actions" | "open";
  readonly title: Message;
  readonly lines: readonly MinutesLine[];
}

/** One line, and what was noted under it. */
export interface MinutesLine {
  readonly text: Message;
  readonly notes: readonly string[];
}

type Rows = Pick<MeetingRows, "members" | "actions" | "decisions">;

const ATTENDANCE = ["present", "late", "excused", "absent"] as const;

/** The minutes of a meeting: who was there, what was spoken about with its notes, progress, problems, decisions, actions, and
 * what goes to the next time. Sections without a line are left out. Private notes are no part of it.
 * @example minutesOf(meetingRows(), aMeeting("周会", { problems: "交期太长" })).sections.map((one) => one.id) // => ["problems"]
 */
export function minutesOf(rows: Rows, meeting: Meeting): Minutes {
  const section = (id: MinutesSection["id"], lines: readonly MinutesLine[]): MinutesSection => ({
    id,
    title: message(`meeting.minutes.${id}`),
    lines,
  });
  const ranMinutes = meeting.ranSeconds === undefined ? meeting.minutes : Math.round(meeting.ranSeconds / 60);
  return {
    title: message("meeting.minutes.title", { name: meeting.name, day: { day: meeting.on } }),
    when: message(meeting.place === "" ? "meeting.minutes.when" : "meeting.minutes.when-where", {
      day: { day: meeting.on },
      time: meeting.startsAt,
      count: ranMinutes,
      place: meeting.place,
    }),
    sections: [
      section("attendance", attendanceLines(rows, meeting)),
      section("items", spokenItems(meeting).map(itemLine)),
      section("progress", textLines(meeting.progress)),
      section("problems", textLines(meeting.problems)),
      section("decisions", decisionsOf(rows, meeting).map(decisionLine)),
      section(
        "actions",
        actionsOf(rows, meeting).map((action) => actionLine(rows, action)),
      ),
      section("open", meeting.items.filter(isLeft).map(leftLine)),
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** The decisions of a meeting in the order in which they were made.
 * @example decisionsOf(meetingRows({ decisions: [aDecision("d1", { meetingId: "m1" })] }), { id: "m1" }).map((one) => one.id) // => ["d1"]
 */
export function decisionsOf(
  rows: Pick<MeetingRows, "decisions">,
  meeting: Pick<Meeting, "id">,
): readonly Decision[] {
  return [...rows.decisions.values()].filter((one) => one.meetingId === meeting.id);
}

/** The actions of a meeting in the order in which they were agreed.
 * @example actionsOf(meetingRows({ actions: [anAction("a1", { meetingId: "m1" })] }), { id: "m1" }).map((one) => one.id) // => ["a1"]
 */
export function actionsOf(
  rows: Pick<MeetingRows, "actions">,
  meeting: Pick<Meeting, "id">,
): readonly Action[] {
  return [...rows.actions.values()]
    .filter((one) => one.meetingId === meeting.id)
    .toSorted((a, b) => a.order - b.order);
}

function attendanceLines(rows: Rows, meeting: Meeting): readonly MinutesLine[] {
  return ATTENDANCE.flatMap((state) => {
    const names = meeting.attendance
      .filter((one) => one.state === state)
      .map(({ memberId }) => nameOf(rows, memberId));
    if (names.length === 0) return [];
    return [plain(message(`meeting.minutes.${state}`, { count: names.length, names: listMessage(names) }))];
  });
}

/** What was spoken about: done, or left open after something was noted under it. */
function spokenItems({ items }: Meeting): readonly AgendaItem[] {
  return items.filter(({ state, notes }) => state === "done" || (state !== "dropped" && notes !== ""));
}

function isLeft({ state }: AgendaItem): boolean {
  return state === "carried" || state === "parked";
}

function itemLine(item: AgendaItem): MinutesLine {
  return { text: itemTitle(item), notes: lineTexts(item.notes) };
}

function leftLine(item: AgendaItem): MinutesLine {
  return plain(message(`meeting.minutes.left.${item.state}`, { item: itemTitle(item) }));
}

function decisionLine({ text, reviewOn }: Decision): MinutesLine {
  return plain(
    reviewOn === undefined
      ? message("meeting.text", { text })
      : message("meeting.minutes.decision", { text, day: { day: reviewOn } }),
  );
}

function actionLine(rows: Rows, action: Action): MinutesLine {
  const owner = action.ownerId === undefined ? "nobody" : "owner";
  const due = action.dueOn === undefined ? "no-day" : "day";
  return plain(
    message(`meeting.minutes.action.${owner}.${due}`, {
      text: action.text,
      name: action.ownerId === undefined ? "" : nameOf(rows, action.ownerId),
      day: action.dueOn === undefined ? "" : { day: action.dueOn },
    }),
  );
}

function plain(text: Message): MinutesLine {
  return { text, notes: [] };
}

function textLines(text: string): readonly MinutesLine[] {
  return lineTexts(text).map((line) => plain(message("meeting.text", { text: line })));
}

function lineTexts(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function nameOf(rows: Rows, memberId: MemberId): string {
  return rows.members.get(memberId)?.name ?? memberId;
}
