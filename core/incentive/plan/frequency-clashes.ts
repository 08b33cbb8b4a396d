import type { MemberId } from "../../base/id.ts";
import { childPeriods, periodOf } from "../../base/period.ts";
import type { Period, PeriodId } from "../../base/period.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { PayContext } from "../pay/pay-context.ts";
import { statementId } from "../pay/statement-id.ts";
import type { PayPlan } from "../records.ts";
import { planInForce } from "./plan-of.ts";

/** A quarter in which pay changes from months to quarters or back, and what comes of that. */
export interface FrequencyClash {
  readonly quarterId: PeriodId;
  /** `twice`: these months count by themselves and in their quarter; `never`: in neither. */
  readonly kind: "twice" | "never";
  readonly monthIds: readonly PeriodId[];
  readonly memberIds: readonly MemberId[];
}

/** Where a plan's kind of period changes inside a quarter: in the quarters in which the plan begins and ends, and in the running
 * one. A plan of quarters that holds on a quarter's last day pays all of it, one of months each month on whose last day it holds: so months
 * can count twice, or not at all. A month that is approved counts by itself whatever the plan says now; a quarter that is approved is settled. Earliest quarter first.
 * @example frequencyClashes({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map() } }, { id: "p", from: "2026-01-01", frequency: "quarter" }) // => []
 */
export function frequencyClashes(context: PayContext, plan: PayPlan): readonly FrequencyClash[] {
  if (plan.archived) return [];
  const { today, settings } = context.kpi;
  const days = [plan.from, ...(plan.until === undefined ? [] : [plan.until]), today];
  const quarters = new Map(
    days.map((on) => {
      const quarter = periodOf(on, "quarter", settings.fiscalStart);
      return [quarter.id, quarter] as const;
    }),
  );
  return [...quarters.values()]
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .flatMap((quarter) => clashesIn(context, plan, quarter));
}

function clashesIn(context: PayContext, plan: PayPlan, quarter: Period): readonly FrequencyClash[] {
  const found = new Map<
    string,
    { kind: FrequencyClash["kind"]; monthIds: PeriodId[]; memberIds: MemberId[] }
  >();
  for (const { id } of inOrder(context.kpi.rows.members)) {
    const clash = clashOf(context, plan, { memberId: id, quarter });
    if (!clash) continue;
    const key = `${clash.kind}:${clash.monthIds.join()}`;
    const known = found.get(key) ?? { ...clash, memberIds: [] };
    found.set(key, { ...known, memberIds: [...known.memberIds, id] });
  }
  return [...found.values()].map((one) => ({ quarterId: quarter.id, ...one }));
}

function clashOf(
  context: PayContext,
  plan: PayPlan,
  { memberId, quarter }: { readonly memberId: MemberId; readonly quarter: Period },
): { readonly kind: FrequencyClash["kind"]; readonly monthIds: PeriodId[] } | null {
  const { kpi, rows } = context;
  if (rows.statements.has(statementId(memberId, quarter.id))) return null;
  const inForce = (period: Period) => planInForce(kpi, rows.payPlans, { memberId, period });
  const months = childPeriods(quarter, kpi.settings.fiscalStart).map((month) => ({
    id: month.id,
    plan: inForce(month),
    isApproved: rows.statements.has(statementId(memberId, month.id)),
  }));
  const whole = inForce(quarter);
  if (whole?.id !== plan.id && months.every((month) => month.plan?.id !== plan.id)) return null;
  const isByQuarter = whole?.frequency === "quarter";
  const byMonth = months.filter((month) => month.isApproved || month.plan?.frequency === "month");
  const byNone = months.filter((month) => month.plan?.frequency === "quarter" && !month.isApproved);
  const wrong = isByQuarter ? byMonth : byNone;
  if (wrong.length === 0) return null;
  return { kind: isByQuarter ? "twice" : "never", monthIds: wrong.map((month) => month.id) };
}
