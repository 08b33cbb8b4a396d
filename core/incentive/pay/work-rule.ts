import { multiplyMoney, sumMoney, WHOLE_PPM, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { apportion } from "../../target/apportion.ts";
import type { PayFact, PayRule, PayRuleOf, PayStep } from "../records.ts";
import { baseStep, commission } from "./commission.ts";
import { payableOf } from "./held.ts";
import type { RuleInput, RuleOutcome } from "./line-outcome.ts";
import { roundExact } from "./tiered.ts";

/** A rule that gives a line of its own; a draw is worked last, on all of them together. */
export type LineRule = Exclude<PayRule, { readonly kind: "draw" }>;

/** The one way from a rule and what it counts to its amount. The same input gives the same outcome, whatever the order of its
 * facts; so what has changed since an approval is the difference of two outcomes.
 * @example workRule({ kind: "override", rate: 100000 }, { facts: [{ ref: "members/m1", amount: 4321 }], memberId: "m9" }).amount // => 432
 */
export function workRule(rule: LineRule, input: RuleInput & { readonly memberId: string }): RuleOutcome {
  switch (rule.kind) {
    case "commission":
      return commission(rule, input);
    case "special":
      return special(rule, input);
    case "override":
      return override(rule, input);
    case "kpi-bonus":
      return kpiBonus(rule, input);
    case "coefficient-bonus":
      return coefficientBonus(rule, input);
    case "team-bonus":
      return teamBonus(rule, input);
  }
}

/** A dated special: a rate of what its facts bring, an amount for each, or both; a fact that was given back counts for neither. */
function special(rule: PayRuleOf<"special">, input: RuleInput): RuleOutcome {
  const each = (fact: PayFact) => (fact.amount > 0 ? BigInt(fact.share) * BigInt(rule.perFact ?? 0) : 0n);
  const weightOf = (fact: PayFact) => BigInt(fact.amount) * BigInt(rule.rate ?? 0) + each(fact);
  const up = input.facts.reduce((sum, fact) => sum + weightOf(fact), 0n);
  const earned = roundExact({ up, down: BigInt(WHOLE_PPM) });
  const amount = rule.holdUntilPaid ? payableOf(earned, input.facts, weightOf) : earned;
  const base = sumMoney(input.facts.map((fact) => fact.amount));
  const counted = input.facts.filter((fact) => fact.amount > 0).length;
  const steps: PayStep[] = [baseStep(base, input)];
  if (rule.rate)
    steps.push({
      key: "flat",
      unit: "money",
      value: multiplyMoney(base, rule.rate),
      rate: rule.rate,
      part: base,
    });
  if (rule.perFact) {
    const all = input.facts.reduce((sum, fact) => sum + each(fact), 0n);
    const value = roundExact({ up: all, down: BigInt(WHOLE_PPM) });
    steps.push({ key: "per-fact", unit: "money", value, part: counted });
  }
  if (amount !== earned) steps.push({ key: "held", unit: "money", value: amount - earned });
  return { capped: earned, earned, amount, steps };
}

function override(rule: PayRuleOf<"override">, input: RuleInput): RuleOutcome {
  const base = sumMoney(input.facts.map((fact) => fact.amount));
  const amount = multiplyMoney(base, rule.rate);
  return paidAtOnce(amount, [
    { key: "members", unit: "money", value: base, part: input.facts.length },
    { key: "flat", unit: "money", value: amount, rate: rule.rate, part: base },
  ]);
}

function kpiBonus(rule: PayRuleOf<"kpi-bonus">, { result }: RuleInput): RuleOutcome {
  const steps = [reachedStep(result?.ppm ?? null, rule.from)];
  return paidAtOnce(isReached(result?.ppm, rule.from) ? rule.amount : ZERO, steps);
}

function coefficientBonus(rule: PayRuleOf<"coefficient-bonus">, { result }: RuleInput): RuleOutcome {
  const score = result?.actual ?? null;
  if (score === null) return paidAtOnce(ZERO, [{ key: "no-score", unit: "score", value: null }]);
  const level = rule.levels.toSorted((a, b) => b.from - a.from).find((one) => score >= one.from);
  const coefficient = level?.coefficient ?? 0;
  const amount = multiplyMoney(rule.base, coefficient as typeof WHOLE_PPM);
  return paidAtOnce(amount, [
    { key: "score", unit: "score", value: score },
    { key: "coefficient", unit: "money", value: amount, rate: coefficient, part: rule.base },
  ]);
}

/** The member's part of the team's bonus, shared by who is there on the period's last day. The parts of all total it exactly. */
function teamBonus(
  rule: PayRuleOf<"team-bonus">,
  { facts, result, memberId }: RuleInput & { readonly memberId: string },
): RuleOutcome {
  const ordered = facts.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const at = ordered.findIndex((fact) => fact.ref === `members/${memberId}`);
  if (at < 0) return paidAtOnce(ZERO, [{ key: "not-sharing", unit: "money", value: null }]);
  const steps: PayStep[] = [reachedStep(result?.ppm ?? null, rule.from)];
  if (!isReached(result?.ppm, rule.from)) return paidAtOnce(ZERO, steps);
  const weights = ordered.map((fact) => (rule.split === "equal" ? 1 : Math.max(0, fact.amount)));
  const amount = apportion(rule.amount, weights, 1)[at]! as Money;
  return paidAtOnce(amount, [
    ...steps,
    { key: "pool", unit: "money", value: rule.amount },
    {
      key: rule.split === "equal" ? "shared-equally" : "shared-by-result",
      unit: "money",
      value: amount,
      part: facts.length,
    },
  ]);
}

function paidAtOnce(amount: Money, steps: readonly PayStep[]): RuleOutcome {
  return { capped: amount, earned: amount, amount, steps };
}

function reachedStep(ppm: number | null, from: number): PayStep {
  if (ppm === null) return { key: "no-target", unit: "percent", value: null };
  return {
    key: isReached(ppm, from) ? "reached" : "not-reached",
    unit: "percent",
    value: ppm / WHOLE_PPM,
    from,
  };
}

function isReached(ppm: number | null | undefined, from: number): boolean {
  return ppm !== null && ppm !== undefined && ppm >= from;
}
