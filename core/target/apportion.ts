/** Divides a whole number by weights, exact to the last: largest remainder in whole units, ties to the earlier; what the
 * total has below one unit goes to the largest remainder still open. Weights are whole and not negative; all zero means
 * equal. Works in BigInt, so no weight is too large. Σ of the result is the total, always; nobody's part falls when only
 * their weight rises. Throws without weights.
 * @example apportion(100, [1, 1, 1], 1) // => [34, 33, 33]
 * @example apportion(1050, [1, 1], 100) // => [550, 500]
 * @example apportion(15, [1, 1], 10) // => [10, 5]
 */
export function apportion(total: number, weights: readonly number[], unit: number): readonly number[] {
  if (weights.length === 0) throw new RangeError("nothing to divide among");
  if (total < 0) return apportion(-total, weights, unit).map((part) => (part === 0 ? 0 : -part));
  const usable = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const sum = usable.reduce((all, weight) => all + BigInt(weight), 0n);
  const step = BigInt(unit);
  const shares = usable.map((weight) => ({
    whole: (BigInt(total) * BigInt(weight)) / (sum * step),
    rest: (BigInt(total) * BigInt(weight)) % (sum * step),
    weight,
  }));
  const order = shares
    .map((share, index) => ({ ...share, index }))
    .filter((share) => share.weight > 0)
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const parts = shares.map((share) => Number(share.whole) * unit);
  const left = Number(BigInt(total) / step - shares.reduce((all, share) => all + share.whole, 0n));
  for (const { index } of order.slice(0, left)) parts[index]! += unit;
  // Were it given to one who has just had a unit, more weight could mean a smaller part.
  if (total % unit > 0) parts[order[left]!.index]! += total % unit;
  return parts;
}

/** Adds a difference to values by weights, exact in the sum; no value falls below zero: what it cannot give is taken from
 * the others. `null` when the values together cannot give what is to be taken.
 * @example spreadDifference([10, 30], { difference: 4, weights: [10, 30], unit: 1 }) // => [11, 33]
 * @example spreadDifference([1, 9], { difference: -4, weights: [1, 1], unit: 1 }) // => [0, 6]
 * @example spreadDifference([1, 2], { difference: -4, weights: [1, 1], unit: 1 }) // => null
 */
export function spreadDifference(
  values: readonly number[],
  by: { readonly difference: number; readonly weights: readonly number[]; readonly unit: number },
): readonly number[] | null {
  if (values.length === 0) return by.difference === 0 ? [] : null;
  if (by.difference >= 0) {
    const parts = apportion(by.difference, by.weights, by.unit);
    return values.map((value, index) => value + parts[index]!);
  }
  if (values.reduce((all, value) => all + value, 0) + by.difference < 0) return null;
  const next = [...values];
  let owed = -by.difference;
  while (owed > 0) {
    const givers = next.flatMap((value, index) => (value > 0 ? [index] : []));
    const weighted = givers.filter((index) => by.weights[index]! > 0);
    const from = weighted.length > 0 ? weighted : givers;
    const cuts = apportion(
      owed,
      from.map((index) => by.weights[index]!),
      by.unit,
    );
    from.forEach((index, at) => {
      const cut = Math.min(next[index]!, cuts[at]!);
      next[index]! -= cut;
      owed -= cut;
    });
  }
  return next;
}

/** Millionths of a unit: how finely a claim that is carried on is kept. */
const CLAIM_SCALE = 1_000_000n;

/** Divides totals that follow each other in time (months) among the same takers, so that each total is met exactly and
 * nobody is passed over for ever: what rounding kept from someone is carried on as a claim to the next total.
 * `weights[t]` are the takers' weights at time t; a time at which all are zero is divided equally.
 * @example apportionOverTime([1, 1, 1], [[1, 1, 1], [1, 1, 1], [1, 1, 1]], 1) // => [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
 */
export function apportionOverTime(
  totals: readonly number[],
  weights: readonly (readonly number[])[],
  unit: number,
): readonly (readonly number[])[] {
  const claims = (weights[0] ?? []).map(() => 0n);
  return totals.map((total, time) => {
    const given = weights[time]!;
    const usable = given.some((weight) => weight > 0) ? given : given.map(() => 1);
    const sum = usable.reduce((all, weight) => all + BigInt(weight), 0n);
    usable.forEach((weight, taker) => {
      claims[taker]! += (BigInt(total) * BigInt(weight) * CLAIM_SCALE) / sum;
    });
    const parts = meetClaims(total, { claims, takers: usable, unit });
    parts.forEach((part, taker) => (claims[taker]! -= BigInt(part) * CLAIM_SCALE));
    return parts;
  });
}

function meetClaims(
  total: number,
  from: { readonly claims: readonly bigint[]; readonly takers: readonly number[]; readonly unit: number },
): readonly number[] {
  const step = BigInt(from.unit) * CLAIM_SCALE;
  const open = from.takers.flatMap((weight, taker) => (weight > 0 ? [taker] : []));
  const parts = from.takers.map(() => 0);
  let left = Math.floor(total / from.unit);
  const byClaim = open
    .map((taker) => ({ taker, claim: from.claims[taker]! > 0n ? from.claims[taker]! : 0n }))
    .map((one) => ({ ...one, whole: Number(one.claim / step), rest: one.claim % step }));
  for (const one of byClaim) {
    const part = Math.min(left, one.whole);
    parts[one.taker] = part * from.unit;
    left -= part;
  }
  byClaim.sort((a, b) => (a.rest === b.rest ? a.taker - b.taker : a.rest > b.rest ? -1 : 1));
  for (let at = 0; left > 0; at = (at + 1) % byClaim.length, left -= 1) {
    parts[byClaim[at]!.taker]! += from.unit;
  }
  parts[byClaim[0]!.taker]! += total % from.unit;
  return parts;
}
