import { chanceOf, quantileOf, simulateTotals } from "../../core/target/forecast/simulate-totals.ts";
import { seededRandom } from "./vault-sample.ts";

/** A period whose truth is known beside what was said of it: the chance of its target, and the range. */
interface PlayedWorld {
  readonly chance: number;
  readonly isReached: boolean;
  readonly isInRange: boolean;
}

/** Periods that were stated in one quarter of the scale, and what came. */
export interface ChanceGroup {
  readonly low: number;
  readonly count: number;
  readonly stated: number;
  readonly reached: number;
  /** Three standard errors of a share of so many periods. */
  readonly error: number;
}

const QUARTERS = [0, 0.25, 0.5, 0.75] as const;

/** Plays periods whose deals are won by their chance and whose late business varies around a mean that past periods show. One
 * stream of numbers for all: streams of neighbouring seeds are not independent of each other. */
export function playWorlds(count: number): readonly PlayedWorld[] {
  const random = seededRandom(20_260_101);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lateAmount = () => Math.max(0, 4000 + 600 * normal());
  return Array.from({ length: count }, (_, seed) => {
    const deals = Array.from({ length: 12 }, (_one, at) => ({
      id: `${seed + 1}:${at}`,
      amount: Math.round(50 + 950 * random()),
      probability: Math.round(random() * 1_000_000),
    }));
    const late = Array.from({ length: 8 }, lateAmount);
    const truth =
      lateAmount() +
      deals.reduce((sum, deal) => sum + (random() < deal.probability / 1e6 ? deal.amount : 0), 0);
    const target = 5000 + 4000 * random();
    const totals = simulateTotals({ actual: 0, deals, late });
    const isInRange = truth >= quantileOf(totals, 0.1) && truth <= quantileOf(totals, 0.9);
    return { chance: chanceOf(totals, target), isReached: truth >= target, isInRange };
  });
}

/** What was stated beside what came, by quarters of the scale. */
export function chanceGroups(worlds: readonly PlayedWorld[]): readonly ChanceGroup[] {
  return QUARTERS.map((low) => {
    const group = worlds.filter(({ chance }) => chance >= low && chance < low + 0.25);
    const stated = group.reduce((sum, { chance }) => sum + chance, 0) / group.length;
    const reached = group.filter(({ isReached }) => isReached).length / group.length;
    return { low, count: group.length, stated, reached, error: threeErrors(stated, group.length) };
  });
}

/** Three standard errors of a share of `count`. */
export function threeErrors(share: number, count: number): number {
  return 3 * Math.sqrt((share * (1 - share)) / count);
}
