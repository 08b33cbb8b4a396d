import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";

/** Somebody who gets a part: by weight, not below the floor, not above the ceiling (`null`: none). */
export interface ShareTaker {
  readonly weight: bigint;
  readonly floor: number;
  readonly ceiling: number | null;
}

/** Why a total cannot be divided inside the bounds, with the numbers. */
export type ShareRefusal =
  | { readonly kind: "nobody" }
  | { readonly kind: "crossed"; readonly taker: number; readonly floor: number; readonly ceiling: number }
  | { readonly kind: "above"; readonly taker: number; readonly present: number; readonly ceiling: number }
  | { readonly kind: "floors"; readonly sum: number; readonly total: number }
  | { readonly kind: "ceilings"; readonly sum: number; readonly total: number };

/** Divides a whole number by weights inside floors and ceilings: what a bound takes or leaves is spread over the rest by
 * weight until it is stable. Then largest remainder to the unit, ties to the earlier taker; what is left below one unit
 * goes to the largest remainder still open. Exact in BigInt: Σ is the total, bounds hold, a part never falls when only its
 * weight rises. A taker of weight 0 gets the floor and no more.
 * Refused: nobody with a weight, a floor above its ceiling, floors above the total, ceilings below it.
 * @example allocateShares(10, [{ weight: 1n, floor: 0, ceiling: null }, { weight: 1n, floor: 7, ceiling: null }], 1) // => { ok: true, value: [3, 7] }
 * @example allocateShares(10, [{ weight: 1n, floor: 0, ceiling: 4 }], 1) // => { ok: false, error: { kind: "ceilings", sum: 4, total: 10 } }
 */
export function allocateShares(
  total: number,
  takers: readonly ShareTaker[],
  unit: number,
): Result<readonly number[], ShareRefusal> {
  const refused = refusalOf(total, takers);
  return refused ? fail(refused) : ok(roundedShares(total, takers, { unit, level: levelOf(total, takers) }));
}

/** Adds what a total has more than the present parts, by weight and inside the bounds of the sums: nobody falls.
 * Refused besides: a part that is above its ceiling already. Throws when the total is below the present parts.
 * @example allocateIncrease({ total: 11, present: [4, 4, 2], unit: 1 }, [6n, 6n, 2n].map((weight) => ({ weight, floor: 0, ceiling: null }))) // => { ok: true, value: [5, 4, 2] }
 */
export function allocateIncrease(
  of: { readonly total: number; readonly present: readonly number[]; readonly unit: number },
  takers: readonly ShareTaker[],
): Result<readonly number[], ShareRefusal> {
  const difference = of.total - of.present.reduce((sum, value) => sum + value, 0);
  if (difference < 0) throw new RangeError("an increase cannot be negative");
  const tooHigh = takers.findIndex(({ ceiling }, at) => ceiling !== null && of.present[at]! > ceiling);
  if (tooHigh >= 0) {
    const ceiling = takers[tooHigh]!.ceiling!;
    return fail({ kind: "above", taker: tooHigh, present: of.present[tooHigh]!, ceiling });
  }
  const open = takers.map(({ weight, floor, ceiling }, at) => ({
    weight,
    floor: Math.max(0, floor - of.present[at]!),
    ceiling: ceiling === null ? null : ceiling - of.present[at]!,
  }));
  const added = allocateShares(difference, open, of.unit);
  if (!added.ok) return fail(inSums(added.error, of, takers));
  return ok(added.value.map((value, at) => of.present[at]! + value));
}

/** A refusal of the increase, told in the numbers that the manager typed. */
function inSums(
  refusal: ShareRefusal,
  of: { readonly total: number; readonly present: readonly number[] },
  takers: readonly ShareTaker[],
): ShareRefusal {
  if (refusal.kind === "floors") {
    const sum = takers.reduce((all, taker, at) => all + Math.max(taker.floor, of.present[at]!), 0);
    return { ...refusal, sum, total: of.total };
  }
  if (refusal.kind === "ceilings") {
    const sum = refusal.sum + of.present.reduce((all, value) => all + value, 0);
    return { ...refusal, sum, total: of.total };
  }
  if (refusal.kind !== "crossed") return refusal;
  const { floor, ceiling } = takers[refusal.taker]!;
  return { ...refusal, floor, ceiling: ceiling! };
}

