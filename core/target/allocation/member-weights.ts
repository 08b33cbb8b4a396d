/** What lifts or lowers a member's share beside capacity. */
export const ALLOCATION_FACTORS = ["ability", "experience", "interest", "history", "pipeline"] as const;
export type AllocationFactor = (typeof ALLOCATION_FACTORS)[number];

/** How much each factor counts: whole, not negative. All 0: capacity alone decides. */
export type FactorWeights = Readonly<Record<AllocationFactor, number>>;

/** What a member's weight is made of. A factor that nobody knows is `null`; capacity is a whole number. */
export interface WeightedMember {
  readonly factors: Readonly<Record<AllocationFactor, number | null>>;
  readonly capacity: number;
}

/** Factors are taken to the millionth, so that weights are exact from there on. */
const FACTOR_SCALE = 1_000_000;

/** The weights of members: Σ factor weight × factor ÷ its team mean, × capacity. Missing counts as the mean; so does a
 * factor that is 0 for everybody. The mean is over those who have capacity and a value. Whole numbers over one common
 * denominator, so they compare and add exactly; only their proportions mean anything. Values below 0 count as 0.
 * @example memberWeights([{ factors: { ability: 4, experience: null, interest: null, history: null, pipeline: null }, capacity: 1 }, { factors: { ability: 2, experience: null, interest: null, history: null, pipeline: null }, capacity: 2 }], { ability: 1, experience: 0, interest: 0, history: 0, pipeline: 0 }).map((weight) => Number(weight / 4000000n)) // => [2, 2]
 */
export function memberWeights(members: readonly WeightedMember[], weights: FactorWeights): readonly bigint[] {
  const asked = ALLOCATION_FACTORS.filter((factor) => weights[factor] > 0);
  const means = asked.map((factor) => ({ factor, ...meanOf(members, factor) }));
  const common = means.reduce((product, { sum }) => product * (sum === 0n ? 1n : sum), 1n);
  return members.map((member) => {
    if (asked.length === 0) return BigInt(member.capacity);
    const score = means.reduce((all, { factor, sum, count }) => {
      const value = member.factors[factor];
      const relative = value === null || sum === 0n ? common : (scaled(value) * count * common) / sum;
      return all + BigInt(weights[factor]) * relative;
    }, 0n);
    return score * BigInt(member.capacity);
  });
}

/** A member's factor ÷ its team mean, as a fraction to be shown; `null` where the member has none, or all have 0.
 * @example relativeFactor([{ factors: { ability: 4, experience: null, interest: null, history: null, pipeline: null }, capacity: 1 }, { factors: { ability: 2, experience: null, interest: null, history: null, pipeline: null }, capacity: 2 }], 0, "ability") === 4 / 3 // => true
 */
export function relativeFactor(
  members: readonly WeightedMember[],
  index: number,
  factor: AllocationFactor,
): number | null {
  const { sum, count } = meanOf(members, factor);
  const value = members[index]!.factors[factor];
  return value === null || sum === 0n ? null : (Number(scaled(value)) * Number(count)) / Number(sum);
}

interface Mean {
  readonly sum: bigint;
  readonly count: bigint;
}

/** Asked once for each member and factor: without it the work would grow with the square of the team. */
const meansByMembers = new WeakMap<readonly WeightedMember[], Map<AllocationFactor, Mean>>();

function meanOf(members: readonly WeightedMember[], factor: AllocationFactor): Mean {
  const means = meansByMembers.get(members) ?? new Map<AllocationFactor, Mean>();
  meansByMembers.set(members, means);
  const mean = means.get(factor) ?? makeMean(members, factor);
  means.set(factor, mean);
  return mean;
}

function makeMean(members: readonly WeightedMember[], factor: AllocationFactor): Mean {
  const known = members.flatMap((member) => {
    const value = member.factors[factor];
    return member.capacity > 0 && value !== null ? [scaled(value)] : [];
  });
  return { sum: known.reduce((all, value) => all + value, 0n), count: BigInt(known.length) };
}

function scaled(value: number): bigint {
  if (value <= 0) return 0n;
  return Number.isInteger(value)
    ? BigInt(value) * BigInt(FACTOR_SCALE)
    : BigInt(Math.round(value * FACTOR_SCALE));
}
