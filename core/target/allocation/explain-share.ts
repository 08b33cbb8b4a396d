import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { TargetTree } from "../target-tree.ts";
import { ALLOCATION_FACTORS, relativeFactor } from "./member-weights.ts";
import type { Allocation } from "./propose-allocation.ts";

/** Raised when the same data can give other shares. */
const RULE_VERSION = 1;

/** How a proposed share came about: the member's factors, each with its distance to the mean and its weight, capacity, the
 * part of all weights, the bounds.
 * @example explainShare(treeOf(book()), { plan: { period: 6, boundsByKey: new Map() }, members: [], shares: [] }, 0) // => throws
 */
export function explainShare(tree: TargetTree, allocation: Allocation, index: number): Explanation {
  const { plan, members } = allocation;
  const share = allocation.shares[index]!;
  const member = members[index]!;
  const { key, name } = tree.rows[share.row]!;
  const bounds = plan.boundsByKey.get(key);
  const amount = (label: string, value: number | undefined): readonly ExplainedInput[] =>
    value === undefined ? [] : [{ label: message(label), value: quantityOf(tree.kpi.unit, value) }];
  const factors = ALLOCATION_FACTORS.filter((factor) => plan.weights[factor] > 0).map(
    (factor): ExplainedInput => ({
      ...member.inputs[factor],
      label: message("target.allocation.input.factor", {
        factor: member.inputs[factor].label,
        weight: plan.weights[factor],
        percent: { unit: "percent", value: relativeFactor(members, index, factor) },
      }),
    }),
  );
  return {
    title: message("target.allocation.explain.share", {
      subject: name ? nameMessage(name) : message("base.team"),
      kpi: nameMessage(tree.kpi.name),
      period: { period: tree.periods[plan.period]!.id },
    }),
    value: quantityOf(tree.kpi.unit, share.share),
    formula: message(`target.allocation.formula.${plan.spread}`),
    ruleVersion: RULE_VERSION,
    inputs: [
      { label: message("target.allocation.input.total"), value: quantityOf(tree.kpi.unit, plan.total) },
      ...factors,
      { label: message("target.allocation.input.days"), value: { unit: "days", value: member.days } },
      { label: message("target.allocation.input.part"), value: { unit: "percent", value: share.part } },
      ...amount("target.allocation.input.floor", bounds?.floor),
      ...amount("target.allocation.input.ceiling", bounds?.ceiling),
      ...amount("target.allocation.input.present", share.present ?? undefined),
    ],
    rows: [],
    notes: [share.reason],
  };
}

/** How the fairness of an allocation came about: each member's share per full working day.
 * @example explainFairness(treeOf(book()), { plan: { row: 0, period: 6 }, members: [], shares: [], fairness: { spread: null, gini: null, n: 0 } }, "gini").inputs // => []
 */
export function explainFairness(
  tree: TargetTree,
  { plan, members, shares, fairness }: Allocation,
  measure: "spread" | "gini",
): Explanation {
  return {
    title: message(`target.allocation.explain.${measure}`, {
      kpi: nameMessage(tree.kpi.name),
      period: { period: tree.periods[plan.period]!.id },
    }),
    value: { unit: "ratio", value: fairness[measure] },
    formula: message(`target.allocation.formula.${measure}`),
    ruleVersion: RULE_VERSION,
    inputs: shares.flatMap(({ row, share }, at): readonly ExplainedInput[] => {
      const { days } = members[at]!;
      if (days === 0) return [];
      return [
        {
          label: message("target.allocation.input.load", { member: nameMessage(tree.rows[row]!.name!) }),
          value: quantityOf(tree.kpi.unit, share / days),
        },
      ];
    }),
    rows: [],
    notes: [message("target.allocation.note.n", { count: fairness.n })],
  };
}
