import { day } from "../../core/base/day.ts";
import type { KpiId, MemberId, PayPlanId } from "../../core/base/id.ts";
import { period } from "../../core/base/period.ts";
import type { PayContext } from "../../core/incentive/pay/pay-context.ts";
import { payLevels } from "../../core/incentive/plan/plan-templates.ts";
import { simulate } from "../../core/incentive/plan/simulate.ts";
import {
  aCommission,
  aKpi,
  aMember,
  anOrder,
  aPlan,
  kpiWorld,
  percent,
  TIERS,
  yuan,
} from "../builders/incentive-pay.ts";
import type { BenchFigure } from "./harness.ts";

const QUARTERS = [1, 2, 3, 4].map((quarter) => period(`2025-Q${quarter}`, 1));
const PEOPLE = 50;

/** Ten plans that differ: tiers, factors, bonuses. */
const PLANS = Array.from({ length: 10 }, (_, at) =>
  aPlan(
    [
      aCommission({
        id: `c${at}`,
        shape: at % 2 ? "whole" : "marginal",
        tiers: TIERS.map((tier) => ({ ...tier, rate: (tier.rate + at * 1000) as typeof tier.rate })),
        kpiId: "sales" as KpiId,
        accelerator: { from: percent(120), factor: percent(120) },
      }),
      { kind: "coefficient-bonus", id: `b${at}`, name: "", base: yuan(3000), levels: payLevels() },
    ],
    { id: `p${at}` as PayPlanId },
  ),
);

export const figures: readonly BenchFigure[] = [
  {
    name: "ten plans over four quarters of fifty people",
    floorName: "one pass over the orders for each person, quarter and plan",
    of: "orders",
    sizes: [1_000, 3_000, 10_000],
    limit: { value: 200 },
    samples: 7,
    prepare(size) {
      const members = Array.from({ length: PEOPLE }, (_, at) => aMember(`m${at}`));
      const orders = Array.from({ length: size }, (_, at) =>
        anOrder(`o${at}`, day(`2025-${String((at % 12) + 1).padStart(2, "0")}-15`), yuan(500 + at), {
          ownerName: `m${at % PEOPLE}`,
        }),
      );
      const kpis = [aKpi("sales", { unit: "money", source: "book", metric: "order-amount" })];
      const memberIds = members.map((member): MemberId => member.id);
      return {
        run: () => {
          const context: PayContext = {
            kpi: kpiWorld({ members, orders, kpis, today: "2026-01-10" }),
            rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() },
            wantedOf: () => ({ target: yuan(100_000) }),
          };
          return simulate(context, { plans: PLANS, periods: QUARTERS, memberIds });
        },
        floor: () => {
          let sum = 0;
          for (let turn = 0; turn < PEOPLE * QUARTERS.length; turn += 1) {
            for (let at = turn % PEOPLE; at < size; at += PEOPLE) sum += orders[at]!.amount;
          }
          return sum;
        },
      };
    },
  },
];
