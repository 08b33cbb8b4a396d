import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { money, WHOLE_PPM } from "../../base/money.ts";
import type { Problem } from "../../base/result.ts";
import type { Tier } from "../records.ts";

/** What the bounds of tiers are: minor units of money or ppm of attainment. */
export type TierUnit = "amount" | "attainment";

/** What is wrong with tiers: the first begins at 0, each begins where the one before it ends, the last is open, no rate is
 * negative. Gaps and overlaps are named with their numbers; `field` is `tiers.<index>.<from|to|rate>`.
 * @example tierProblems([{ from: 0, to: 100, rate: 50000 }, { from: 100, rate: 80000 }], "amount") // => []
 * @example tierProblems([{ from: 0, to: 100, rate: 50000 }, { from: 120, rate: 80000 }], "amount").map((one) => [one.field, one.message.key]) // => [["tiers.1.from", "incentive.problem.tier-gap"]]
 */
export function tierProblems(tiers: readonly Tier[], unit: TierUnit): readonly Problem[] {
  return tiers.flatMap((tier, index) => [
    ...boundProblems(tiers, index, unit),
    ...(tier.rate < 0
      ? [{ field: `tiers.${index}.rate`, message: message("incentive.problem.tier-rate") }]
      : []),
  ]);
}

/** A bound as the reader sees it.
 * @example tierBound(1050000, "attainment") // => { unit: "percent", value: 1.05 }
 */
export function tierBound(bound: number, unit: TierUnit): Quantity {
  return unit === "amount"
    ? { unit: "money", value: money(bound) }
    : { unit: "percent", value: bound / WHOLE_PPM };
}

function boundProblems(tiers: readonly Tier[], index: number, unit: TierUnit): readonly Problem[] {
  const tier = tiers[index]!;
  const before = tiers[index - 1];
  const problem = (at: "from" | "to", key: string, params: Record<string, Quantity> = {}): Problem => ({
    field: `tiers.${index}.${at}`,
    message: message(`incentive.problem.${key}`, params),
  });
  const from = tierBound(tier.from, unit);
  if (before === undefined && tier.from !== 0) return [problem("from", "tier-first", { from })];
  if (before?.to !== undefined && tier.from > before.to) {
    return [problem("from", "tier-gap", { from: tierBound(before.to, unit), to: from })];
  }
  if (before?.to !== undefined && tier.from < before.to) {
    return [problem("from", "tier-overlap", { from, to: tierBound(before.to, unit) })];
  }
  const isLast = index === tiers.length - 1;
  if (tier.to === undefined) return isLast ? [] : [problem("to", "tier-open", { from })];
  if (isLast) return [problem("to", "tier-last", { to: tierBound(tier.to, unit) })];
  return tier.to > tier.from ? [] : [problem("to", "tier-empty", { from, to: tierBound(tier.to, unit) })];
}
