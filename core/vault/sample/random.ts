/** A source of numbers in [0, 1) that gives the same sequence for the same seed (Mulberry32). For invented data only. */
export type Random = () => number;

/** Makes the source for a seed.
 * @example seededRandom(1)() === seededRandom(1)() // => true
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list, each as likely.
 * @example pick(() => 0.99, ["a", "b"]) // => "b"
 */
export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new RangeError("nothing to pick from");
  return chosen;
}

/** A whole number from `low` to `high`, both included.
 * @example between(() => 0.5, 1, 3) // => 2
 */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}
