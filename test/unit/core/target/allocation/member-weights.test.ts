import fc from "fast-check";
import { expect, test } from "vitest";
import { ALLOCATION_FACTORS, memberWeights } from "../../../../../core/target/allocation/member-weights.ts";
import type { WeightedMember } from "../../../../../core/target/allocation/member-weights.ts";

const NONE = { ability: null, experience: null, interest: null, history: null, pipeline: null };
const ZERO = { ability: 0, experience: 0, interest: 0, history: 0, pipeline: 0 };
const someone = (factors: Partial<WeightedMember["factors"]>, capacity = 1): WeightedMember => ({
  factors: { ...NONE, ...factors },
  capacity,
});
const ratios = (weights: readonly bigint[]) => weights.map((weight) => Number(weight) / Number(weights[0]));

test("a member with half the mean of the only factor weighs half of one at the mean", () => {
  const members = [someone({ history: 100 }), someone({ history: 50 }), someone({ history: 150 })];
  expect(ratios(memberWeights(members, { ...ZERO, history: 3 }))).toEqual([1, 0.5, 1.5]);
});

test("who has no value of a factor counts as the mean of those who have one", () => {
  const members = [someone({ ability: 4 }), someone({ ability: 2 }), someone({})];
  expect(ratios(memberWeights(members, { ...ZERO, ability: 1 }))).toEqual([1, 0.5, 0.75]);
});

test("a factor that is 0 for everybody moves nobody", () => {
  const members = [someone({ pipeline: 0, ability: 4 }), someone({ pipeline: 0, ability: 2 })];
  expect(ratios(memberWeights(members, { ...ZERO, pipeline: 5 }))).toEqual([1, 1]);
});

test("without any factor capacity alone decides", () => {
  expect(memberWeights([someone({ ability: 5 }, 3), someone({ ability: 1 }, 6)], ZERO)).toEqual([3n, 6n]);
});

test("who is not there has no weight and does not pull the mean", () => {
  const members = [someone({ ability: 4 }), someone({ ability: 2 }), someone({ ability: 1 }, 0)];
  const weights = memberWeights(members, { ...ZERO, ability: 1 });
  expect(weights[2]).toBe(0n);
  expect(weights[0]).toBe(2n * weights[1]!);
});

test("weights are the formula, computed as fractions, to the last digit a float holds", () => {
  const value = fc.option(fc.integer({ min: 1, max: 1e12 }), { nil: null });
  const member = fc.record({
    factors: fc.record({
      ability: value,
      experience: value,
      interest: value,
      history: value,
      pipeline: value,
    }),
    capacity: fc.integer({ min: 1, max: 2_500_000 }),
  });
  const count = fc.integer({ min: 0, max: 10 });
  const counts = fc.record({
    ability: count,
    experience: count,
    interest: count,
    history: count,
    pipeline: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 12 }), counts, (members, by) => {
      const exact = memberWeights(members, by);
      const plain = members.map((one) =>
        ALLOCATION_FACTORS.reduce((sum, factor) => {
          const known = members.flatMap((other) => other.factors[factor] ?? []);
          const mean = known.reduce((all, next) => all + next, 0) / known.length;
          const own = one.factors[factor];
          return sum + by[factor] * (own === null ? 1 : own / mean) * one.capacity;
        }, 0),
      );
      const scale = Number(exact[0]) / plain[0]!;
      exact.forEach((weight, at) => expect(Number(weight) / scale / plain[at]!).toBeCloseTo(1, 9));
    }),
  );
});
