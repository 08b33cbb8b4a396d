import { describe, expect, it } from "vitest";
import { chanceGroups, playWorlds, threeErrors } from "../../../../builders/forecast-worlds.ts";

const WORLDS = 1500;
const worlds = playWorlds(WORLDS);

describe("the stated chance on seeded histories", () => {
  it.each(chanceGroups(worlds))(
    "from $low on matches how often the target was reached, within three standard errors",
    ({ count, stated, reached, error }) => {
      expect(count).toBeGreaterThan(50);
      expect(Math.abs(reached - stated)).toBeLessThan(error);
    },
  );

  it("has eight results of ten between the 10th and the 90th percentile, within three standard errors", () => {
    const inside = worlds.filter(({ isInRange }) => isInRange).length / WORLDS;
    expect(Math.abs(inside - 0.8)).toBeLessThan(threeErrors(0.8, WORLDS));
  });
});
