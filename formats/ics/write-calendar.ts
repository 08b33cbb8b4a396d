import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarEntry } from "../../core/base/calendar-entry.ts";
import { addDays, dayNumber } from "../../core/base/day.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** An entry that starts at a time and says no length is an hour long, as calendar programs take it. */
const USUAL_MINUTES = 60;
const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Writes entries as an `.ics` file (RFC 5545). Times are floating: 09:30 is 09:30 on the clock of whoever opens it, which holds
 * for a team in one place and needs no table of time zones. The same entries and moment give the same text. */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  of: { readonly name: string; readonly writtenAtMs: number },
): string {
  const calendar = ical({
    name: lineText(of.name),
    prodId: "//Jiugong//Jiugong//EN",
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      summary: plain(entry.title),
      ...(entry.place === "" ? {} : { location: plain(entry.place) }),
      ...(entry.description === "" ? {} : { description: plain(entry.description) }),
      status: STATUS[entry.status],
      stamp: new Date(of.writtenAtMs),
      ...whenOf(entry),
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** The writer prints the parts that a moment has in UTC, so the wall clock goes in as if it were UTC. */
function whenOf(entry: CalendarEntry) {
  if (entry.startsAt === undefined) {
    const end = addDays(entry.on, Math.max(1, entry.days ?? 1));
    return { start: momentOf(entry.on, 0), end: momentOf(end, 0), allDay: true, floating: true };
  }
  const from = Number(entry.startsAt.slice(0, 2)) * 60 + Number(entry.startsAt.slice(3));
  const minutes = Math.max(1, Math.round(entry.minutes ?? USUAL_MINUTES));
  return { start: momentOf(entry.on, from), end: momentOf(entry.on, from + minutes), floating: true };
}

function momentOf(on: CalendarEntry["on"], minutes: number): Date {
  return new Date(dayNumber(on) * MS_PER_DAY + minutes * MS_PER_MINUTE);
}

/** Text in one line. The writer escapes what it says of entries, but takes a calendar's own name as it is. */
function lineText(text: string): string {
  return plain(text)
    .replace(/\s+/g, " ")
    .replace(/[\\;,]/g, "\\$&");
}

/** Control characters are not allowed in a calendar's text; line breaks and tabs are. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}
