import type { KpiId } from "../base/id.ts";
import { periodOf, shiftPeriod } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import type { KpiContext } from "../kpi/context.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import type { ImprovementPlan } from "./records.ts";

/** One month of the KPI that a plan is measured by. */
export interface PlanMonth {
  readonly period: Period;
  readonly value: KpiValue;
  /** Before the plan began. */
  readonly isBefore: boolean;
}

/** So many months before a plan are what it is held against; of a long plan the last year is shown. */
const MONTHS = { before: 3, most: 15 } as const;

/** The KPI of a plan, month by month, of the member: the three months before it, and those since, as far as there are any.
 * @example planMeasure(reviewSources().context, aPlan(), "sales").map((month) => month.isBefore) // => [true, true, true, false, false]
 */
export function planMeasure(
  context: KpiContext,
  plan: Pick<ImprovementPlan, "memberId" | "from" | "until">,
  kpiId: KpiId,
): readonly PlanMonth[] {
  const { fiscalStart } = context.settings;
  const first = periodOf(plan.from, "month", fiscalStart);
  const last = plan.until < context.today ? plan.until : context.today;
  const subject = { kind: "member", id: plan.memberId } as const;
  const months: PlanMonth[] = [];
  for (let at = -MONTHS.before; ; at += 1) {
    const month = shiftPeriod(first, at, fiscalStart);
    if (month.start > last && at >= 0) break;
    const value = kpiValue(context, kpiId, { subject, period: month });
    months.push({ period: month, value, isBefore: at < 0 });
  }
  return months.slice(-MONTHS.most);
}
