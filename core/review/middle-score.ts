/** Totals that a median needs: of two it is no more than their mean. How many there are is always said beside it. */
const FEWEST_FOR_MEDIAN = 3;

/** The median of those who have a score, with how many they are; with fewer than three there is none to compare with.
 * @example middleScore([60, 70, 80, 90, null]) // => { n: 4, median: 75 }
 * @example middleScore([60, 70]) // => { n: 2, median: null }
 */
export function middleScore(scores: readonly (number | null)[]): {
  readonly n: number;
  readonly median: number | null;
} {
  const sorted = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n < FEWEST_FOR_MEDIAN) return { n, median: null };
  return { n, median: (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2 };
}
