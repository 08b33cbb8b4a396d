/** How evenly a target weighs on those who carry it, by share ÷ capacity. */
export interface Fairness {
  /** Highest ÷ lowest: 1 is even. `null` with fewer than two people or when the lowest is 0. */
  readonly spread: number | null;
  /** Gini: 0 is even, towards 1 it lies on one. `null` with nobody or when all is 0. */
  readonly gini: number | null;
  /** How many people have capacity; the others are left out. */
  readonly n: number;
}

/** Measures how evenly shares lie on capacities: spread (max ÷ min) and Gini (Σ|xᵢ − xⱼ| ÷ (2 n Σx)) of share ÷ capacity.
 * @example fairnessOf([{ share: 30, capacity: 10 }, { share: 20, capacity: 10 }]) // => { spread: 1.5, gini: 0.1, n: 2 }
 */
export function fairnessOf(
  parts: readonly { readonly share: number; readonly capacity: number }[],
): Fairness {
  const loads = parts
    .filter((part) => part.capacity > 0)
    .map((part) => part.share / part.capacity)
    .toSorted((a, b) => a - b);
  const n = loads.length;
  const sum = loads.reduce((all, load) => all + load, 0);
  const lowest = loads[0] ?? 0;
  // Of sorted loads Σ|xᵢ − xⱼ| over all pairs both ways is 2 Σ (2i − n + 1) xᵢ.
  const apart = loads.reduce((all, load, at) => all + (2 * at - n + 1) * load, 0);
  return {
    spread: n < 2 || lowest === 0 ? null : loads.at(-1)! / lowest,
    gini: sum === 0 ? null : apart / (n * sum),
    n,
  };
}
