import { apportion } from "../target/apportion.ts";
import type { ReviewedMember } from "./records.ts";

/** Guides for how many stand high, in the middle and low, in percent. Advisory at any size. */
export const GUIDES = { "271": [20, 70, 10], "361": [30, 60, 10] } as const;
export type GuideName = keyof typeof GUIDES;

/** With fewer people a distribution says nothing, and everybody can be told from it. */
export const FEWEST_TO_COMPARE = 5;

/** High, middle and low. */
export type Thirds = readonly [number, number, number];

/** How many people a guide would put high, in the middle and low, by largest remainder. Source: formulas, KPI score.
 * @example guideCounts(9, "271") // => [2, 6, 1]
 * @example guideCounts(9, "361") // => [3, 5, 1]
 */
export function guideCounts(people: number, guide: GuideName): Thirds {
  const [high, middle, low] = apportion(people, [...GUIDES[guide]], 1);
  return [high!, middle!, low!];
}

/** How many people stand high, in the middle and low, of how many; `null` while fewer than five have a place.
 * @example distribution([]) // => null
 */
export function distribution(
  members: readonly Pick<ReviewedMember, "review">[],
): { readonly counts: Thirds; readonly placed: number; readonly all: number } | null {
  const count = (performance: number) =>
    members.filter(({ review }) => review?.performance === performance).length;
  const counts = [count(3), count(2), count(1)] as const;
  const placed = counts[0] + counts[1] + counts[2];
  return placed < FEWEST_TO_COMPARE ? null : { counts, placed, all: members.length };
}
