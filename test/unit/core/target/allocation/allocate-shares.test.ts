import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateIncrease, allocateShares } from "../../../../../core/target/allocation/allocate-shares.ts";
import type { ShareTaker } from "../../../../../core/target/allocation/allocate-shares.ts";
import { apportion } from "../../../../../core/target/apportion.ts";

const taker = (weight: number, floor = 0, ceiling: number | null = null): ShareTaker => ({
  weight: BigInt(weight),
  floor,
  ceiling,
});
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const unit = fc.constantFrom(1, 7, 100, 1000);

/** Bounds around a division that exists, so that they are possible. */
const possible = fc
  .array(
    fc.record({
      weight: fc.bigInt({ min: 1n, max: 10n ** 60n }),
      value: fc.integer({ min: 0, max: 10_000_000 }),
      down: fc.option(fc.integer({ min: 0, max: 5000 })),
      up: fc.option(fc.integer({ min: 0, max: 5000 })),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .map((list) => ({
    total: sum(list.map((one) => one.value)),
    takers: list.map(({ weight, value, down, up }) => ({
      weight,
      floor: down === null ? 0 : Math.max(0, value - down),
      ceiling: up === null ? null : value + up,
    })),
  }));

function shares(total: number, takers: readonly ShareTaker[], step: number): readonly number[] {
  const result = allocateShares(total, takers, step);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("6, 6 and 2 share 10 as 4, 4, 2 and 11 as 5, 5, 1", () => {
  const takers = [taker(6), taker(6), taker(2)];
  expect(shares(10, takers, 1)).toEqual([4, 4, 2]);
  expect(shares(11, takers, 1)).toEqual([5, 5, 1]);
});

test("raising 10 to 11 spreads only the increase: 5, 4, 2, and nobody falls", () => {
  const takers = [taker(6), taker(6), taker(2)];
  const raised = allocateIncrease({ total: 11, present: [4, 4, 2], unit: 1 }, takers);
  expect(raised).toEqual({ ok: true, value: [5, 4, 2] });
});

test("what a ceiling leaves goes to the others by weight", () => {
  expect(shares(100, [taker(2, 0, 20), taker(1), taker(1)], 1)).toEqual([20, 40, 40]);
});

test("what a floor takes comes from the others, who then leave their own floor", () => {
  expect(shares(100, [taker(1, 60), taker(5, 0), taker(4, 18)], 1)).toEqual([60, 22, 18]);
});

test("a bound between two steps is kept to the fen", () => {
  expect(shares(10_000, [taker(1, 0, 3_333), taker(1)], 1000)).toEqual([3_333, 6_667]);
});

test("what the total has below one unit goes to the next largest remainder", () => {
  expect(shares(15, [taker(1), taker(1)], 10)).toEqual([10, 5]);
});

test("nobody without a weight gets more than the floor", () => {
  expect(shares(10, [taker(0, 2), taker(1)], 1)).toEqual([2, 8]);
});

test("bounds that cannot be met are refused with the numbers", () => {
  const errorOf = (total: number, takers: readonly ShareTaker[]) => {
    const result = allocateShares(total, takers, 1);
    return result.ok ? null : result.error;
  };
  expect(errorOf(10, [taker(1, 6), taker(1, 5)])).toEqual({ kind: "floors", sum: 11, total: 10 });
  expect(errorOf(10, [taker(1, 0, 4), taker(1, 0, 5)])).toEqual({ kind: "ceilings", sum: 9, total: 10 });
  expect(errorOf(10, [taker(1, 5, 4)])).toEqual({ kind: "crossed", taker: 0, floor: 5, ceiling: 4 });
  expect(errorOf(10, [taker(0), taker(0)])).toEqual({ kind: "nobody" });
});

test("an increase is refused where somebody is above the ceiling already", () => {
  const raised = allocateIncrease({ total: 12, present: [6, 4], unit: 1 }, [taker(1, 0, 5), taker(1)]);
  expect(raised).toEqual({ ok: false, error: { kind: "above", taker: 0, present: 6, ceiling: 5 } });
});

test("the sum is exact and the bounds hold for any weights, bounds and unit", () => {
  fc.assert(
    fc.property(possible, unit, ({ total, takers }, step) => {
      const parts = shares(total, takers, step);
      expect(sum(parts)).toBe(total);
      parts.forEach((part, at) => {
        expect(part).toBeGreaterThanOrEqual(takers[at]!.floor);
        expect(part).toBeLessThanOrEqual(takers[at]!.ceiling ?? total);
      });
    }),
  );
});

test("a part never falls when only its weight rises", () => {
  fc.assert(
    fc.property(possible, unit, fc.nat(), fc.bigInt({ min: 1n, max: 10n ** 60n }), (of, step, pick, more) => {
      const at = pick % of.takers.length;
      const raised = of.takers.map((one, index) =>
        index === at ? { ...one, weight: one.weight + more } : one,
      );
      const before = shares(of.total, of.takers, step)[at]!;
      expect(shares(of.total, raised, step)[at]).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 300 },
  );
});

test("a part never falls when a small weight rises, unbounded and coarse", () => {
  const small = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 200 }), fc.nat(), (weights, total, pick) => {
      const at = pick % weights.length;
      const raised = weights.map((weight, index) => (index === at ? weight + 1 : weight));
      const before = shares(
        total,
        weights.map((weight) => taker(weight)),
        7,
      )[at]!;
      expect(
        shares(
          total,
          raised.map((weight) => taker(weight)),
          7,
        )[at],
      ).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 500 },
  );
});

test("without bounds it divides as everything else in this room", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), weights, unit, (total, by, step) => {
      fc.pre(sum(by) > 0);
      expect(
        shares(
          total,
          by.map((weight) => taker(weight)),
          step,
        ),
      ).toEqual(apportion(total, by, step));
    }),
  );
});

