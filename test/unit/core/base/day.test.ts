import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  dayOfMoment,
  daysBetween,
  daysInMonth,
  monthOf,
  parseDay,
  weekdayOf,
  yearOf,
} from "../../../../core/base/day.ts";

const FIRST = dayNumber(day("1900-01-01"));
const LAST = dayNumber(day("2199-12-31"));
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber);

describe("a day", () => {
  it("is read when it exists between 1900 and 2199", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    expect(parseDay("1900-01-01")).toBe("1900-01-01");
    expect(parseDay("2199-12-31")).toBe("2199-12-31");
  });

  it("is refused when it does not exist or is written otherwise", () => {
    const wrong = ["2023-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00"];
    const odd = ["2026-1-1", "1899-12-31", "2200-01-01", " 2026-01-01", "2026-01-01T00:00", "20260101", ""];
    expect([...wrong, ...odd].map(parseDay)).toEqual([...wrong, ...odd].map(() => null));
  });

  it("throws when the program itself names one that does not exist", () => {
    expect(() => day("2026-02-30")).toThrow("not a day: 2026-02-30");
  });

  it("is built from whole parts only", () => {
    expect(dayFromParts(2026, 2, 28)).toBe("2026-02-28");
    expect(dayFromParts(2026, 2, 29)).toBeNull();
    expect(dayFromParts(2026.5, 2, 1)).toBeNull();
    expect(dayFromParts(2026, 1, Number.NaN)).toBeNull();
  });

  it("knows its parts", () => {
    expect([yearOf(day("2026-11-23")), monthOf(day("2026-11-23"))]).toEqual([2026, 11]);
  });

  it("comes back the same after being numbered", () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(dayFromNumber(dayNumber(one))).toBe(one);
      }),
    );
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(parseDay(one)).toBe(one);
      }),
    );
  });

  it("is earlier as text when it is earlier as a day", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b));
      }),
    );
  });
});

describe("counting days", () => {
  it("starts at 0 on 1970-01-01 and goes below", () => {
    expect([dayNumber(day("1970-01-01")), dayNumber(day("1969-12-31"))]).toEqual([0, -1]);
  });

  it("crosses months, leap days and years", () => {
    expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(day("2025-02-28"), 1)).toBe("2025-03-01");
    expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
    expect(daysBetween(day("2026-03-01"), day("2026-03-31"))).toBe(30);
    expect(daysBetween(day("2026-03-31"), day("2026-03-01"))).toBe(-30);
  });

  it("adds what lies between", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it("knows the days of every month, 1900 and 2000 told apart", () => {
    const months = Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1));
    expect(months).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it("names Monday 1 and Sunday 7, before 1970 too", () => {
    expect(weekdayOf(day("2026-11-23"))).toBe(1);
    expect(weekdayOf(day("2026-11-29"))).toBe(7);
    expect(weekdayOf(day("1900-01-01"))).toBe(1);
    expect(weekdayOf(day("1969-12-31"))).toBe(3);
  });

  it("finds the day of a moment at an offset: 16:00 UTC is tomorrow in China", () => {
    const fourPm = Date.UTC(2026, 10, 23, 16);
    expect(dayOfMoment(fourPm, 480)).toBe("2026-11-24");
    expect(dayOfMoment(fourPm - 1, 480)).toBe("2026-11-23");
    expect(dayOfMoment(0, -60)).toBe("1969-12-31");
  });
});
