import { expect, test } from "vitest";
import { fairnessOf } from "../../../../../core/target/allocation/fairness.ts";

test("twice the share for twice the capacity is even: 1 and 0", () => {
  const even = fairnessOf([
    { share: 20, capacity: 10 },
    { share: 40, capacity: 20 },
  ]);
  expect(even).toEqual({ spread: 1, gini: 0, n: 2 });
});

test("1, 2 and 3 a day spread by 3 and have a Gini of 2/9", () => {
  const fairness = fairnessOf([1, 2, 3].map((share) => ({ share, capacity: 1 })));
  expect(fairness).toEqual({ spread: 3, gini: 4 / 18, n: 3 });
});

test("who has no capacity is left out, and n says so", () => {
  expect(
    fairnessOf([
      { share: 5, capacity: 0 },
      { share: 5, capacity: 1 },
    ]).n,
  ).toBe(1);
});

test("against a share of 0 there is no spread", () => {
  expect(
    fairnessOf([
      { share: 0, capacity: 1 },
      { share: 5, capacity: 1 },
    ]).spread,
  ).toBeNull();
});