function refusalOf(total: number, takers: readonly ShareTaker[]): ShareRefusal | null {
  const crossed = takers.findIndex(({ floor, ceiling }) => ceiling !== null && floor > ceiling);
  if (crossed >= 0) {
    const { floor, ceiling } = takers[crossed]!;
    return { kind: "crossed", taker: crossed, floor, ceiling: ceiling! };
  }
  const floors = takers.reduce((sum, { floor }) => sum + floor, 0);
  if (floors > total) return { kind: "floors", sum: floors, total };
  if (floors === total) return null;
  if (takers.every(({ weight }) => weight === 0n)) return { kind: "nobody" };
  const ceilings = takers.reduce(
    (sum, { weight, floor, ceiling }) =>
      sum + (weight === 0n ? floor : (ceiling ?? Number.POSITIVE_INFINITY)),
    0,
  );
  return ceilings < total ? { kind: "ceilings", sum: ceilings, total } : null;
}

/** Who stands at a bound; the free ones share `rest` by weight out of `weights`. */
interface Level {
  readonly fixed: readonly (number | null)[];
  readonly rest: bigint;
  readonly weights: bigint;
}

/** Water filling: in each round those are fixed whose bounds pull harder in sum, until nobody free leaves the bounds.
 * Each round fixes somebody, so it ends. */
function levelOf(total: number, takers: readonly ShareTaker[]): Level {
  const fixed = takers.map(({ weight, floor }) => (weight === 0n ? floor : null));
  for (;;) {
    const free = takers.flatMap((taker, index) => (fixed[index] === null ? [{ ...taker, index }] : []));
    const rest = BigInt(total) - fixed.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);
    const weights = free.reduce((sum, { weight }) => sum + weight, 0n);
    const low = free.filter(({ weight, floor }) => rest * weight < BigInt(floor) * weights);
    const high = free.filter(
      ({ weight, ceiling }) => ceiling !== null && rest * weight > BigInt(ceiling) * weights,
    );
    if (low.length === 0 && high.length === 0) return { fixed, rest, weights };
    const pull =
      low.reduce((sum, { weight, floor }) => sum + BigInt(floor) * weights - rest * weight, 0n) +
      high.reduce((sum, { weight, ceiling }) => sum + BigInt(ceiling!) * weights - rest * weight, 0n);
    if (pull >= 0n) for (const { index, floor } of low) fixed[index] = floor;
    if (pull <= 0n) for (const { index, ceiling } of high) fixed[index] = ceiling;
  }
}

/** A part before rounding: the last step of the unit (or bound) below it, how far it is to the next, what it is short of. */
interface Unrounded {
  readonly base: number;
  readonly step: number;
  readonly remainder: bigint;
}

function roundedShares(
  total: number,
  takers: readonly ShareTaker[],
  by: { readonly unit: number; readonly level: Level },
): readonly number[] {
  const unrounded = takers.map((taker, index) => {
    const fixed = by.level.fixed[index]!;
    return fixed === null ? freePart(taker, by) : { base: fixed, step: 0, remainder: 0n };
  });
  const parts = unrounded.map(({ base }) => base);
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  const order = unrounded
    .map((part, index) => ({ ...part, index }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { step, index } of order) {
    const given = Math.min(step, left);
    parts[index]! += given;
    left -= given;
  }
  return parts;
}

function freePart(
  { weight, floor, ceiling }: ShareTaker,
  { unit, level }: { readonly unit: number; readonly level: Level },
): Unrounded {
  const exact = level.rest * weight;
  if (ceiling !== null && exact === BigInt(ceiling) * level.weights) {
    return { base: ceiling, step: 0, remainder: 0n };
  }
  const whole = Number(exact / level.weights);
  const below = whole - (whole % unit);
  const base = Math.max(below, floor);
  const next = Math.min(below + unit, ceiling ?? Number.POSITIVE_INFINITY);
  return { base, step: next - base, remainder: exact - BigInt(base) * level.weights };
}
