/** So many wrong tries cost nothing: fingers slip. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** Wrong tries in a row. */
export interface WrongTries {
  readonly count: number;
  readonly lastMs: number;
}

/** How long the next try has to wait: nothing for the first three, then 5 s after the third, twice as long each time, five minutes
 * at most. Setting the clock back does not lengthen it, and starting the app anew does not shorten it, for the tries are kept.
 * @example lockWaitMs({ count: 2, lastMs: 0 }, 0) // => 0
 * @example lockWaitMs({ count: 4, lastMs: 0 }, 3000) // => 7000
 */
export function lockWaitMs({ count, lastMs }: WrongTries, nowMs: number): number {
  if (count < FREE_TRIES) return 0;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE_TRIES));
  return Math.max(0, Math.min(lastMs, nowMs) + waitMs - nowMs);
}
