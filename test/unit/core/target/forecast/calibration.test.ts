import { describe, expect, it } from "vitest";
import { chanceOf, quantileOf, simulateTotals } from "../../../../../core/target/forecast/simulate-totals.ts";
import { seededRandom } from "../../../../builders/vault-sample.ts";

const WORLDS = 1500;
/** One stream for all worlds: streams of neighbouring seeds are not independent of each other. */
const random = seededRandom(20_260_101);

/** A world whose truth is known: deals that are won by their chance, late business around a mean that past periods show. */
function playWorld(seed: number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const deals = Array.from({ length: 12 }, (_, at) => ({
    id: `${seed}:${at}`,
    amount: Math.round(50 + 950 * random()),
    probability: Math.round(random() * 1_000_000),
  }));
  const lateAmount = () => Math.max(0, 4000 + 600 * normal());
  const late = Array.from({ length: 8 }, lateAmount);
  const truth =
    lateAmount() +
    deals.reduce((sum, deal) => sum + (random() < deal.probability / 1e6 ? deal.amount : 0), 0);
  const target = 5000 + 4000 * random();
  return { totals: simulateTotals({ actual: 0, deals, late }), truth, target };
}

const worlds = Array.from({ length: WORLDS }, (_, seed) => playWorld(seed + 1));
/** Three standard errors of a share of this many worlds. */
const within = (share: number, count: number) => 3 * Math.sqrt((share * (1 - share)) / count);

describe("the stated chance on seeded histories", () => {
  it.each([
    [0, 0.25],
    [0.25, 0.5],
    [0.5, 0.75],
    [0.75, 1],
  ])(
    "between %f and %f matches how often the target was reached, within three standard errors",
    (low, high) => {
      const chances = worlds.map(({ totals, target }) => chanceOf(totals, target));
      const group = worlds.filter((_, at) => chances[at]! >= low && chances[at]! < high);
      const stated = group.map(({ totals, target }) => chanceOf(totals, target));
      const mean = stated.reduce((sum, chance) => sum + chance, 0) / group.length;
      const reached = group.filter(({ truth, target }) => truth >= target).length / group.length;
      expect(group.length).toBeGreaterThan(50);
      expect(Math.abs(reached - mean)).toBeLessThan(within(mean, group.length));
    },
  );

  it("has eight results of ten between the 10th and the 90th percentile, within three standard errors", () => {
    const inside = worlds.filter(
      ({ totals, truth }) => truth >= quantileOf(totals, 0.1) && truth <= quantileOf(totals, 0.9),
    );
    expect(Math.abs(inside.length / WORLDS - 0.8)).toBeLessThan(within(0.8, WORLDS));
  });
});
