import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { listMessage } from "../../team/name-key.ts";
import { ALLOCATION_FACTORS, relativeFactor } from "./member-weights.ts";
import type { AllocationFactor, FactorWeights, WeightedMember } from "./member-weights.ts";

/** What moves a weight by less than this is not worth a word. */
const WORTH_SAYING = 0.01;
/** How many lifting and how many lowering causes are named. */
const NAMED = 2;

interface Cause {
  readonly name: AllocationFactor | "capacity";
  /** Above or below the mean, as a fraction: +0.24. */
  readonly apart: number;
  /** By how much it moves the weight. */
  readonly effect: number;
}

/** Why a share is as it is, in a sentence: the causes that lift it and those that lower it (two of each, strongest first,
 * each with its distance from the mean), the bound it stands at, the factors that are not known.
 * @example shareReason([{ factors: { ability: 4, experience: 2, interest: null, history: 0, pipeline: 0 }, capacity: 0 }], 0, { weights: { ability: 1, experience: 0, interest: 0, history: 0, pipeline: 0 }, bound: null, amount: { unit: "count", value: 0 } }).key // => "target.allocation.reason.away"
 */
export function shareReason(
  members: readonly WeightedMember[],
  index: number,
  of: {
    readonly weights: FactorWeights;
    readonly bound: "floor" | "ceiling" | null;
    readonly amount: Quantity;
  },
): Message {
  const { weights, bound, amount } = of;
  const reason =
    members[index]!.capacity === 0
      ? message("target.allocation.reason.away")
      : withUnknown(causesReason(causesOf(members, index, weights)), members[index]!, weights);
  return bound === null ? reason : message(`target.allocation.reason.${bound}`, { reason, amount });
}

function causesReason(causes: readonly Cause[]): Message {
  const sorted = causes.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const up = sorted.filter((cause) => cause.effect >= WORTH_SAYING).slice(0, NAMED);
  const down = sorted.filter((cause) => cause.effect <= -WORTH_SAYING).slice(0, NAMED);
  if (up.length > 0 && down.length > 0) {
    return message("target.allocation.reason.both", { up: said(up), down: said(down) });
  }
  if (up.length > 0) return message("target.allocation.reason.up", { up: said(up) });
  if (down.length > 0) return message("target.allocation.reason.down", { down: said(down) });
  return message("target.allocation.reason.even");
}

function withUnknown(reason: Message, member: WeightedMember, weights: FactorWeights): Message {
  const unknown = ALLOCATION_FACTORS.filter(
    (factor) => weights[factor] > 0 && member.factors[factor] === null,
  );
  if (unknown.length === 0) return reason;
  const factors = listMessage(unknown.map((factor) => message(`target.allocation.factor.${factor}`)));
  return message("target.allocation.reason.unknown", { reason, factors });
}

function causesOf(
  members: readonly WeightedMember[],
  index: number,
  weights: FactorWeights,
): readonly Cause[] {
  const all = ALLOCATION_FACTORS.reduce((sum, factor) => sum + weights[factor], 0);
  const factors = ALLOCATION_FACTORS.flatMap((factor): readonly Cause[] => {
    const relative = relativeFactor(members, index, factor);
    if (weights[factor] === 0 || relative === null) return [];
    return [{ name: factor, apart: relative - 1, effect: ((relative - 1) * weights[factor]) / all }];
  });
  const present = members.filter((member) => member.capacity > 0);
  const mean = present.reduce((sum, member) => sum + member.capacity, 0) / present.length;
  const apart = members[index]!.capacity / mean - 1;
  return [...factors, { name: "capacity", apart, effect: apart }];
}

function said(causes: readonly Cause[]): string | Message {
  return listMessage(
    causes.map(({ name, apart }) =>
      message(`target.allocation.cause.${apart > 0 ? "above" : "below"}`, {
        factor: message(`target.allocation.factor.${name}`),
        percent: { unit: "percent", value: Math.round(Math.abs(apart) * 100) / 100 },
      }),
    ),
  );
}
