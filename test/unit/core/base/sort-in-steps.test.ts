import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runToEnd } from "../../../../core/base/run-to-end.ts";
import { sortInSteps } from "../../../../core/base/sort-in-steps.ts";

describe("sortInSteps", () => {
  test("sorts as toSorted does, whatever the length, and keeps the order of what is alike", () => {
    const byTens = (one: number, two: number) => Math.floor(one / 10) - Math.floor(two / 10);
    const seeds = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 997 }));
    fc.assert(
      fc.property(seeds, ([length, factor]) => {
        const items = Array.from({ length }, (_, at) => (at * factor) % 1009);
        expect(runToEnd(sortInSteps(items, byTens))).toEqual(items.toSorted(byTens));
      }),
      { numRuns: 30 },
    );
  });

  test("pauses on the way", () => {
    const steps = [
      ...sortInSteps(
        Array.from({ length: 10_000 }, (_, at) => -at),
        (one, two) => one - two,
      ),
    ];
    expect(steps.length).toBeGreaterThan(5);
  });
});
