import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { CalendarEntry } from "../../../../core/base/calendar-entry.ts";
import { day } from "../../../../core/base/day.ts";
import { writeCalendar } from "../../../../formats/ics/write-calendar.ts";

const written = { name: "培训", writtenAtMs: Date.UTC(2026, 10, 1, 2, 3, 4) };

function anEntry(over: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: "session-s1@jiugong",
    title: "谈判技巧",
    on: day("2026-11-26"),
    startsAt: "09:30",
    minutes: 150,
    place: "三楼会议室",
    description: "",
    status: "confirmed",
    ...over,
  };
}

function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
}

describe("writeCalendar", () => {
  test("a reader finds uid, title and place as they were", () => {
    const [event] = readBack(writeCalendar([anEntry()], written));
    expect([event!.uid, event!.summary, event!.location]).toEqual([
      "session-s1@jiugong",
      "谈判技巧",
      "三楼会议室",
    ]);
  });

  test("half past nine is half past nine in every time zone", () => {
    const [event] = readBack(writeCalendar([anEntry()], written));
    expect(event!.startDate.toString()).toBe("2026-11-26T09:30:00");
    expect(event!.startDate.zone.tzid).toBe("floating");
    expect(event!.endDate.toString()).toBe("2026-11-26T12:00:00");
  });

  test("an entry that passes midnight ends on the next day", () => {
    const [event] = readBack(writeCalendar([anEntry({ startsAt: "23:30", minutes: 60 })], written));
    expect(event!.endDate.toString()).toBe("2026-11-27T00:30:00");
  });

  test("a whole-day entry of two days ends on the day after its last", () => {
    const { startsAt: _none, minutes: _nor, ...whole } = anEntry({ days: 2 });
    const [event] = readBack(writeCalendar([whole], written));
    expect(event!.startDate.isDate).toBe(true);
    expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual(["2026-11-26", "2026-11-28"]);
  });

  test("commas, semicolons, backslashes and line breaks come back", () => {
    const title = "报价, 谈判; 复盘 \\ 总结";
    const description = "第一行\n第二行, 完";
    const [event] = readBack(writeCalendar([anEntry({ title, description })], written));
    expect([event!.summary, event!.description]).toEqual([title, description]);
  });

  test("a long Chinese title is folded to at most 75 bytes a line and comes back whole", () => {
    const title = "大客户".repeat(60);
    const text = writeCalendar([anEntry({ title })], written);
    const longest = Math.max(...text.split("\r\n").map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
    expect(readBack(text)[0]!.summary).toBe(title);
  });

  test("every line ends with CR and LF, the last too", () => {
    const text = writeCalendar([anEntry({ description: "一\n二" })], written);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  test("control characters do not reach the file", () => {
    const [event] = readBack(writeCalendar([anEntry({ title: "谈\u0007判" })], written));
    expect(event!.summary).toBe("谈判");
  });

  test("a cancelled entry says so", () => {
    expect(writeCalendar([anEntry({ status: "cancelled" })], written)).toContain("STATUS:CANCELLED\r\n");
  });

  test("the same entries at the same moment give the same text", () => {
    const entries = [anEntry(), anEntry({ uid: "session-s2@jiugong" })];
    expect(writeCalendar(entries, written)).toBe(writeCalendar(entries, written));
    expect(writeCalendar(entries, written)).toContain("DTSTAMP:20261101T020304Z\r\n");
  });
});
