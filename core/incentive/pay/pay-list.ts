import { message } from "../../base/message.ts";
import type { Explanation } from "../../base/explain.ts";
import { sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { Member } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import { whyNotApproved } from "./approve.ts";
import { explainStatement } from "./explain-pay.ts";
import type { PayContext } from "./pay-context.ts";
import { explainSum } from "./pay-elements.ts";
import { payPeriods } from "./pay-periods.ts";
import { statementOf } from "./statement-of.ts";
import type { MemberStatement } from "./statement-of.ts";

/** One member's statement among the others. */
export interface PayListRow {
  readonly member: Member;
  readonly statement: MemberStatement;
  readonly state: "approved" | "ready" | "running" | "waits";
}

/** The statements of a period that has been chosen: its own, a quarter's months, a year's quarters and months, a month's quarter;
 * periods first, then members in the manager's order. Those that have not begun are left out, and so is who has none. `ready`: over and may be approved; `waits`: over, but an earlier
 * one must be approved first. The same list for the same context and period.
 * @example payList({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, period("2026-Q1", 1)) // => []
 */
export function payList(context: PayContext, chosen: Period): readonly PayListRow[] {
  return memoBy([context], `pay-list:${chosen.id}`, () =>
    payPeriods(chosen, context.kpi.settings.fiscalStart)
      .filter((one) => one.start <= context.kpi.today)
      .flatMap((period) =>
        inOrder(context.kpi.rows.members).flatMap((member): readonly PayListRow[] => {
          const statement = statementOf(context, { memberId: member.id, period });
          return statement ? [{ member, statement, state: stateOf(context, statement) }] : [];
        }),
      ),
  );
}

/** What statements come to together, with each person's own.
 * @example payTotal([], period("2026-Q1", 1)).total // => 0
 */
export function payTotal(
  rows: readonly PayListRow[],
  period: Period,
): { readonly total: Money; explain(): Explanation } {
  return {
    total: sumMoney(rows.map((row) => row.statement.total)),
    explain: () =>
      explainSum(
        message("incentive.explain.total", { period: { period: period.id } }),
        rows.map(({ member, statement }) => ({
          name: member.name,
          amount: statement.total,
          explain: () => explainStatement(statement, member.name),
        })),
      ),
  };
}

function stateOf(context: PayContext, statement: MemberStatement): PayListRow["state"] {
  if (statement.approvedOn !== undefined) return "approved";
  if (statement.period.end > context.kpi.today) return "running";
  return whyNotApproved(context, statement) === null ? "ready" : "waits";
}
