import type { MemberId } from "../../base/id.ts";
import { money, sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Period, PeriodId } from "../../base/period.ts";
import type { PayContext } from "../pay/pay-context.ts";
import type { PayPlace } from "../pay/rule-input.ts";
import { ruleLines } from "../pay/statement-of.ts";
import type { PayPlan } from "../records.ts";
import type { Cliff } from "./cliffs.ts";
import { cliffsOf } from "./cliffs.ts";
import { earnedAsItWas, earnedUnder } from "./earned.ts";
import { closenessOf, wasThere } from "./plan-of.ts";

/** One member in one period: what was earned, and what would have been. */
export interface SimulatedCell {
  readonly memberId: MemberId;
  readonly periodId: PeriodId;
  /** What was approved, else what the present plan gives; `isApproved` says which. */
  readonly present: Money;
  readonly isApproved: boolean;
  /** One for each plan that was tried. */
  readonly tried: readonly Money[];
}

/** Somebody who came close to a cliff. */
export interface NearCliff {
  readonly memberId: MemberId;
  readonly periodId: PeriodId;
  readonly cliff: Cliff;
  /** What was missing to it, in minor units; 0 or less: it was passed by so much. */
  readonly missing: Money;
}

/** How near to a cliff, as a part of it, is worth telling. */
const NEAR = 0.05;

/** Past periods under other plans, for each member who was there and whom the plan would hold for (others keep their own). What is compared is what
 * was earned: what waits for payments is only paid later, and advances that are owed are not earned.
 * @example simulate({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { plans: [], periods: [period("2026-Q1", 1)], memberIds: ["m1"] }) // => [{ memberId: "m1", periodId: "2026-Q1", present: 0, isApproved: false, tried: [] }]
 */
export function simulate(
  context: PayContext,
  of: {
    readonly plans: readonly PayPlan[];
    readonly periods: readonly Period[];
    readonly memberIds: readonly MemberId[];
  },
): readonly SimulatedCell[] {
  return of.memberIds.flatMap((memberId) =>
    of.periods.map((period) => {
      const place = { memberId, period };
      const was = earnedAsItWas(context, place);
      const present = was.amount;
      const tried = of.plans.map((one) =>
        holdsFor(context, one, place) ? earnedUnder(context, one, place).amount : present,
      );
      return { memberId, periodId: period.id, present, isApproved: was.approvedOn !== undefined, tried };
    }),
  );
}

/** Whether a plan that is tried speaks of a member who was there in a period.
 * @example holdsFor({ kpi: kpiWorld({}) }, { subjects: ["team"] }, { memberId: "m1", period: period("2026-Q1", 1) }) // => false
 */
export function holdsFor(context: Pick<PayContext, "kpi">, plan: PayPlan, place: PayPlace): boolean {
  const member = context.kpi.rows.members.get(place.memberId);
  return member !== undefined && wasThere(member, place.period) && closenessOf(context.kpi, plan, place) > 0;
}

/** Who stood near a cliff of a plan in which period, the costliest first.
 * @example nearCliffs({ kpi: kpiWorld({}) }, { rules: [] }, { periods: [], memberIds: [], unit: 100 }) // => []
 */
export function nearCliffs(
  context: PayContext,
  plan: PayPlan,
  of: { readonly periods: readonly Period[]; readonly memberIds: readonly MemberId[]; readonly unit: number },
): readonly NearCliff[] {
  const places = of.memberIds.flatMap((memberId) => of.periods.map((period) => ({ memberId, period })));
  return places
    .filter((place) => closenessOf(context.kpi, plan, place) > 0)
    .flatMap((place) => nearOf(context, plan, { place, unit: of.unit }))
    .toSorted((a, b) => b.cliff.jump - a.cliff.jump);
}

function nearOf(
  context: PayContext,
  plan: PayPlan,
  of: { readonly place: PayPlace; readonly unit: number },
): readonly NearCliff[] {
  const { memberId, period } = of.place;
  const lines = ruleLines(context, plan, of.place);
  return plan.rules.flatMap((rule) => {
    const line = lines.find((one) => one.ruleId === rule.id);
    if (rule.kind !== "commission" || !line) return [];
    const base = sumMoney(line.facts.map((fact) => fact.amount));
    const target = line.result?.isOwn ? (line.result.target as Money | null) : null;
    return cliffsOf(rule, { unit: of.unit, target }).flatMap((cliff) => {
      const missing = money(cliff.at - base);
      const isNear = Math.abs(missing) <= cliff.at * NEAR;
      return isNear ? [{ memberId, periodId: period.id, cliff, missing }] : [];
    });
  });
}