test("the order of members changes nothing but ties", () => {
  fc.assert(
    fc.property(possible, unit, ({ total, takers }, step) => {
      const parts = shares(total, takers, step);
      const turned = shares(total, takers.toReversed(), step).toReversed();
      const apart = parts.flatMap((part, at) => (part === turned[at] ? [] : [at]));
      // Whoever differs must have an equal to differ with: one who gained what the other lost.
      expect(sum(apart.map((at) => parts[at]! - turned[at]!))).toBe(0);
      for (const at of apart) expect(Math.abs(parts[at]! - turned[at]!)).toBeLessThanOrEqual(step);
      const distinct = new Set(takers.map((one) => `${one.weight % 1_000_003n}`)).size === takers.length;
      if (distinct && takers.every((one) => one.weight > 10n ** 30n)) expect(apart).toEqual([]);
    }),
  );
});

test("an increase lowers nobody, whatever the weights and bounds", () => {
  fc.assert(
    fc.property(possible, unit, fc.nat(1_000_000), ({ total, takers }, step, more) => {
      const present = shares(total, takers, step);
      const raised = allocateIncrease(
        { total: total + more, present, unit: step },
        takers.map((one) => ({ ...one, ceiling: null })),
      );
      expect(raised.ok && sum(raised.value)).toBe(total + more);
      if (raised.ok) raised.value.forEach((part, at) => expect(part).toBeGreaterThanOrEqual(present[at]!));
    }),
  );
});

test("impossible bounds are refused with the sum of the bounds and the total, for any members", () => {
  const extra = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(possible, extra, unit, fc.boolean(), ({ takers }, more, step, isLow) => {
      const floors = sum(takers.map((one) => one.floor));
      const closed = takers.map((one) => ({ ...one, ceiling: one.floor }));
      const total = isLow ? floors - Math.min(floors, more) : floors + more;
      if (total === floors) return;
      const refused = allocateShares(total, closed, step);
      expect(refused).toEqual({
        ok: false,
        error: { kind: isLow ? "floors" : "ceilings", sum: floors, total },
      });
    }),
    { numRuns: 200 },
  );
});
