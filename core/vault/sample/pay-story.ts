import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { putRecords, setFields } from "../../base/change.ts";
import type { KpiId, PayPlanId } from "../../base/id.ts";
import { money } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import { inPeriod, periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { Stamp } from "../../base/stamp.ts";
import type { Order } from "../../customer/records.ts";
import { approveStatements } from "../../incentive/pay/approve.ts";
import { payList } from "../../incentive/pay/pay-list.ts";
import { payLevels } from "../../incentive/plan/plan-templates.ts";
import type { PayPlan, RewardBudget } from "../../incentive/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { applyChanges } from "../apply-changes.ts";
import { payContext } from "../pay-context.ts";
import { factsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";

const FEN = 100;

/** How the sample team is paid: a plan since the year before, two quarters approved some days after their end, and one order
 * that was given back after the approval: it stands as a line of the running quarter.
 * @example samplePay(emptyWorkspace({ id: "workspace", fiscalStart: 1 }), "2026-11-23", "000000000-0000-d1", "zh").rows.payPlans.size // => 1
 */
export function samplePay(workspace: Workspace, today: Day, stamp: Stamp, language: "zh" | "en"): Workspace {
  const running = periodOf(today, "quarter", 1);
  const quarters = [shiftPeriod(running, -2, 1), shiftPeriod(running, -1, 1)];
  const plan = samplePlanOfPay(language, shiftPeriod(periodOf(today, "year", 1), -1, 1).start);
  const planned = applyChanges(
    workspace,
    [putRecords("payPlans", [plan]), putRecords("rewardBudgets", sampleBudgets(running))],
    stamp,
  );
  const approved = quarters.reduce((state, quarter) => approveAll(state, quarter, { today, stamp }), planned);
  return applyChanges(approved, givenBack(approved, quarters[1]!), stamp);
}

function samplePlanOfPay(language: "zh" | "en", from: Day): PayPlan {
  const say = (zh: string, en: string) => (language === "en" ? en : zh);
  const tier = (from: number, to: number | null, percent: number) => ({
    from: from * FEN,
    ...(to === null ? {} : { to: to * FEN }),
    rate: (percent * 10_000) as Ppm,
  });
  return {
    id: "sample-pay-plan" as PayPlanId,
    name: say("销售提成与奖金", "Commission and bonus"),
    subjects: ["team"],
    from,
    frequency: "quarter",
    rules: [
      {
        kind: "commission",
        id: "sample-commission",
        name: say("订单提成", "Commission on orders"),
        basis: "ordered",
        shape: "marginal",
        by: "amount",
        kpiId: seedKpiId("sales") as KpiId,
        tiers: [tier(0, 500_000, 1), tier(500_000, 1_000_000, 1.5), tier(1_000_000, null, 2)],
        accelerator: { from: 1_200_000 as Ppm, factor: 1_200_000 as Ppm },
        cap: money(60_000 * FEN),
        holdUntilPaid: false,
      },
      {
        kind: "coefficient-bonus",
        id: "sample-bonus",
        name: say("季度绩效奖金", "Quarterly bonus"),
        base: money(3_000 * FEN),
        levels: payLevels(),
      },
      {
        kind: "team-bonus",
        id: "sample-team-bonus",
        name: say("小组达标奖", "Group bonus"),
        kpiId: seedKpiId("sales") as KpiId,
        amount: money(9_000 * FEN),
        from: 1_000_000 as Ppm,
        among: "group",
        split: "equal",
      },
    ],
    note: "",
    archived: false,
  };
}

function sampleBudgets(quarter: Period): readonly RewardBudget[] {
  const budget = (kind: RewardBudget["kind"], yuan: number): RewardBudget => ({
    id: `${quarter.id}|${kind}`,
    periodId: quarter.id,
    kind,
    amount: money(yuan * FEN),
  });
  return [budget("commission", 120_000), budget("bonus", 45_000)];
}

/** On the eighth day after the quarter's end, or today where that is still to come. */
function approveAll(
  workspace: Workspace,
  quarter: Period,
  of: { readonly today: Day; readonly stamp: Stamp },
): Workspace {
  const later = addDays(quarter.end, 7);
  const context = payContext(workspace, later <= of.today ? later : of.today);
  const ids = payList(context, quarter).map((row) => row.member.id);
  const approved = approveStatements(context, ids, quarter);
  if (!approved.ok) throw new RangeError(approved.error[0]!.message.key);
  return applyChanges(workspace, approved.value, of.stamp);
}

/** The dearest order of the quarter that is no larger than fifty thousand. */
function givenBack(workspace: Workspace, quarter: Period) {
  const orders = factsOf(workspace, "orders").filter(
    (order) => inPeriod(order.on, quarter) && order.amount <= 50_000 * FEN && order.refunded === undefined,
  );
  const order = orders.toSorted((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))[0];
  if (!order) return [];
  return [
    setFields<Order>("orders", order.id, {
      refunded: order.amount,
      by: { ...order.by, refunded: "typed" },
    }),
  ];
}
