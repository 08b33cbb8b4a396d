import crc32 from "crc-32";

/** A deal that may close in the period: its amount (minor units, or shares of one deal when deals are counted), and its
 * chance in parts per million. */
export interface OpenChance {
  readonly id: string;
  readonly amount: number;
  readonly probability: number;
}

/** What a forecast is drawn from. */
export interface TotalsInput {
  /** What is certain: reached so far. */
  readonly actual: number;
  readonly deals: readonly OpenChance[];
  /** What business unknown at this point came to in past periods, one figure each; empty: nothing is known of it. */
  readonly late: readonly number[];
}

/** How often the period is played. The error of a chance is at most half a point per root of this: about 1 %. */
export const DRAWS = 2500;

/** Plays the period `DRAWS` times and answers with the totals, the play's number being the index. Every deal is won or lost by
 * a number of its own for each play, made from its id and the play alone: the same data give the same totals, one deal more
 * disturbs no other, and a total never falls when a chance or an amount rises. Late
 * business follows the predictive distribution of a normal sample: mean + s √(1 + 1 ÷ n) × Student's t with n − 1 degrees of
 * freedom (Geisser, Predictive Inference, 1993), so that a few past periods claim no more than they know; never below zero.
 * @example simulateTotals({ actual: 5, deals: [{ id: "d", amount: 10, probability: 1000000 }], late: [] })[0] // => 15
 */
export function simulateTotals({ actual, deals, late }: TotalsInput): Float64Array {
  const totals = new Float64Array(DRAWS).fill(actual);
  for (const deal of deals) {
    const seed = seedOf(deal.id);
    const bar = barOf(deal.probability);
    for (let play = 0; play < DRAWS; play += 1) {
      if (drawn(seed, play) < bar) totals[play]! += deal.amount;
    }
  }
  if (late.length === 0) return totals;
  const { mean, scale, freedom } = predictive(late);
  for (let play = 0; play < DRAWS; play += 1) {
    totals[play]! += Math.max(0, scale === 0 ? mean : mean + scale * studentOf(play, freedom));
  }
  return totals;
}

/** In how many plays the target is reached only because the deal is won: what its slipping would cost. Between 0 and 1.
 * @example stakeOf({ id: "d", amount: 10, probability: 1000000 }, new Float64Array(2500).fill(15), 12) // => 1
 */
export function stakeOf(deal: OpenChance, totals: Float64Array, target: number): number {
  const seed = seedOf(deal.id);
  const bar = barOf(deal.probability);
  let lost = 0;
  for (let play = 0; play < totals.length; play += 1) {
    const total = totals[play]!;
    if (total >= target && total - deal.amount < target && drawn(seed, play) < bar) lost += 1;
  }
  return lost / totals.length;
}

/** The value below which a share of the totals lies: the smallest total that at least that share does not exceed.
 * @example quantileOf(Float64Array.of(3, 1, 2), 0.5) // => 2
 */
export function quantileOf(totals: Float64Array, share: number): number {
  const sorted = totals.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** The share of totals that reach the target.
 * @example chanceOf(Float64Array.of(3, 1, 2), 2) // => 0.6666666666666666
 */
export function chanceOf(totals: Float64Array, target: number): number {
  let reached = 0;
  for (const total of totals) if (total >= target) reached += 1;
  return reached / totals.length;
}

const RANGE = 2 ** 32;

function barOf(probability: number): number {
  return (probability / 1_000_000) * RANGE;
}

function seedOf(id: string): number {
  return crc32.str(id) >>> 0;
}

/** A number from 0 to 2³² − 1 for a seed and a play: two rounds of Murmur3's finaliser, which spreads every bit. */
function drawn(seed: number, play: number): number {
  return mixed(mixed(seed + Math.imul(play + 1, 0x9e3779b1)) ^ seed);
}

function mixed(number: number): number {
  let bits = number ^ (number >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

interface Predictive {
  readonly mean: number;
  readonly scale: number;
  readonly freedom: number;
}

function predictive(late: readonly number[]): Predictive {
  const { length } = late;
  const mean = late.reduce((sum, value) => sum + value, 0) / length;
  if (length < 2) return { mean, scale: 0, freedom: 0 };
  const variance = late.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1);
  return { mean, scale: Math.sqrt(variance * (1 + 1 / length)), freedom: length - 1 };
}

const studentByPlay = new Map<number, Float64Array>();

/** The play's draw from Student's t: a normal one over the root of a mean of squared ones. */
function studentOf(play: number, freedom: number): number {
  let draws = studentByPlay.get(freedom);
  if (!draws) {
    draws = Float64Array.from({ length: DRAWS }, (_, of) => {
      let squares = 0;
      for (let at = 1; at <= freedom; at += 1) squares += normalOf(of, at) ** 2;
      return normalOf(of, 0) / Math.sqrt(squares / freedom);
    });
    studentByPlay.set(freedom, draws);
  }
  return draws[play]!;
}

/** A normal draw from two uniform ones (Box and Muller, 1958). */
function normalOf(play: number, at: number): number {
  const radius = drawn(seedOf(`radius ${at}`), play);
  const angle = drawn(seedOf(`angle ${at}`), play);
  return Math.sqrt(-2 * Math.log((radius + 0.5) / RANGE)) * Math.cos((2 * Math.PI * (angle + 0.5)) / RANGE);
}
