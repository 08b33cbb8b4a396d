import ICAL from "ical.js";
import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { workingCalendar } from "../../../../core/base/working-calendar.ts";
import { meetingEntries } from "../../../../core/meeting/schedule/calendar-entries.ts";
import { meetingsIn } from "../../../../core/meeting/schedule/meeting-list.ts";
import { writeCalendar } from "../../../../formats/ics/write-calendar.ts";
import { aMeeting, aSeries, meetingRows } from "../../../builders/meeting.ts";

const range = { start: day("2026-09-28"), end: day("2026-10-20") };

test("a calendar has each meeting of a series on the day on which it is held, and what was cancelled as cancelled", () => {
  const series = aSeries("周会", { name: "周会; 东区", place: "三楼" });
  const cancelled = aMeeting("周会|2026-10-19", { name: "周会", on: day("2026-10-19"), state: "cancelled" });
  const meetings = meetingsIn(
    meetingRows({ series: [series], meetings: [cancelled] }),
    workingCalendar([]),
    range,
  );
  const text = writeCalendar(meetingEntries(meetings), { name: "会议", writtenAtMs: 0 });
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(
    events.map((part) => {
      const event = new ICAL.Event(part);
      return [event.summary, event.startDate.toString(), String(part.getFirstPropertyValue("status"))];
    }),
  ).toEqual([
    ["周会; 东区", "2026-09-28T09:30:00", "CONFIRMED"],
    ["周会; 东区", "2026-10-08T09:30:00", "CONFIRMED"],
    ["周会; 东区", "2026-10-12T09:30:00", "CONFIRMED"],
    ["周会", "2026-10-19T09:30:00", "CANCELLED"],
  ]);
});
