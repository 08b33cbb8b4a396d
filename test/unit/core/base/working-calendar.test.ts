import fc from "fast-check";
import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { addDays, day, dayFromNumber, dayNumber, weekdayOf } from "../../../../core/base/day.ts";
import { HOLIDAY_TABLE, holidayYear } from "../../../../core/base/holiday-table.ts";
import { period } from "../../../../core/base/period.ts";
import {
  calendarYear,
  isProvisional,
  isWorkingDay,
  workingCalendar,
  workingDaysElapsed,
  workingDaysIn,
  workingDaysLeft,
} from "../../../../core/base/working-calendar.ts";

const plain = workingCalendar([]);
const span = (start: string, end: string) => ({ start: day(start), end: day(end) });

test("2023 to 2026 have 249, 251, 248 and 248 working days, as the State Council arranged them", () => {
  expect([2023, 2024, 2025, 2026].map((year) => calendarYear(plain, year).workingDays)).toEqual([
    249, 251, 248, 248,
  ]);
});

test("make-up weekend days of 2023 to 2026 are working days", () => {
  const days = [
    "2023-01-28",
    "2023-10-07",
    "2024-02-04",
    "2024-09-14",
    "2025-01-26",
    "2025-09-28",
    "2026-02-14",
  ];
  expect(days.filter((text) => isWorkingDay(plain, day(text)))).toEqual(days);
});

test("weekdays of the long holidays are not working days", () => {
  const days = ["2023-01-27", "2024-02-16", "2025-05-05", "2025-10-08", "2026-01-02", "2026-02-23"];
  expect(days.filter((text) => isWorkingDay(plain, day(text)))).toEqual([]);
});

test("an ordinary Monday is worked and an ordinary Sunday is not", () => {
  expect(isWorkingDay(plain, day("2026-11-23"))).toBe(true);
  expect(isWorkingDay(plain, day("2026-11-22"))).toBe(false);
});

test("months and quarters of 2026 have the known number of working days", () => {
  const count = (id: string) => workingDaysIn(plain, period(id, 1));
  expect([count("2026-02"), count("2026-10"), count("2026-Q3"), count("2026-Q4")]).toEqual([16, 18, 66, 62]);
});

test("a fiscal year over two calendar years counts both", () => {
  const fiscal = period("2025", 4);
  expect(workingDaysIn(plain, fiscal)).toBe(
    workingDaysIn(plain, span("2025-04-01", "2026-01-01")) +
      workingDaysIn(plain, span("2026-01-01", "2026-04-01")),
  );
});

test("the manager's own holiday and working day stand above the table", () => {
  const own = workingCalendar([
    { id: day("2026-11-23"), kind: "holiday", name: "司庆" },
    { id: day("2026-10-01"), kind: "workday", name: "" },
  ]);
  expect(isWorkingDay(own, day("2026-11-23"))).toBe(false);
  expect(isWorkingDay(own, day("2026-10-01"))).toBe(true);
  expect(calendarYear(own, 2026).workingDays).toBe(248);
});

test("the editor's list says who named a day and what would hold without the manager", () => {
  const own = workingCalendar([{ id: day("2026-10-01"), kind: "workday", name: "" }]);
  const listed = calendarYear(own, 2026).days.find((special) => special.day === "2026-10-01");
  expect(listed).toEqual({
    day: "2026-10-01",
    working: true,
    workingByTable: false,
    name: { zh: "国庆节", en: "National Day" },
    source: "manager",
  });
});

test("the same list of own days gives the same calendar", () => {
  const list = [{ id: day("2026-11-23"), kind: "holiday" as const, name: "司庆" }];
  expect(workingCalendar(list)).toBe(workingCalendar(list));
});

test("2027 is provisional: 13 statutory weekdays off, none lost to a weekend, no make-up days", () => {
  const year = calendarYear(plain, 2027);
  expect(year.provisional).toBe(true);
  expect(year.workingDays).toBe(365 - 104 - 13);
  expect(year.days.every((special) => !special.working)).toBe(true);
});

test("the projected Spring Festival of 2027 begins on New Year's Eve, 5 February", () => {
  const spring = holidayYear(2027).days.filter((named) => named.name.zh === "春节");
  expect(spring.map((named) => named.day)).toEqual([
    "2027-02-05",
    "2027-02-06",
    "2027-02-07",
    "2027-02-08",
    "2027-02-09",
    "2027-02-10",
  ]);
});

test("Mid-autumn on National Day gives the day back after it: 2031", () => {
  const october = holidayYear(2031).days.filter((named) => named.day.startsWith("2031-10"));
  expect(october.map((named) => named.day)).toEqual(["2031-10-01", "2031-10-02", "2031-10-03", "2031-10-06"]);
});

test("projecting by law gives published years of 13 days the very number that was published", () => {
  expect([2025, 2026].map((year) => calendarYear(plain, year).workingDays)).toEqual([
    365 - 104 - 13,
    365 - 104 - 13,
  ]);
});

test("a period is provisional when any of its days is in a projected year", () => {
  expect(isProvisional(plain, period("2026", 1))).toBe(false);
  expect(isProvisional(plain, period("2026", 4))).toBe(true);
});

test("today is left, not elapsed", () => {
  const november = period("2026-11", 1);
  expect(workingDaysElapsed(plain, november, day("2026-11-23"))).toBe(15);
  expect(workingDaysLeft(plain, november, day("2026-11-23"))).toBe(6);
});

test("before a period nothing is elapsed, after it nothing is left", () => {
  const november = period("2026-11", 1);
  expect(workingDaysElapsed(plain, november, day("2026-10-31"))).toBe(0);
  expect(workingDaysLeft(plain, november, day("2026-12-01"))).toBe(0);
});

test("the named version is the installed one", () => {
  const installed = JSON.parse(readFileSync("node_modules/chinese-days/package.json", "utf8")) as {
    version: string;
  };
  expect(HOLIDAY_TABLE.version).toBe(installed.version);
});

const anyDay = fc.integer({ min: dayNumber(day("1999-01-01")), max: dayNumber(day("2040-12-31")) });

test("elapsed and left add up to the whole, whatever today is", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (a, b, now) => {
      const range = { start: dayFromNumber(Math.min(a, b)), end: dayFromNumber(Math.max(a, b)) };
      const today = dayFromNumber(now);
      const parts = workingDaysElapsed(plain, range, today) + workingDaysLeft(plain, range, today);
      return parts === workingDaysIn(plain, range);
    }),
  );
});

test("counting day by day gives the same number as counting the range", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (from, length) => {
      const start = dayFromNumber(from);
      const single = Array.from({ length }, (_, index) => isWorkingDay(plain, addDays(start, index)));
      return single.filter(Boolean).length === workingDaysIn(plain, { start, end: addDays(start, length) });
    }),
  );
});

test("every projected year from 2027 to 2060 has 13 weekdays off", () => {
  for (let year = 2027; year <= 2060; year += 1) {
    const off = holidayYear(year).days.filter((named) => weekdayOf(named.day) <= 5);
    expect([year, off.length]).toEqual([year, 13]);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each(["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati"])(
  "the days are the same on a machine in %s",
  async (zone) => {
    const here = [2003, 2026, 2027, 2031, 2099].map((year) => holidayYear(year));
    vi.stubEnv("TZ", zone);
    vi.resetModules();
    const there = await import("../../../../core/base/holiday-table.ts");
    expect([2003, 2026, 2027, 2031, 2099].map((year) => there.holidayYear(year))).toEqual(here);
  },
);
