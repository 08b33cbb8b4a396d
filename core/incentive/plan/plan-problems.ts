import { message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Problem } from "../../base/result.ts";
import { needsTarget } from "../pay/commission.ts";
import type { PayPlan, PayRule, PayRuleOf } from "../records.ts";
import { tierProblems } from "./tier-check.ts";

/** What is wrong with a plan; `field` is the plan's own field or `rules.<rule id>.<field>`.
 * @example planProblems({ name: "", subjects: ["team"], from: "2026-01-01", rules: [] }).map((one) => one.field) // => ["name"]
 */
export function planProblems(plan: PayPlan): readonly Problem[] {
  const problem = (field: string, key: string): Problem => ({
    field,
    message: message(`incentive.problem.${key}`),
  });
  return [
    ...(plan.name.trim() === "" ? [problem("name", "plan-name")] : []),
    ...(plan.subjects.length === 0 ? [problem("subjects", "plan-subjects")] : []),
    ...(plan.until !== undefined && plan.until <= plan.from ? [problem("until", "plan-until")] : []),
    ...plan.rules.flatMap((rule) =>
      ruleProblems(rule).map((one) => ({ ...one, field: `rules.${rule.id}.${one.field ?? ""}` })),
    ),
  ];
}

/** What is wrong with one rule, by its own fields.
 * @example ruleProblems({ kind: "kpi-bonus", kpiId: "k1", amount: -1, from: 1000000 }).map((one) => one.field) // => ["amount"]
 */
export function ruleProblems(rule: PayRule): readonly Problem[] {
  if (rule.kind === "commission") return commissionProblems(rule);
  if (rule.kind === "special") return specialProblems(rule);
  if (rule.kind === "override") {
    return [...positive("rate", rule.rate), ...chosen("groupId", rule.groupId, "rule-group")];
  }
  if (rule.kind === "kpi-bonus" || rule.kind === "team-bonus") {
    return [...positive("amount", rule.amount), ...chosen("kpiId", rule.kpiId, "rule-kpi")];
  }
  if (rule.kind === "coefficient-bonus") {
    return [...positive("base", rule.base), ...levelProblems(rule)];
  }
  return positive("amount", rule.amount);
}

function commissionProblems(rule: PayRuleOf<"commission">): readonly Problem[] {
  const tiers =
    rule.shape === "flat" ? rule.tiers.slice(0, 1).map(({ rate }) => ({ from: 0, rate })) : rule.tiers;
  const { accelerator, decelerator, cap, floor } = rule;
  const found: Problem[] = [...tierProblems(tiers, rule.by)];
  const note = (field: string, key: string) =>
    found.push({ field, message: message(`incentive.problem.${key}`) });
  if (needsTarget(rule) && rule.kpiId === undefined) note("kpiId", "rule-kpi");
  if (accelerator && accelerator.factor < WHOLE_PPM) note("accelerator.factor", "accelerator");
  if (decelerator && (decelerator.factor > WHOLE_PPM || decelerator.factor < 0)) {
    note("decelerator.factor", "decelerator");
  }
  if (accelerator && decelerator && decelerator.below > accelerator.from)
    note("decelerator.below", "factors-cross");
  if (cap !== undefined && cap < 0) note("cap", "negative");
  if (floor !== undefined && floor < 0) note("floor", "negative");
  if (cap !== undefined && floor !== undefined && floor > cap) note("floor", "floor-above-cap");
  return found;
}

function specialProblems(rule: PayRuleOf<"special">): readonly Problem[] {
  const dates =
    rule.until < rule.from ? [{ field: "until", message: message("incentive.problem.special-until") }] : [];
  const none =
    rule.rate === undefined && rule.perFact === undefined
      ? [{ field: "rate", message: message("incentive.problem.special-nothing") }]
      : [];
  return [...dates, ...none, ...positive("rate", rule.rate ?? 0), ...positive("perFact", rule.perFact ?? 0)];
}

function levelProblems(rule: PayRuleOf<"coefficient-bonus">): readonly Problem[] {
  return rule.levels.flatMap((level, at) => {
    const above = rule.levels[at - 1];
    if (level.coefficient < 0)
      return [{ field: `levels.${at}.coefficient`, message: message("incentive.problem.negative") }];
    if (above && level.from >= above.from) {
      return [{ field: `levels.${at}.from`, message: message("incentive.problem.levels") }];
    }
    return [];
  });
}

function positive(field: string, value: number): readonly Problem[] {
  return value < 0 ? [{ field, message: message("incentive.problem.negative") }] : [];
}

function chosen(field: string, id: string, key: string): readonly Problem[] {
  return id === "" ? [{ field, message: message(`incentive.problem.${key}`) }] : [];
}
