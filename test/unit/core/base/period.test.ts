import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, dayFromNumber, dayNumber } from "../../../../core/base/day.ts";
import {
  childPeriods,
  inPeriod,
  lastDayOf,
  parentPeriod,
  parsePeriod,
  period,
  periodOf,
  shiftPeriod,
} from "../../../../core/base/period.ts";
import type { Period } from "../../../../core/base/period.ts";

const STARTS = Array.from({ length: 12 }, (_, index) => index + 1);
const anyStart = fc.integer({ min: 1, max: 12 });
const anyKind = fc.constantFrom("year" as const, "quarter" as const, "month" as const);
const anyDay = fc
  .integer({ min: dayNumber(day("1902-01-01")), max: dayNumber(day("2197-12-31")) })
  .map(dayFromNumber);

function span(of: Period): readonly [string, string] {
  return [of.start, of.end];
}

describe("a period", () => {
  it("is a year, quarter or month in the fiscal calendar, half-open", () => {
    expect(span(period("2017", 1))).toEqual(["2017-01-01", "2018-01-01"]);
    expect(span(period("2017-Q3", 1))).toEqual(["2017-07-01", "2017-10-01"]);
    expect(span(period("2017-12", 1))).toEqual(["2017-12-01", "2018-01-01"]);
  });

  it("is named by the calendar year in which its fiscal year starts; months stay calendar months", () => {
    expect(span(period("2017", 4))).toEqual(["2017-04-01", "2018-04-01"]);
    expect(span(period("2017-Q4", 4))).toEqual(["2018-01-01", "2018-04-01"]);
    expect(span(period("2017-Q2", 11))).toEqual(["2018-02-01", "2018-05-01"]);
    expect(span(period("2018-02", 4))).toEqual(["2018-02-01", "2018-03-01"]);
  });

  it("is refused when its id is none", () => {
    const wrong = [
      "2017-13",
      "2017-00",
      "2017-Q0",
      "2017-Q5",
      "17",
      "1899",
      "2200",
      "2017-3",
      "2017-Q3 ",
      "",
    ];
    expect(wrong.map((id) => parsePeriod(id, 1))).toEqual(wrong.map(() => null));
    expect(() => period("2017-13", 1)).toThrow("not a period: 2017-13");
  });

  it("is found from a day", () => {
    expect(periodOf(day("2018-03-31"), "year", 4).id).toBe("2017");
    expect(periodOf(day("2018-04-01"), "year", 4).id).toBe("2018");
    expect(periodOf(day("2018-02-10"), "quarter", 4).id).toBe("2017-Q4");
    expect(periodOf(day("2017-08-01"), "month", 4).id).toBe("2017-08");
  });

  it("holds the day from which it was found, for every kind and fiscal start", () => {
    fc.assert(
      fc.property(anyDay, anyKind, anyStart, (of, kind, start) => {
        const found = periodOf(of, kind, start);
        expect(inPeriod(of, found)).toBe(true);
        expect(parsePeriod(found.id, start)).toEqual(found);
      }),
    );
  });

  it("has its first day in and its end out", () => {
    const quarter = period("2017-Q3", 1);
    expect(
      ["2017-06-30", "2017-07-01", "2017-09-30", "2017-10-01"].map((at) => inPeriod(day(at), quarter)),
    ).toEqual([false, true, true, false]);
    expect(lastDayOf(quarter)).toBe("2017-09-30");
    expect(lastDayOf(period("2024-02", 7))).toBe("2024-02-29");
  });
});

describe("the tree of periods", () => {
  it.each(STARTS)("is a partition: children follow each other without gap or overlap (start %i)", (start) => {
    for (const parent of [period("2023", start), ...childPeriods(period("2023", start), start)]) {
      const children = childPeriods(parent, start);
      expect(children.length).toBe(parent.kind === "year" ? 4 : 3);
      const edges = children.flatMap((child) => [child.start, child.end]);
      const inner = children.slice(1).flatMap((child) => [child.start, child.start]);
      expect(edges).toEqual([parent.start, ...inner, parent.end]);
    }
  });

  it("leads from every child back to its parent, for every fiscal start", () => {
    fc.assert(
      fc.property(anyDay, anyStart, (of, start) => {
        for (const kind of ["year", "quarter"] as const) {
          const parent = periodOf(of, kind, start);
          for (const child of childPeriods(parent, start)) expect(parentPeriod(child, start)).toEqual(parent);
        }
      }),
    );
  });

  it("ends at the month below and at the year above", () => {
    expect(childPeriods(period("2017-02", 1), 1)).toEqual([]);
    expect(parentPeriod(period("2017", 4), 4)).toBeNull();
  });

  it("is walked by steps, there and back", () => {
    expect(shiftPeriod(period("2017-Q1", 4), -1, 4).id).toBe("2016-Q4");
    expect(shiftPeriod(period("2017-11", 1), 3, 1).id).toBe("2018-02");
    fc.assert(
      fc.property(anyDay, anyKind, anyStart, (of, kind, start) => {
        const one = periodOf(of, kind, start);
        const next = shiftPeriod(one, 1, start);
        expect(next.start).toBe(one.end);
        expect(shiftPeriod(next, -1, start)).toEqual(one);
      }),
    );
  });

  it("ends a day before the next begins", () => {
    fc.assert(
      fc.property(anyDay, anyKind, anyStart, (of, kind, start) => {
        const one = periodOf(of, kind, start);
        expect(addDays(lastDayOf(one), 1)).toBe(one.end);
      }),
    );
  });
});
