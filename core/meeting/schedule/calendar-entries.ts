import type { CalendarEntry } from "../../base/calendar-entry.ts";
import type { Meeting } from "../records.ts";

/** Meetings as entries of a calendar. A meeting keeps its uid from export to export, so that a calendar moves what was moved
 * and strikes what was cancelled; what is spoken about stays here.
 * @example meetingEntries([aMeeting("s1|2026-11-23", { state: "cancelled" })])[0].status // => "cancelled"
 */
export function meetingEntries(meetings: readonly Meeting[]): readonly CalendarEntry[] {
  return meetings.map((meeting) => ({
    uid: `meeting-${meeting.id.replaceAll("|", "-")}@jiugong`,
    title: meeting.name,
    on: meeting.on,
    startsAt: meeting.startsAt,
    minutes: meeting.minutes,
    place: meeting.place,
    description: "",
    status: meeting.state === "cancelled" ? "cancelled" : "confirmed",
  }));
}
