import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { analysedDeals } from "../../../../../core/kpi/analysis/analysis-filter.ts";
import { customerBusiness } from "../../../../../core/kpi/analysis/customer-business.ts";
import { cycleSteps } from "../../../../../core/kpi/analysis/cycle-steps.ts";
import { lossReasons } from "../../../../../core/kpi/analysis/loss-reasons.ts";
import { receivables } from "../../../../../core/kpi/analysis/receivables.ts";
import { winRateTrend } from "../../../../../core/kpi/analysis/win-rate-trend.ts";
import type { KpiContext } from "../../../../../core/kpi/context.ts";
import { kpiValue } from "../../../../../core/kpi/kpi-value.ts";
import { everything, lostDeal, wonDeal } from "../../../../builders/kpi-analysis.ts";
import { aMember, anOrder, kpiWorld } from "../../../../builders/kpi-context.ts";

const Q1 = everything("2026-Q1");
const BY_DEAL = { newCustomerBy: "deal" } as const;

function businessOf(context: KpiContext, filter = Q1) {
  return customerBusiness(context, filter, analysedDeals(context, filter));
}

describe("new and existing business", () => {
  const deals = [
    wonDeal("a0", "2025-12-01", 900, { customerName: "A" }),
    wonDeal("a1", "2026-01-05", 100, { customerName: "A" }),
    wonDeal("b1", "2026-01-06", 200, { customerName: "B" }),
    wonDeal("b2", "2026-02-06", 300, { customerName: "b" }),
    wonDeal("n1", "2026-02-07", 50),
    wonDeal("c0", "2025-11-07", 70, { customerName: "C" }),
  ];
  const world = kpiWorld({ settings: BY_DEAL, deals, today: "2026-06-01" });

  it("splits what was won: 500 from the new B, 100 from A, 50 from nobody in particular", () => {
    expect(
      businessOf(world).parts.map(({ part, amount, count }) => [part, amount.value.value, count.n]),
    ).toEqual([
      ["new", 500, 2],
      ["existing", 100, 1],
      ["no-customer", 50, 1],
    ]);
  });

  it("adds up to the amount won", () => {
    const sum = businessOf(world).parts.reduce((total, { amount }) => total + amount.value.value!, 0);
    expect(sum).toBe(kpiValue(world, "won-amount", Q1).value.value);
  });

  it("by first order cannot be told from a book without orders", () => {
    const byOrder = kpiWorld({ settings: { newCustomerBy: "order" }, deals });
    expect(businessOf(byOrder).parts[0]!.amount.note?.key).toBe("kpi.none.orders");
  });

  it("keeps A and loses C of the two customers before: retention and churn are one half each", () => {
    const { retention, churn } = businessOf(world);
    expect([retention.value.value, churn.value.value, churn.n]).toEqual([0.5, 0.5, 2]);
    expect(churn.explain().rows.map((row) => row.ref.id)).toEqual(["c0"]);
    expect(retention.value).toEqual(kpiValue(world, "retention", Q1).value);
  });

  it("has no retention without customers in the period before", () => {
    expect(businessOf(world, everything("2025-Q4")).churn.note?.key).toBe("kpi.none.previous-customers");
  });
});

describe("loss reasons", () => {
  it("stand by how often they came, deals without a reason last", () => {
    const deals = [
      lostDeal("a", "2026-01-05", 500, { lossReason: "price" }),
      lostDeal("b", "2026-01-06", 10, { lossReason: "time" }),
      lostDeal("c", "2026-01-07", undefined, { lossReason: "time " }),
      lostDeal("d", "2026-01-08", 1),
      lostDeal("e", "2026-01-08", 1),
      lostDeal("f", "2026-01-08", 1),
      wonDeal("w", "2026-01-08", 1, { lossReason: "price" }),
    ];
    const world = kpiWorld({ deals });
    const reasons = lossReasons(world, Q1, analysedDeals(world, Q1));
    expect(
      reasons.map(({ key, count, amount, share }) => [key, count.value.value, amount.value.value, share]),
    ).toEqual([
      ["time", 2, 10, 2 / 6],
      ["price", 1, 500, 1 / 6],
      ["", 3, 3, 3 / 6],
    ]);
  });
});

