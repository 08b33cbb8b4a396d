import { money, WHOLE_PPM } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import { commission } from "../pay/commission.ts";
import type { RuleOutcome } from "../pay/line-outcome.ts";
import type { PayFact, PayRuleOf } from "../records.ts";

type Commission = PayRuleOf<"commission">;

/** A place at which one more main unit of sales earns more than that unit. */
export interface Cliff {
  /** The base at which the higher amount begins. */
  readonly at: Money;
  /** What one main unit less earns, and what `at` earns. */
  readonly below: Money;
  readonly amount: Money;
  /** What the last main unit is worth. */
  readonly jump: Money;
}

/** What a rule gives for a base, as if all of it were one fact that is paid; `target` is what attainment is measured by.
 * @example workedExample({ shape: "flat", by: "amount", tiers: [{ from: 0, rate: 50000 }], holdUntilPaid: false }, { base: 10000, target: null }).amount // => 500
 */
export function workedExample(
  rule: Commission,
  of: { readonly base: Money; readonly target: Money | null },
): RuleOutcome {
  const fact: PayFact = {
    ref: "orders/example",
    label: "",
    share: WHOLE_PPM,
    amount: of.base,
    paid: of.base,
  };
  const result = { actual: null, target: of.target, ppm: null, isOwn: true };
  return commission({ ...rule, holdUntilPaid: false }, { facts: [fact], result });
}

/** The cliffs of a commission rule, lowest first: steps of whole-amount tiers and of factors. 5 %, 8 % and 10 % of the whole have
 * two: the yuan that makes 200 000 earns 4 000.08. Bounds by attainment need a target. Source: formulas, Commission.
 * @example cliffsOf({ shape: "whole", by: "amount", tiers: [{ from: 0, to: 10000000, rate: 50000 }, { from: 10000000, to: 20000000, rate: 80000 }, { from: 20000000, rate: 100000 }], holdUntilPaid: false }, { unit: 100, target: null }).map((one) => one.jump) // => [300005, 400008]
 */
export function cliffsOf(
  rule: Commission,
  of: { readonly unit: number; readonly target: Money | null },
): readonly Cliff[] {
  return boundsOf(rule, of.target).flatMap((bound) => {
    const at = money(bound);
    const { amount } = workedExample(rule, { base: at, target: of.target });
    const below = workedExample(rule, { base: money(at - of.unit), target: of.target }).amount;
    const jump = money(amount - below);
    return jump > of.unit ? [{ at, below, amount, jump }] : [];
  });
}

/** Points of a rule's curve, from 0 to `upTo` in even steps.
 * @example payCurve({ shape: "flat", by: "amount", tiers: [{ from: 0, rate: 100000 }], holdUntilPaid: false }, { upTo: 200, steps: 2, target: null }) // => [{ base: 0, amount: 0 }, { base: 100, amount: 10 }, { base: 200, amount: 20 }]
 */
export function payCurve(
  rule: Commission,
  of: { readonly upTo: Money; readonly steps: number; readonly target: Money | null },
): readonly { readonly base: Money; readonly amount: Money }[] {
  return Array.from({ length: of.steps + 1 }, (_, step) => {
    const base = money(Math.round((of.upTo * step) / of.steps));
    return { base, amount: workedExample(rule, { base, target: of.target }).amount };
  });
}

/** Where a rule's rate or factor may jump, in minor units, lowest first. */
function boundsOf(rule: Commission, target: Money | null): readonly number[] {
  const ofTarget = (ppm: number) => (target === null ? [] : [ceilPart(target, ppm as Ppm)]);
  const tiers = rule.shape === "flat" ? [] : rule.tiers.slice(1);
  const bounds = [
    ...tiers.flatMap((tier) => (rule.by === "amount" ? [tier.from] : ofTarget(tier.from))),
    ...(rule.accelerator ? ofTarget(rule.accelerator.from) : []),
    ...(rule.decelerator ? ofTarget(rule.decelerator.below) : []),
  ];
  return [...new Set(bounds)].toSorted((a, b) => a - b);
}

/** The first whole minor unit at which so much of the target is reached. */
function ceilPart(target: Money, ppm: Ppm): number {
  const part = BigInt(target) * BigInt(ppm);
  const whole = BigInt(WHOLE_PPM);
  return Number((part + whole - 1n) / whole);
}
