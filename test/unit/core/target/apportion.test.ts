import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, apportionOverTime, spreadDifference } from "../../../../core/target/apportion.ts";

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const weight = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const weights = fc.array(weight, { minLength: 1, maxLength: 50 });
const unit = fc.constantFrom(1, 100, 1000, 100_000);

test("100 by 1, 1, 1 is 34, 33, 33: a tie goes to the earlier", () => {
  expect(apportion(100, [1, 1, 1], 1)).toEqual([34, 33, 33]);
});

test("what the total has below one unit goes to the largest remainder", () => {
  expect(apportion(100_050, [1, 1, 2], 100)).toEqual([25_000, 25_000, 50_050]);
});

test("6, 6 and 2 share 10 as 4, 4, 2 and 11 as 5, 5, 1", () => {
  expect(apportion(10, [6, 6, 2], 1)).toEqual([4, 4, 2]);
  expect(apportion(11, [6, 6, 2], 1)).toEqual([5, 5, 1]);
});

test("weights that are all zero divide equally", () => {
  expect(apportion(5, [0, 0], 1)).toEqual([3, 2]);
});

test("a weight of zero beside others gets nothing, not even a remainder", () => {
  expect(apportion(1005, [0, 1, 1], 10)).toEqual([0, 505, 500]);
});

test("the parts add up to the total whatever the weights and the unit", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), weights, unit, (total, by, step) => {
      expect(apportion(total, by, step).reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(total));
    }),
  );
});

test("nobody gets more than a unit and what is below it above the exact share", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
      (total, by) => {
        const parts = apportion(total, by, 1);
        parts.forEach((part, at) => expect(Math.abs(part - (total * by[at]!) / sum(by))).toBeLessThan(1));
      },
    ),
  );
});

test("a rest is spread by present shares on top of what is there", () => {
  expect(spreadDifference([97, 88, 85, 68], { difference: 12, weights: [97, 88, 85, 68], unit: 1 })).toEqual([
    101, 91, 88, 70,
  ]);
});

test("a cut takes no value below zero and passes on what one cannot give", () => {
  expect(spreadDifference([1, 9, 0], { difference: -6, weights: [1, 1, 1], unit: 1 })).toEqual([0, 4, 0]);
});

test("a spread difference is met exactly and leaves no value negative, or is refused", () => {
  const values = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.integer({ min: -1e12, max: 1e12 }), unit, (list, difference, step) => {
      const next = spreadDifference(list, { difference, weights: list, unit: step });
      if (next === null) {
        expect(sum(list) + difference).toBeLessThan(0);
        return;
      }
      expect(sum(next)).toBe(sum(list) + difference);
      expect(Math.min(...next)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("one a month among three goes round, not always to the first", () => {
  const equal = Array.from({ length: 6 }, () => [1, 1, 1]);
  expect(apportionOverTime([1, 1, 1, 1, 1, 1], equal, 1).map((parts) => parts.indexOf(1))).toEqual([
    0, 1, 2, 0, 1, 2,
  ]);
});

test("over twelve months every month is met exactly and nobody drifts from the fair share by two units", () => {
  const months = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 });
  const takers = fc.array(fc.integer({ min: 1, max: 2300 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(months, takers, (totals, by) => {
      const parts = apportionOverTime(
        totals,
        totals.map(() => by),
        1,
      );
      parts.forEach((month, at) => expect(sum(month)).toBe(totals[at]));
      by.forEach((one, taker) => {
        const fair = (sum(totals) * one) / sum(by);
        expect(Math.abs(sum(parts.map((month) => month[taker]!)) - fair)).toBeLessThan(2);
      });
    }),
  );
});
