import { day } from "../../core/base/day.ts";
import type { MemberId, PayPlanId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import type { Ppm } from "../../core/base/money.ts";
import { period } from "../../core/base/period.ts";
import type { Period } from "../../core/base/period.ts";
import { approveStatements } from "../../core/incentive/pay/approve.ts";
import type { PayContext } from "../../core/incentive/pay/pay-context.ts";
import { statementOf } from "../../core/incentive/pay/statement-of.ts";
import type { MemberStatement } from "../../core/incentive/pay/statement-of.ts";
import type {
  PayAdjustment,
  PayFact,
  PayPlan,
  PayRule,
  PayRuleOf,
  Statement,
} from "../../core/incentive/records.ts";
import type { Order } from "../../core/customer/records.ts";
import type { WantedOf } from "../../core/kpi/score-line.ts";
import { aMember, anOrder, kpiWorld } from "./kpi-context.ts";
import type { KpiWorld } from "./kpi-context.ts";

export { aDeal, aGroup, aKpi, aMeasurement, aMember, aMembership, anOrder, kpiWorld } from "./kpi-context.ts";

export const Q1 = period("2026-Q1", 1);
export const Q2 = period("2026-Q2", 1);
export const Q3 = period("2026-Q3", 1);

/** Yuan as fen. */
export function yuan(amount: number) {
  return money(Math.round(amount * 100));
}

/** Percent as ppm. */
export function percent(rate: number): Ppm {
  return Math.round(rate * 10_000) as Ppm;
}

/** The tiers of the formulas: 5 % to 100 000, 8 % to 200 000, 10 % above. */
export const TIERS: PayRuleOf<"commission">["tiers"] = [
  { from: 0, to: yuan(100_000), rate: percent(5) },
  { from: yuan(100_000), to: yuan(200_000), rate: percent(8) },
  { from: yuan(200_000), rate: percent(10) },
];

/** A flat commission of 5 % on orders, unless told otherwise. */
export function aCommission(more: Partial<PayRuleOf<"commission">> = {}): PayRuleOf<"commission"> {
  return {
    kind: "commission",
    id: "c",
    name: "提成",
    basis: "ordered",
    shape: "flat",
    by: "amount",
    tiers: [{ from: 0, rate: percent(5) }],
    holdUntilPaid: false,
    ...more,
  };
}

/** A quarterly plan for everyone, in force since 2025. */
export function aPlan(rules: readonly PayRule[], more: Partial<PayPlan> = {}): PayPlan {
  return {
    id: "plan" as PayPlanId,
    name: "销售提成",
    subjects: ["team"],
    from: day("2025-01-01"),
    frequency: "quarter",
    rules: [...rules],
    note: "",
    archived: false,
    ...more,
  };
}

/** A fact that is paid in full. */
export function aFact(ref: string, amount: number, more: Partial<PayFact> = {}): PayFact {
  return {
    ref,
    label: ref,
    share: 1_000_000 as Ppm,
    amount: money(amount),
    paid: money(amount),
    ...more,
  };
}

/** An order of m1. */
export function sale(id: string, on: string, amount: number, more: Partial<Order> = {}): Order {
  return anOrder(id, on, amount, { ownerName: "m1", ...more });
}

export interface PayWorld extends KpiWorld {
  readonly plan?: PayPlan | null;
  readonly plans?: readonly PayPlan[];
  readonly statements?: readonly Statement[];
  readonly adjustments?: readonly PayAdjustment[];
  readonly wantedOf?: WantedOf;
}

/** A context of pay: m1 alone unless told otherwise, on 1 October 2026. */
export function payWorld(world: PayWorld): PayContext {
  const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
    new Map(list.map((one) => [one.id as string, one]));
  return {
    kpi: kpiWorld({ members: [aMember("m1")], today: "2026-10-01", ...world }),
    rows: {
      payPlans: byId(world.plans ?? (world.plan ? [world.plan] : [])),
      statements: byId(world.statements ?? []),
      payAdjustments: byId(world.adjustments ?? []),
    },
    wantedOf: world.wantedOf ?? (() => ({})),
  };
}

/** What m1 (or another) gets in a period. */
export function payOf(world: PayWorld, of: Period, memberId = "m1"): MemberStatement {
  return statementOf(payWorld(world), { memberId: memberId as MemberId, period: of })!;
}

/** The world with a period approved for its members. */
export function approvedIn(world: PayWorld, of: Period, memberIds: readonly string[] = ["m1"]): PayWorld {
  const approved = approveStatements(payWorld(world), memberIds as readonly MemberId[], of);
  if (!approved.ok) throw new Error(approved.error[0]!.message.key);
  const change = approved.value[0]!;
  const records = change.op === "put" ? (change.records as readonly Statement[]) : [];
  return { ...world, statements: [...(world.statements ?? []), ...records] };
}
