/** Items that are sorted between two steps, and that are merged. */
const SORTED = 2000;
const MERGED = 10_000;

/** Sorts as `toSorted` does, in steps of a few milliseconds; yields between them. Items that compare alike keep their order.
 * @example runToEnd(sortInSteps([3, 1, 2], (a, b) => a - b)) // => [1, 2, 3]
 */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (one: T, two: T) => number,
): Generator<null, readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += SORTED) {
    runs.push(items.slice(at, at + SORTED).toSorted(compare));
    yield null;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at]!, runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  ones: readonly T[],
  twos: readonly T[],
  compare: (one: T, two: T) => number,
): Generator<null, readonly T[]> {
  const merged: T[] = [];
  let [one, two] = [0, 0];
  while (one < ones.length || two < twos.length) {
    const isFirst = two >= twos.length || (one < ones.length && compare(ones[one]!, twos[two]!) <= 0);
    merged.push(isFirst ? ones[one++]! : twos[two++]!);
    if (merged.length % MERGED === 0) yield null;
  }
  return merged;
}
