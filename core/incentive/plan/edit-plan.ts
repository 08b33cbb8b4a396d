import { putRecords, removeRecords, setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Money } from "../../base/money.ts";
import type { PeriodId } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { PayRows } from "../pay/pay-context.ts";
import { statementId } from "../pay/statement-id.ts";
import type { PayAdjustment, PayPlan, PayRule } from "../records.ts";
import { planProblems } from "./plan-problems.ts";

/** Writes a plan, new or changed. What is approved keeps the plan as it was. Refused: anything `planProblems` finds.
 * @example savePlan({ id: "p", name: "", subjects: ["team"], from: "2026-01-01", rules: [] }).ok // => false
 */
export function savePlan(plan: PayPlan): Result<readonly Change[]> {
  const problems = planProblems(plan);
  return problems.length > 0 ? fail(problems) : ok([putRecords("payPlans", [plan])]);
}

/** The plan with a rule put in place of the one with its id, or added last.
 * @example withRule({ rules: [] }, { id: "r", kind: "draw" }).rules.length // => 1
 */
export function withRule(plan: PayPlan, rule: PayRule): PayPlan {
  const isThere = plan.rules.some((one) => one.id === rule.id);
  const rules = isThere ? plan.rules.map((one) => (one.id === rule.id ? rule : one)) : [...plan.rules, rule];
  return { ...plan, rules };
}

/** Puts a plan away, or takes it back: an archived one holds for nobody.
 * @example archivePlan("p", true) // => { ok: true, value: [{ op: "set", table: "payPlans", id: "p", fields: { archived: true } }] }
 */
export function archivePlan(id: PayPlan["id"], archived: boolean): Result<readonly Change[]> {
  return ok([setFields<PayPlan>("payPlans", id, { archived })]);
}

/** Adds a line of a person's own to a member's period. Refused: no reason, nothing, a period that is approved: then a correction
 * goes into the one that is open.
 * @example addAdjustment({ statements: new Map() }, { id: "a", memberId: "m1", periodId: "2026-Q1", kind: "correction", amount: 100, reason: " ", on: "2026-02-01" }).error[0].field // => "reason"
 */
export function addAdjustment(
  rows: Pick<PayRows, "statements">,
  input: {
    readonly id: string;
    readonly memberId: MemberId;
    readonly periodId: PeriodId;
    readonly kind: PayAdjustment["kind"];
    readonly amount: Money;
    readonly reason: string;
    readonly on: Day;
  },
): Result<readonly Change[]> {
  const reason = input.reason.trim();
  if (reason === "") return fail([{ field: "reason", message: message("incentive.problem.adjust-reason") }]);
  if (input.amount === 0) return fail([{ field: "amount", message: message("incentive.problem.zero") }]);
  if (rows.statements.has(statementId(input.memberId, input.periodId))) {
    return fail([{ message: message("incentive.problem.sealed") }]);
  }
  return ok([putRecords<PayAdjustment>("payAdjustments", [{ ...input, reason }])]);
}

/** Takes an adjustment away again, as long as its period is open; the commit sees to that.
 * @example removeAdjustment("a") // => { ok: true, value: [{ op: "remove", table: "payAdjustments", ids: ["a"] }] }
 */
export function removeAdjustment(id: string): Result<readonly Change[]> {
  return ok([removeRecords("payAdjustments", [id])]);
}
