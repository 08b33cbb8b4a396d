import { sumMoney, WHOLE_PPM, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayRuleOf, PayStep } from "../records.ts";
import { payableOf } from "./held.ts";
import { attainedBy, attainmentStep, hasReached } from "./line-outcome.ts";
import type { RuleInput, RuleOutcome } from "./line-outcome.ts";
import type { Attained } from "./tiered.ts";
import { roundExact, tiered } from "./tiered.ts";

type Commission = PayRuleOf<"commission">;

/** Commission of one rule for one member and period, in minor units: credited base → tier or rate → accelerator or
 * decelerator → (rounded once) → cap → floor → hold. What the floor adds does not wait for payments. Where a rule needs a
 * target and there is none, nothing is earned and the steps say so. Source: formulas, Commission.
 * @example commission({ shape: "flat", by: "amount", tiers: [{ from: 0, rate: 51000 }], holdUntilPaid: false }, { facts: [{ ref: "orders/o1", amount: 2500, paid: 2500 }] }).amount // => 128
 */
export function commission(rule: Commission, input: RuleInput): RuleOutcome {
  const base = sumMoney(input.facts.map((fact) => fact.amount));
  const attained = attainedBy(input.result, base);
  const steps: PayStep[] = [baseStep(base, input)];
  if (needsTarget(rule)) steps.push(attainmentStep(attained));
  const worked = needsTarget(rule) && attained === null ? null : tiered(rule, base, attained);
  steps.push(...(worked?.steps ?? []));
  const factor = factorOf(rule, attained);
  const before = worked
    ? roundExact({ up: worked.exact.up * BigInt(factor.ppm), down: worked.exact.down * BigInt(WHOLE_PPM) })
    : ZERO;
  if (worked && factor.key) steps.push({ key: factor.key, unit: "money", value: before, rate: factor.ppm });
  const capped = rule.cap !== undefined && before > rule.cap ? rule.cap : before;
  if (capped !== before) steps.push({ key: "capped", unit: "money", value: capped });
  const earned = rule.floor !== undefined && capped < rule.floor ? rule.floor : capped;
  if (earned !== capped) steps.push({ key: "floored", unit: "money", value: earned });
  const amount = rule.holdUntilPaid
    ? sumMoney([payableOf(capped, input.facts, (fact) => BigInt(fact.amount)), (earned - capped) as Money])
    : earned;
  if (amount !== earned) steps.push({ key: "held", unit: "money", value: amount - earned });
  return { capped, earned, amount, steps };
}

/** Whether a rule looks at a target.
 * @example needsTarget({ shape: "flat", by: "amount" }) // => false
 */
export function needsTarget(rule: Pick<Commission, "shape" | "by" | "accelerator" | "decelerator">): boolean {
  const byAttainment = rule.by === "attainment" && rule.shape !== "flat";
  return byAttainment || rule.accelerator !== undefined || rule.decelerator !== undefined;
}

/** The step that says what the rule counts: the credited amount of so many facts.
 * @example baseStep(500, { facts: [{ ref: "orders/o1" }] }) // => { key: "base", unit: "money", value: 500, part: 1 }
 */
export function baseStep(base: Money, { facts }: Pick<RuleInput, "facts">): PayStep {
  return { key: "base", unit: "money", value: base, part: facts.length };
}

function factorOf(
  rule: Commission,
  attained: Attained | null,
): { readonly ppm: number; readonly key?: string } {
  const { accelerator, decelerator } = rule;
  if (attained !== null && accelerator && hasReached(attained, accelerator.from)) {
    return { ppm: accelerator.factor, key: "accelerated" };
  }
  if (attained !== null && decelerator && !hasReached(attained, decelerator.below)) {
    return { ppm: decelerator.factor, key: "decelerated" };
  }
  return { ppm: WHOLE_PPM };
}