describe("the steps of the cycle", () => {
  it("hold every won deal once; those without both days, or with them the wrong way round, are unknown", () => {
    const created = ["2026-03-01", "2026-01-30", "2026-01-29", "2025-01-01", "2026-04-01", undefined];
    const deals = created.map((on, at) =>
      wonDeal(`d${at}`, "2026-03-31", 1, on === undefined ? {} : { createdOn: day(on) }),
    );
    const world = kpiWorld({ deals });
    const steps = cycleSteps(world, Q1, analysedDeals(world, Q1));
    expect(steps.map(({ step, count }) => [step, count.value.value])).toEqual([
      ["to-30", 1],
      ["to-60", 1],
      ["to-90", 1],
      ["to-180", 0],
      ["over-180", 1],
      ["unknown", 2],
    ]);
  });
});

describe("receivables", () => {
  const orders = [
    anOrder("late", "2026-01-01", 1000, {
      paid: 300 as never,
      refunded: 100 as never,
      dueOn: day("2026-02-18"),
    }),
    anOrder("today", "2026-01-01", 50, { paid: 0 as never, dueOn: day("2026-03-20") }),
    anOrder("over", "2026-01-01", 80, { paid: 100 as never, dueOn: day("2026-01-10") }),
    anOrder("undated", "2026-01-01", 7, { paid: 0 as never }),
    anOrder("unknown", "2026-01-01", 9999),
  ];

  it("are amount − paid − refunded by age: 600 for 30 days, 50 not due, 7 without a day", () => {
    const found = receivables(kpiWorld({ orders, today: "2026-03-20" }), Q1);
    expect(
      found.ages.filter(({ count }) => count.n > 0).map(({ age, amount }) => [age, amount.value.value]),
    ).toEqual([
      ["not-due", 50],
      ["to-30", 600],
      ["no-day", 7],
    ]);
    expect(found.total.value).toEqual({ unit: "money", value: 657 });
  });

  it("leave out and count orders of which nobody knows what was paid", () => {
    const { total } = receivables(kpiWorld({ orders }), Q1);
    expect(total.note).toEqual({ key: "customer.analysis.note.unknown-paid", params: { count: 1 } });
  });

  it("take payments where the order itself does not say what was paid", () => {
    const payments = [
      { id: "p", orderId: "unknown", on: "2026-02-01", amount: 9000, source: "generic" },
    ] as never;
    const found = receivables(kpiWorld({ orders: orders.slice(4), payments }), Q1);
    expect(found.total.value.value).toBe(999);
  });

  it("are not known when no order says what was paid", () => {
    expect(receivables(kpiWorld({ orders: orders.slice(4) }), Q1).total.note?.key).toBe("kpi.none.payments");
  });

  it("do not depend on the period; the collection rate does: 380 of the 1030 due in the quarter were paid", () => {
    const due = orders.slice(0, 3);
    const found = receivables(kpiWorld({ orders: due, today: "2026-03-20" }), everything("2026-Q1"));
    expect(found.collectionRate.value.value).toBe(380 / 1030);
    const before = receivables(kpiWorld({ orders: due, today: "2026-03-20" }), everything("2025-Q1"));
    expect([before.total.value.value, before.collectionRate.note?.key]).toEqual([
      650,
      "customer.analysis.none.due",
    ]);
  });

  it("of one owner are that owner's", () => {
    const world = kpiWorld({
      members: [aMember("m1")],
      orders: [anOrder("a", "2026-01-01", 5, { paid: 0 as never, ownerName: "m1" }), ...orders],
    });
    const filter = everything("2026-Q1", { subject: { kind: "member", id: "m1" as never } });
    expect(receivables(world, filter).total.value.value).toBe(5);
  });
});

describe("the trend", () => {
  it("goes back twelve months, but not to before the book began", () => {
    const deals = [
      wonDeal("a", "2026-01-05", 1),
      lostDeal("b", "2026-03-05", 1),
      wonDeal("c", "2026-03-09", 1),
    ];
    const steps = winRateTrend(kpiWorld({ deals }), everything("2026-03"));
    expect(steps.map(({ period, figures }) => [period.id, figures["win-rate"].value.value])).toEqual([
      ["2026-01", 1],
      ["2026-02", null],
      ["2026-03", 0.5],
    ]);
  });

  it("ends with the chosen period", () => {
    const deals = [wonDeal("a", "2024-01-05", 1), wonDeal("later", "2026-04-05", 1)];
    const steps = winRateTrend(kpiWorld({ deals }), Q1);
    expect([steps.length, steps.at(-1)!.period.id, steps.at(-1)!.figures["won-count"].n]).toEqual([
      8,
      "2026-Q1",
      0,
    ]);
  });
});
