import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreAt } from "../../../../core/kpi/score-at.ts";
import type { ScoreLine } from "../../../../core/kpi/score-at.ts";

const sales: ScoreLine = {
  direction: "higher",
  threshold: 80,
  target: 100,
  stretch: 120,
  floor: 60,
  cap: 120,
};
const complaints: ScoreLine = {
  direction: "lower",
  threshold: 0.05,
  target: 0.03,
  stretch: 0.01,
  floor: 60,
  cap: 120,
};

describe("scoreAt", () => {
  test.each([
    [79, 0],
    [80, 60],
    [90, 80],
    [100, 100],
    [110, 110],
    [120, 120],
    [130, 120],
  ])("with threshold 80, target 100 and stretch 120, %d scores %d", (result, score) => {
    expect(scoreAt(sales, result)).toBe(score);
  });

  test.each([
    [0.06, 0],
    [0.05, 60],
    [0.04, 80],
    [0.03, 100],
    [0.02, 110],
    [0.01, 120],
    [0, 120],
  ])("a complaint rate of %d with 5 %, 3 % and 1 % scores %d, exactly", (result, score) => {
    expect(scoreAt(complaints, result)).toBe(score);
  });

  test("steps to 100 at the target when the threshold is the target", () => {
    const step = { ...sales, threshold: 100 };
    expect([99.999, 100].map((result) => scoreAt(step, result))).toEqual([0, 100]);
  });

  test("stays at 100 when the stretch is the target", () => {
    expect(scoreAt({ ...sales, stretch: 100 }, 1000)).toBe(100);
  });

  test("cuts a third after twelve decimals", () => {
    expect(scoreAt({ ...sales, threshold: 70 }, 80)).toBe(73.333333333333);
  });

  test("refuses points out of order", () => {
    expect(() => scoreAt({ ...sales, threshold: 101 }, 1)).toThrow("not in order");
  });

  test("never falls as the result improves, and stays between 0 and the cap", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const direction = fc.constantFrom("higher" as const, "lower" as const);
    fc.assert(
      fc.property(
        direction,
        fc.tuple(number, number, number),
        fc.tuple(number, number),
        (way, points, results) => {
          const up = (a: number, b: number) => (way === "higher" ? a - b : b - a);
          const [threshold, target, stretch] = points.toSorted(up) as [number, number, number];
          const [worse, better] = results.toSorted(up) as [number, number];
          const line = { direction: way, threshold, target, stretch, floor: 60, cap: 120 };
          expect(scoreAt(line, better)).toBeGreaterThanOrEqual(scoreAt(line, worse));
          expect(scoreAt(line, worse)).toBeGreaterThanOrEqual(0);
          expect(scoreAt(line, better)).toBeLessThanOrEqual(120);
        },
      ),
    );
  });
});
