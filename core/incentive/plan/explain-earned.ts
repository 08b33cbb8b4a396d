import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import { money, sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { explainLine, lineTitle } from "../pay/explain-pay.ts";
import { explainSum } from "../pay/pay-elements.ts";
import type { PayContext } from "../pay/pay-context.ts";
import type { PayPlace } from "../pay/rule-input.ts";
import type { PayPlan, StatementLine } from "../records.ts";
import { earnedAsItWas, earnedUnder } from "./earned.ts";
import type { Earned } from "./earned.ts";
import { holdsFor } from "./simulate.ts";

/** Whose past period is looked at, and under which plan: absent, as it was. */
export interface EarnedAsked extends PayPlace {
  readonly name: string;
  readonly tried?: PayPlan;
}

/** How what a member earned in a past period came about: each line of the statement as it was approved, or as the plan gives it,
 * with its steps and facts; as it was, too, where the plan does not speak of them. What waits for payments is earned; advances that nobody pays back fill what is missing to them.
 * @example explainEarned({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map() } }, { memberId: "m1", period: period("2026-Q1", 1), name: "a" }).value // => { unit: "money", value: 0 }
 */
export function explainEarned(context: PayContext, of: EarnedAsked): Explanation {
  const { period, name, tried } = of;
  const isTried = tried !== undefined && holdsFor(context, tried, of);
  const earned = isTried ? earnedUnder(context, tried, of) : earnedAsItWas(context, of);
  const params = { name, period: { period: period.id } };
  const fill: readonly ExplainedInput[] =
    earned.fill === 0
      ? []
      : [{ label: message("incentive.line.draw"), value: { unit: "money", value: earned.fill } }];
  return {
    title: message(`incentive.simulator.explain.period.${tried ? "tried" : "present"}`, params),
    value: { unit: "money", value: earned.amount },
    formula: message("incentive.formula.element"),
    ruleVersion: 1,
    inputs: [
      ...earned.lines.map((line) => ({
        label: lineTitle(line),
        value: { unit: "money" as const, value: line.earned },
        explain: () => explainLine({ period }, asEarned(line), name),
      })),
      ...fill,
    ],
    rows: [],
    notes: notesOf(earned),
  };
}

/** How the difference between what was tried and what was came about: both sides, each down to its lines.
 * @example explainDifference({ key: "t" }, { tried: { amount: 7, explain: () => ({}) }, present: { amount: 5, explain: () => ({}) } }).value // => { unit: "money", value: 2 }
 */
export function explainDifference(
  title: Explanation["title"],
  sides: Readonly<Record<"tried" | "present", { readonly amount: Money; explain(): Explanation }>>,
): Explanation {
  const { tried, present } = sides;
  return {
    ...explainSum(title, []),
    value: { unit: "money", value: money(tried.amount - present.amount) },
    formula: message("incentive.formula.difference"),
    inputs: (["tried", "present"] as const).map((side) => ({
      label: message(`incentive.simulator.column.${side}`),
      value: { unit: "money" as const, value: sides[side].amount },
      explain: () => sides[side].explain(),
    })),
  };
}

/** The line as if it were paid at once: what is compared is what was earned. */
function asEarned(line: StatementLine): StatementLine {
  return { ...line, amount: line.earned, steps: line.steps.filter((step) => step.key !== "held") };
}

function notesOf({ lines, approvedOn }: Earned): Explanation["notes"] {
  const held = money(sumMoney(lines.map((line) => line.earned)) - sumMoney(lines.map((line) => line.amount)));
  return [
    ...(approvedOn === undefined ? [] : [message("incentive.note.approved", { day: { day: approvedOn } })]),
    ...(held === 0 ? [] : [message("incentive.note.held", { held: { unit: "money", value: held } })]),
  ];
}
