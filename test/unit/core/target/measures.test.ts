import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { period } from "../../../../core/base/period.ts";
import { workingCalendar } from "../../../../core/base/working-calendar.ts";
import {
  attainment,
  coverage,
  dueByNow,
  pace,
  paceState,
  requiredPerDay,
  workingDaysOn,
} from "../../../../core/target/measures.ts";
import type { Standing } from "../../../../core/target/measures.ts";

const money: Standing = {
  kpi: { unit: "money", kind: "flow", direction: "higher" },
  target: 620_0000_00,
  actual: 486_2000_00,
  days: { total: 66, elapsed: 52, left: 14 },
};
const lower = { ...money.kpi, unit: "count", direction: "lower" } as const;

test("486.2 of 620 is 78.4 %", () => {
  expect(attainment(money).value).toBeCloseTo(0.7842, 4);
});

test("due by now is the target by working days, rounded to the fen", () => {
  expect(dueByNow(money)).toEqual({ value: 488_484_848 });
});

test("required per day is what is missing over the days left, rounded to the fen", () => {
  expect(requiredPerDay(money)).toEqual({ value: 9_557_143 });
});

test("half a fen is rounded away from zero", () => {
  expect(dueByNow({ ...money, target: 5, days: { total: 2, elapsed: 1, left: 1 } })).toEqual({ value: 3 });
});

test("when it is reached nothing more is required", () => {
  expect(requiredPerDay({ ...money, actual: money.target })).toMatchObject({ value: 0 });
});

test.each([
  ["no target", { target: null }, "target.none.no-target"],
  ["no actual", { actual: null }, "target.none.no-actual"],
  ["a target of zero", { target: 0 }, "target.none.target-zero"],
  ["no day elapsed", { days: { total: 66, elapsed: 0, left: 66 } }, "target.none.not-begun"],
  ["a level", { kpi: { ...money.kpi, kind: "level" as const } }, "target.none.not-flow"],
])("with %s there is no pace, and the reason is given", (_, change, key) => {
  expect(pace({ ...money, ...change })).toEqual({ value: null, note: { key } });
});

test("after the last day nothing can be required any more", () => {
  expect(requiredPerDay({ ...money, days: { total: 66, elapsed: 66, left: 0 } })).toEqual({
    value: null,
    note: { key: "target.none.over" },
  });
});

test("where lower is better attainment is target ÷ actual, and none at all has met it", () => {
  expect(attainment({ ...money, kpi: lower, target: 4, actual: 5 })).toEqual({ value: 0.8 });
  expect(attainment({ ...money, kpi: lower, target: 4, actual: 0 })).toMatchObject({ value: 1 });
});

test("coverage is the open pipeline over what is missing", () => {
  expect(coverage(300, { target: 200, actual: 50 })).toEqual({ value: 2 });
  expect(coverage(300, { target: 200, actual: 200 }).value).toBeNull();
});

test("the thresholds belong to the better state", () => {
  const state = (value: number, left = 5) => paceState(value, { direction: "higher", left });
  expect([1.03, 1.0299, 0.97, 0.9699, 0.85, 0.8499].map((value) => state(value))).toEqual([
    "ahead",
    "on-pace",
    "on-pace",
    "behind",
    "behind",
    "at-risk",
  ]);
});

test("when the period is over, reached is ahead and short of it is behind", () => {
  expect([1, 0.99].map((value) => paceState(value, { direction: "higher", left: 0 }))).toEqual([
    "ahead",
    "behind",
  ]);
});

test("where lower is better a pace above 1 is behind", () => {
  expect([0, 0.9, 1.1, 1.3].map((value) => paceState(value, { direction: "lower", left: 5 }))).toEqual([
    "ahead",
    "ahead",
    "behind",
    "at-risk",
  ]);
});

test("the third quarter of 2026 has 66 working days, 53 of them before 14 September", () => {
  const days = workingDaysOn(workingCalendar([]), period("2026-Q3", 1), day("2026-09-14"));
  expect(days).toEqual({ total: 66, elapsed: 53, left: 13 });
});

const amount = fc.integer({ min: 1, max: 1e12 });

test("pace never falls as the result grows", () => {
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 1, max: 66 }), (target, actual, more, elapsed) => {
      const at = { ...money, target, days: { total: 66, elapsed, left: 66 - elapsed } };
      expect(pace({ ...at, actual: actual + more }).value!).toBeGreaterThanOrEqual(
        pace({ ...at, actual }).value!,
      );
    }),
  );
});

test("pace never rises as days pass without a result", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 65 }), (target, actual, elapsed) => {
      const at = (passed: number) => ({
        ...money,
        target,
        actual,
        days: { total: 66, elapsed: passed, left: 66 - passed },
      });
      expect(pace(at(elapsed + 1)).value!).toBeLessThanOrEqual(pace(at(elapsed)).value!);
    }),
  );
});

test("who delivers what is required every day reaches the target to half a fen a day", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 66 }), (target, actual, left) => {
      const required = requiredPerDay({
        ...money,
        target,
        actual,
        days: { total: 66, elapsed: 66 - left, left },
      }).value!;
      if (actual < target) expect(Math.abs(actual + required * left - target)).toBeLessThanOrEqual(left / 2);
    }),
  );
});
