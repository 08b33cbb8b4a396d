import { describe, expect, it } from "vitest";
import { money } from "../../../../core/base/money.ts";
import type { Ppm } from "../../../../core/base/money.ts";
import { currentCustomerName } from "../../../../core/customer/customer-choices.ts";
import { customerTotals } from "../../../../core/customer/fact-totals.ts";
import { dealTotals, pipelineColumns } from "../../../../core/customer/pipeline.ts";
import type { Customer, Deal } from "../../../../core/customer/records.ts";
import { aDeal, anOrder } from "../../../builders/kpi-context.ts";

const STAGES = [
  { stage: "初步接触", category: "open" },
  { stage: "方案/报价", category: "open" },
  { stage: "赢单", category: "won" },
] as const;

function placed(...deals: readonly Deal[]) {
  return pipelineColumns(deals, STAGES).map((column) => [
    column.stage,
    column.deals.map(({ id }) => id).join(),
  ]);
}

describe("the columns of the pipeline", () => {
  it("take each deal by its stage, the dearest first", () => {
    const at = (id: string, stage: string, amount: number) => aDeal(id, { stage, amount: money(amount) });
    expect(placed(at("a", "方案/报价", 5), at("b", "方案/报价", 9), at("c", "初步接触", 1))).toEqual([
      ["初步接触", "c"],
      ["方案/报价", "b,a"],
      ["赢单", ""],
    ]);
  });

  it("take a stage that has no column into the first of its category, by category and not by name", () => {
    const won = aDeal("w", { stage: "方案/报价", category: "won" });
    expect(placed(aDeal("a", { stage: "别处" }), won)).toEqual([
      ["初步接触", "a"],
      ["方案/报价", ""],
      ["赢单", "w"],
    ]);
  });

  it("begin with open deals without a stage; void deals stand in none", () => {
    expect(placed(aDeal("a"), aDeal("b", { stage: "赢单", category: "void" }))[0]).toEqual(["", "a"]);
  });
});

describe("totals", () => {
  it("of deals leave out what has no amount or no chance", () => {
    const deals = [
      aDeal("a", { amount: money(1_001), probability: 500_000 as Ppm }),
      aDeal("b", { amount: money(10) }),
      aDeal("c", { category: "won", amount: money(7) }),
      aDeal("d", { category: "won" }),
      aDeal("e", { category: "lost", amount: money(99) }),
    ];
    expect(dealTotals(deals)).toEqual({ won: 7, open: 1_011, weighted: 501 });
  });

  it("of a customer add orders and won deals up and know the last day of either", () => {
    const customerId = "c1" as Customer["id"];
    const orders = [
      anOrder("o1", "2026-03-01", 5, { customerId }),
      anOrder("o2", "2026-02-01", 6, { customerId }),
    ];
    const deal = aDeal("d1", { customerId, category: "won", amount: money(8) });
    expect(customerTotals(orders, [{ deal, on: null }]).get("c1")).toEqual({
      orders: 2,
      orderAmount: 11,
      wonDeals: 1,
      wonAmount: 8,
      lastOn: "2026-03-01",
    });
  });
});

describe("the name of a fact's customer", () => {
  it("is the customer's present one, else what the fact says", () => {
    const customers = { pages: [{ rows: [{ id: "c1", name: "新名", source: "typed" }], stamps: [] }] };
    const name = (fact: { customerId?: string; customerName?: string }) =>
      currentCustomerName(customers as never, fact);
    expect([
      name({ customerId: "c1", customerName: "旧名" }),
      name({ customerId: "c9", customerName: "旧名" }),
    ]).toEqual(["新名", "旧名"]);
  });
});
