import { addDays, weekdayOf } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { meetingsIn } from "../../../core/meeting/schedule/meeting-list.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import type { HomeSource } from "./home-source.ts";

/** How far ahead the next meeting is looked for. */
const AHEAD_DAYS = 92;

/** The meeting that runs, else the next one; `null` when none comes in the next quarter. */
export function nextMeeting({ workspace, book }: HomeSource) {
  const { rows } = workspace;
  const { today } = book;
  const running = [...rows.meetings.values()].find(({ state }) => state === "running");
  if (running) return { id: running.id, text: message("meeting.home.running", { name: running.name }) };
  const range = { start: today, end: addDays(today, AHEAD_DAYS) };
  const next = meetingsIn(rows, calendarOf(rows), range).find(({ state }) => state === "planned");
  if (!next) return null;
  const weekday = message(`meeting.weekday.${weekdayOf(next.on)}`);
  const when = { name: next.name, day: { day: next.on }, weekday, time: next.startsAt };
  return { id: next.id, text: message(`meeting.home.${next.on === today ? "today" : "next"}`, when) };
}
