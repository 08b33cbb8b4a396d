import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import type { TargetTree } from "../target-tree.ts";
import { allocateIncrease, allocateShares } from "./allocate-shares.ts";
import type { ShareRefusal, ShareTaker } from "./allocate-shares.ts";
import type { AllocationMember } from "./allocation-facts.ts";
import { fairnessOf } from "./fairness.ts";
import type { Fairness } from "./fairness.ts";
import { memberWeights } from "./member-weights.ts";
import type { FactorWeights } from "./member-weights.ts";
import { shareReason } from "./share-reason.ts";

/** The least and the most that a member may get. */
export interface ShareBounds {
  readonly floor?: number;
  readonly ceiling?: number;
}

/** What an allocation is asked to do. */
export interface AllocationPlan {
  /** The row whose target is divided, and the period as an index of the tree. */
  readonly row: number;
  readonly period: number;
  readonly total: number;
  readonly weights: FactorWeights;
  /** The step of the shares, in the KPI's base unit. */
  readonly unit: number;
  /** Bounds by the tree's row key. */
  readonly boundsByKey: ReadonlyMap<string, ShareBounds>;
  /** `all`: everybody's share anew. `increase`: present targets stay, what the total has more is spread. */
  readonly spread: "all" | "increase";
}

/** One member's proposed share. */
export interface ProposedShare {
  readonly row: number;
  readonly share: number;
  /** The target there is now. */
  readonly present: number | null;
  readonly bound: "floor" | "ceiling" | null;
  /** The member's part of all weights, as a fraction. */
  readonly part: number;
  readonly reason: Message;
}

export interface Allocation {
  readonly plan: AllocationPlan;
  readonly members: readonly AllocationMember[];
  readonly shares: readonly ProposedShare[];
  readonly fairness: Fairness;
}

/** Proposes a share of a total for each member by weight, inside the bounds, exact in the sum, with the reason for each.
 * Refused, with the numbers: nobody who could take a part, a total that is not above 0, bounds that cannot be met, an
 * increase that is none. A problem's field is a row key, or `total`.
 * @example proposeAllocation(treeOf(book()), [], { row: 0, period: 6, total: 0, weights: { ability: 1, experience: 1, interest: 1, history: 1, pipeline: 1 }, unit: 1, boundsByKey: new Map(), spread: "all" }).ok // => false
 */
export function proposeAllocation(
  tree: TargetTree,
  members: readonly AllocationMember[],
  plan: AllocationPlan,
): Result<Allocation> {
  if (!tree.sums) return fail([{ message: message("target.problem.no-sum") }]);
  if (!(plan.total > 0)) {
    return fail([{ field: "total", message: message("target.allocation.problem.total") }]);
  }
  const weights = memberWeights(members, plan.weights);
  const takers = members.map(({ row }, at): ShareTaker => {
    const bounds = plan.boundsByKey.get(tree.rows[row]!.key);
    return { weight: weights[at]!, floor: bounds?.floor ?? 0, ceiling: bounds?.ceiling ?? null };
  });
  const present = members.map(({ row }) => tree.cells[row]![plan.period]!.value);
  const divided = divide(tree, { takers, present }, plan);
  if (!divided.ok) return fail([divided.error(tree, members)]);
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = members.map(({ row }, at): ProposedShare => {
    const share = divided.value[at]!;
    const bound = boundOf(share, takers[at]!);
    const part = all === 0n ? 0 : Number((weights[at]! * 1_000_000_000n) / all) / 1e9;
    const amount = quantityOf(tree.kpi.unit, share);
    const reason = shareReason(members, at, { weights: plan.weights, bound, amount });
    return { row, share, present: present[at]!, bound, part, reason };
  });
  const loads = shares.map(({ share }, at) => ({ share, capacity: members[at]!.days }));
  return ok({ plan, members, shares, fairness: fairnessOf(loads) });
}

type Divided =
  | { readonly ok: true; readonly value: readonly number[] }
  | { readonly ok: false; error(tree: TargetTree, members: readonly AllocationMember[]): Problem };

function divide(
  tree: TargetTree,
  of: { readonly takers: readonly ShareTaker[]; readonly present: readonly (number | null)[] },
  { total, unit, spread }: AllocationPlan,
): Divided {
  const present = of.present.map((value) => value ?? 0);
  const sum = present.reduce((all, value) => all + value, 0);
  if (spread === "increase" && sum >= total) {
    const amounts = { sum: quantityOf(tree.kpi.unit, sum), total: quantityOf(tree.kpi.unit, total) };
    const problem = { field: "total", message: message("target.allocation.problem.no-increase", amounts) };
    return { ok: false, error: () => problem };
  }
  const result =
    spread === "increase"
      ? allocateIncrease({ total, present, unit }, of.takers)
      : allocateShares(total, of.takers, unit);
  if (result.ok) return result;
  const { error } = result;
  return { ok: false, error: (within, members) => refusal(within, members, error) };
}

function boundOf(share: number, { floor, ceiling }: ShareTaker): ProposedShare["bound"] {
  if (ceiling !== null && share === ceiling) return "ceiling";
  return floor > 0 && share === floor ? "floor" : null;
}

/** A refusal in words, with the numbers and the name. */
function refusal(tree: TargetTree, members: readonly AllocationMember[], why: ShareRefusal): Problem {
  const amount = (value: number) => quantityOf(tree.kpi.unit, value);
  if (why.kind === "nobody") return { message: message("target.allocation.problem.nobody") };
  if (why.kind === "floors" || why.kind === "ceilings") {
    const params = {
      sum: amount(why.sum),
      total: amount(why.total),
      difference: amount(Math.abs(why.sum - why.total)),
    };
    return { message: message(`target.allocation.problem.${why.kind}`, params) };
  }
  const row = tree.rows[members[why.taker]!.row]!;
  const member = row.seat!.member.name;
  const bounds =
    why.kind === "crossed"
      ? message("target.allocation.problem.crossed", {
          member,
          floor: amount(why.floor),
          ceiling: amount(why.ceiling),
        })
      : message("target.allocation.problem.above", {
          member,
          present: amount(why.present),
          ceiling: amount(why.ceiling),
        });
  return { field: row.key, message: bounds };
}
