import type { CalendarEntry } from "../../base/calendar-entry.ts";
import type { Day } from "../../base/day.ts";
import { addDays, weekdayOf } from "../../base/day.ts";
import type { Message } from "../../base/message.ts";
import { message } from "../../base/message.ts";
import type { Period } from "../../base/period.ts";
import type { Bilingual } from "../../base/schema.ts";
import { listMessage } from "../../team/name-key.ts";
import type { PlannedSession } from "../plan/plan-totals.ts";
import type { TrainingRows } from "../training-rows.ts";

/** Hours of a working day: a longer session takes whole days in a calendar. */
const DAY_HOURS = 8;

/** Sessions as entries of a calendar program, in the reader's language. One that says no time, or takes longer than a day,
 * takes whole days.
 * @example sessionEntries(trainingRows(), [{ session: aSession("s1", "c1", { hours: 16 }), course: aCourse("c1"), enrolments: [] }], { nameOf: (name) => name.zh, say: () => "" })[0].days // => 2
 */
export function sessionEntries(
  rows: Pick<TrainingRows, "members">,
  sessions: readonly PlannedSession[],
  words: { nameOf(name: Bilingual): string; say(message: Message): string },
): readonly CalendarEntry[] {
  return sessions.map(({ session, course, enrolments }) => {
    const people = enrolments.flatMap((one) => rows.members.get(one.memberId)?.name ?? []);
    const lines = [
      ...(session.trainer === "" ? [] : [message("training.ics.trainer", { trainer: session.trainer })]),
      ...(people.length === 0 ? [] : [message("training.ics.people", { names: listMessage(people) })]),
    ].map((line) => words.say(line));
    const isWhole = session.startsAt === undefined || session.hours > DAY_HOURS;
    return {
      uid: `training-${session.id}@jiugong`,
      title: words.nameOf(course.name),
      on: session.on,
      ...(isWhole
        ? { days: Math.max(1, Math.ceil(session.hours / DAY_HOURS)) }
        : { startsAt: session.startsAt, minutes: Math.round(session.hours * 60) }),
      place: session.place,
      description: [...lines, ...(session.note === "" ? [] : [session.note])].join("\n"),
      status: session.status === "cancelled" ? "cancelled" : "confirmed",
    };
  });
}

/** The weeks that a month touches, Monday to Sunday.
 * @example monthWeeks(period("2026-09", 1))[0][0] // => "2026-08-31"
 */
export function monthWeeks({ start, end }: Pick<Period, "start" | "end">): readonly (readonly Day[])[] {
  const weeks: Day[][] = [];
  for (let monday = addDays(start, 1 - weekdayOf(start)); monday < end; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  }
  return weeks;
}
