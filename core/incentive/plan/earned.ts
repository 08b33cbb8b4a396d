import type { Day } from "../../base/day.ts";
import { money, sumMoney, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayContext } from "../pay/pay-context.ts";
import type { PayPlace } from "../pay/rule-input.ts";
import { statementId } from "../pay/statement-id.ts";
import { ruleLines } from "../pay/statement-of.ts";
import type { PayPlan, StatementLine } from "../records.ts";
import { planOf } from "./plan-of.ts";

/** What a member earned in a period, whenever it is paid. */
export interface Earned {
  readonly amount: Money;
  /** The lines of the plan's rules, without draws and changes about other periods. */
  readonly lines: readonly StatementLine[];
  /** What an advance that nobody pays back adds to the commissions. */
  readonly fill: Money;
  /** The day on which the statement was approved; absent: it was not. */
  readonly approvedOn?: Day;
}

/** What was earned as it was: by the approved statement, else by the plan that holds.
 * @example earnedAsItWas({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map() } }, { memberId: "m1", period: period("2026-Q1", 1) }).amount // => 0
 */
export function earnedAsItWas(context: PayContext, place: PayPlace): Earned {
  const approved = context.rows.statements.get(statementId(place.memberId, place.period.id));
  if (approved) {
    return { ...earnedIn(approved.lines, approved.plan), approvedOn: approved.approvedOn };
  }
  const plan = planOf(context.kpi, context.rows.payPlans, place);
  return earnedIn(ruleLines(context, plan, place), plan);
}

/** What would have been earned under a plan.
 * @example earnedUnder({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map() } }, { rules: [] }, { memberId: "m1", period: period("2026-Q1", 1) }).amount // => 0
 */
export function earnedUnder(context: PayContext, plan: PayPlan, place: PayPlace): Earned {
  return earnedIn(ruleLines(context, plan, place), plan);
}

function earnedIn(all: readonly StatementLine[], plan: PayPlan | null): Earned {
  const lines = all.filter(
    (line) =>
      line.ruleId !== undefined && line.kind !== "change" && line.kind !== "draw" && line.kind !== "recovery",
  );
  const commissions = sumMoney(
    lines
      .filter((line) => ["commission", "special", "override"].includes(line.kind))
      .map((line) => line.earned),
  );
  const kept = (plan?.rules ?? []).reduce(
    (most, rule) => (rule.kind === "draw" && !rule.recoverable ? Math.max(most, rule.amount) : most),
    0,
  );
  const fill = kept > commissions ? money(kept - commissions) : ZERO;
  return { amount: sumMoney([...lines.map((line) => line.earned), fill]), lines, fill };
}
