import { FEWEST_TO_COMPARE } from "./calibration.ts";

/** The median of those who have a score, with how many they are; with fewer than so many (five, unless
 * told otherwise) there is none to compare with.
 * @example middleScore([60, 70, 80, 90, 100, null]) // => { n: 5, median: 80 }
 * @example middleScore([60, 70]) // => { n: 2, median: null }
 * @example middleScore([60, 70, 80], 3) // => { n: 3, median: 70 }
 */
export function middleScore(
  scores: readonly (number | null)[],
  fewest = FEWEST_TO_COMPARE,
): {
  readonly n: number;
  readonly median: number | null;
} {
  const sorted = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n < fewest) return { n, median: null };
  return { n, median: (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2 };
}
