import { describe, expect, test } from "vitest";
import type { Ppm } from "../../../../core/base/money.ts";
import { levelOf, levelsOf, USUAL_LEVELS } from "../../../../core/kpi/levels.ts";

describe("levels", () => {
  test.each([
    [120, "S", 1_500_000],
    [110, "S", 1_500_000],
    [109.999999, "A", 1_200_000],
    [100, "A", 1_200_000],
    [99.95, "B", 1_000_000],
    [80, "B", 1_000_000],
    [60, "C", 800_000],
    [59.999, "D", 0],
    [-10, "D", 0],
  ])("a total of %d is %s with a coefficient of %d ppm", (score, name, coefficient) => {
    expect(levelOf(USUAL_LEVELS, score)).toMatchObject({ name, coefficient });
  });

  test("nobody without a score has a level", () => {
    expect(levelOf(USUAL_LEVELS, null)).toBeNull();
  });

  test("the workspace's own take the place of the usual ones", () => {
    const own = [{ name: "合格", coefficient: 1_000_000 as Ppm }];
    expect(levelsOf({ levels: own })).toBe(own);
    expect(levelsOf({})).toBe(USUAL_LEVELS);
  });
});
