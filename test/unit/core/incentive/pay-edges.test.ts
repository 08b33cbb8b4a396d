import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId, OrderId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { commission } from "../../../../core/incentive/pay/commission.ts";
import { sealedProblems } from "../../../../core/incentive/pay/sealed-pay.ts";
import { nearCliffs } from "../../../../core/incentive/plan/simulate.ts";
import {
  aCommission,
  aFact,
  aKpi,
  aPlan,
  approvedIn,
  payOf,
  payWorld,
  percent,
  Q1,
  Q2,
  Q3,
  sale,
  yuan,
} from "../../../builders/incentive-pay.ts";
import type { PayWorld } from "../../../builders/incentive-pay.ts";

const JANUARY = period("2026-01", 1);
const BY_ATTAINMENT = [
  { from: 0, to: percent(100), rate: percent(5) },
  { from: percent(100), rate: percent(8) },
];

describe("attainment of another KPI than the one that is paid", () => {
  const rule = aCommission({ shape: "marginal", by: "attainment", tiers: BY_ATTAINMENT });
  const at = (ppm: number) =>
    commission(rule, {
      facts: [aFact("a", yuan(1000))],
      result: { actual: 0, target: 10, ppm, isOwn: false },
    });

  test("at nothing the whole base is paid at the first rate, as it is a ppm above", () => {
    expect([at(1).amount, at(0).amount, at(-5).amount]).toEqual([yuan(50), yuan(50), yuan(50)]);
    expect(at(0).steps.map((step) => step.key)).toEqual(["base", "attainment", "slice-attainment"]);
  });
});

describe("a target that is a third of a quarter's", () => {
  const kpi = aKpi("sales", {
    unit: "money",
    source: "book",
    metric: "order-amount",
    frequency: "quarter",
    target: yuan(1000),
  });
  const rule = aCommission({ shape: "whole", by: "attainment", kpiId: kpi.id, tiers: BY_ATTAINMENT });
  const plan = aPlan([rule], { frequency: "month" });
  const world = { plan, kpis: [kpi], orders: [sale("o1", "2026-01-05", yuan(333))] };

  test("is a whole number of minor units", () => {
    expect(payOf(world, JANUARY).lines[0]!.result!.target).toBe(33_333);
  });

  test("has its cliff named", () => {
    const memberIds = ["m1" as MemberId];
    const near = nearCliffs(payWorld(world), plan, { periods: [JANUARY], memberIds, unit: 100 });
    expect(near.map((one) => one.missing)).toEqual([33]);
  });
});

describe("what is approved", () => {
  const world: PayWorld = {
    plan: aPlan([aCommission()]),
    orders: [sale("o1", "2026-02-01", yuan(1000)), sale("o2", "2026-05-01", yuan(500))],
  };

  test("takes in no adjustment that is set to its period alone", () => {
    const { statements } = approvedIn(world, Q1);
    const adjustment = {
      id: "a1",
      memberId: "m1" as MemberId,
      periodId: Q2.id,
      kind: "bonus" as const,
      amount: yuan(1),
      reason: "奖",
      on: day("2026-10-02"),
    };
    const { rows } = payWorld({ statements: statements!, adjustments: [adjustment] });
    const set = (fields: Readonly<Record<string, unknown>>) =>
      sealedProblems(rows, [{ op: "set", table: "payAdjustments", id: "a1", fields }]).length;
    expect([set({ periodId: Q1.id }), set({ periodId: Q3.id }), set({ amount: 5 })]).toEqual([1, 0, 0]);
  });

  test("keeps its quarters: the fiscal year cannot begin in another month", () => {
    const { rows } = payWorld(approvedIn(world, Q1));
    const shift = [{ op: "set", table: "settings", id: "workspace", fields: { fiscalStart: 4 } }] as const;
    expect(sealedProblems(rows, shift).map((one) => one.message.key)).toEqual([
      "incentive.problem.sealed-year",
    ]);
    const months = { ...world, plan: aPlan([aCommission()], { frequency: "month" }) };
    expect(sealedProblems(payWorld(approvedIn(months, JANUARY)).rows, shift)).toEqual([]);
  });

  test("is measured as it was when the meaning of sales changes", () => {
    const kpi = aKpi("sales", { unit: "money", source: "book", metric: "sales-amount", target: yuan(100) });
    const rule = aCommission({ shape: "whole", by: "attainment", kpiId: kpi.id, tiers: BY_ATTAINMENT });
    const paid = [sale("o1", "2026-02-01", yuan(1000), { paid: yuan(50) })];
    const approved = approvedIn({ ...world, orders: paid, plan: aPlan([rule]), kpis: [kpi] }, Q1);
    const next = payOf({ ...approved, settings: { salesBasis: "paid" } }, Q2);
    expect(next.lines.filter((line) => line.kind === "change")).toEqual([]);
  });
});

describe("a dated special", () => {
  const special = {
    kind: "special" as const,
    id: "s",
    name: "新品",
    from: day("2026-01-01"),
    until: day("2026-03-31"),
    basis: "paid" as const,
    holdUntilPaid: false,
  };
  const paymentOf = (id: string, orderId: string, amount: number) => ({
    id,
    orderId: orderId as OrderId,
    on: day("2026-02-10"),
    amount: yuan(amount),
  });

  test("finds the product of a payment in its order", () => {
    const rule = { ...special, product: "云", rate: percent(10) };
    const orders = [
      sale("o1", "2026-02-01", yuan(1000), { product: "云" }),
      sale("o2", "2026-02-01", yuan(1000), { product: "端" }),
    ];
    const payments = [paymentOf("p1", "o1", 600), paymentOf("p2", "o2", 900)] as never;
    expect(payOf({ plan: aPlan([rule]), orders, payments }, Q1).total).toBe(yuan(60));
  });

  test("says what the amounts for each come to, by the member's shares", () => {
    const rule = { ...special, basis: "ordered" as const, perFact: yuan(100) };
    const credits = [{ memberId: "m1" as MemberId, share: percent(50) }];
    const orders = [
      sale("o1", "2026-02-01", yuan(1000)),
      sale("o2", "2026-02-01", yuan(1000)),
      sale("o3", "2026-02-01", yuan(1000), { credits }),
    ];
    const [line] = payOf({ plan: aPlan([rule]), orders }, Q1).lines;
    expect(line!.amount).toBe(yuan(250));
    expect(line!.steps.at(-1)).toEqual({ key: "per-fact", unit: "money", value: yuan(250), part: 3 });
  });
});

describe("more given back than was sold", () => {
  const more = { paid: yuan(1000), refunded: yuan(1200) };

  test("takes back what was earned and nothing of other orders", () => {
    const orders = [sale("o1", "2026-02-01", yuan(1000), more), sale("o2", "2026-02-02", yuan(400))];
    expect(payOf({ plan: aPlan([aCommission()]), orders }, Q1).total).toBe(yuan(20));
    const paid = [orders[0]!, { ...orders[1]!, paid: yuan(400) }];
    expect(payOf({ plan: aPlan([aCommission({ basis: "paid" })]), orders: paid }, Q1).total).toBe(yuan(20));
  });

  test("counts a return of less than nothing once", () => {
    const orders = [sale("o1", "2026-02-01", yuan(-1000), { refunded: yuan(1000) })];
    expect(payOf({ plan: aPlan([aCommission()]), orders }, Q1).total).toBe(yuan(-50));
  });
});
