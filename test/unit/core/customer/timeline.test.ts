import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { BatchId, CustomerId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import { customerFigures } from "../../../../core/customer/customer-figures.ts";
import type { Batch, Payment } from "../../../../core/customer/records.ts";
import { customerTimeline } from "../../../../core/customer/timeline.ts";
import type { TimelineBook } from "../../../../core/customer/timeline.ts";
import { aCase, aDeal, anAnswer, anOrder } from "../../../builders/kpi-context.ts";

const C1 = "c1" as CustomerId;
const DEAL = aDeal("d1", {
  customerId: C1,
  category: "won",
  createdOn: day("2026-01-05"),
  closedOn: day("2026-02-01"),
});

function bookOf(facts: Partial<Record<keyof TimelineBook["facts"], readonly unknown[]>>): TimelineBook {
  const tables = [
    "deals",
    "stageEvents",
    "activities",
    "orders",
    "payments",
    "cases",
    "answers",
    "batchChanges",
  ];
  const pages = tables.map((table) => [
    table,
    { pages: [{ rows: facts[table as keyof TimelineBook["facts"]] ?? [] }] },
  ]);
  const batch = { id: "b1", at: "2026-03-02T01:00:00.000Z", fileName: "deals.csv" } as Batch;
  return {
    rows: { batches: new Map([["b1", batch]]) },
    facts: Object.fromEntries(pages) as TimelineBook["facts"],
  };
}

function told(book: TimelineBook) {
  return customerTimeline(book, "c1").map(({ on, what }) => [on, what.key.replace("customer.time.", "")]);
}

describe("a customer's timeline", () => {
  test("has deals with their moves and ends, the latest first", () => {
    const stageEvents = [{ id: "s1", dealId: "d1", stage: "报价", on: "2026-01-20", source: "zoho" }];
    const other = aDeal("d2", { customerId: "c2" as CustomerId, createdOn: day("2026-01-06") });
    expect(told(bookOf({ deals: [DEAL, other], stageEvents }))).toEqual([
      ["2026-02-01", "deal-won"],
      ["2026-01-20", "stage"],
      ["2026-01-05", "deal-opened"],
    ]);
  });

  test("has the moves of a deal once where two systems tell of it", () => {
    const move = { dealId: "d1", on: "2026-01-20" };
    const stageEvents = [
      { ...move, id: "s1", stage: "Proposal", source: "zoho", amount: 5 },
      { ...move, id: "s2", stage: "报价", source: "fxiaoke" },
    ];
    const stages = customerTimeline(bookOf({ deals: [DEAL], stageEvents }), "c1").filter(({ id }) =>
      id.startsWith("stage/"),
    );
    expect(stages.map(({ what }) => what.params!["stage"])).toEqual(["Proposal"]);
  });

  test("has activities of its own and of its deals, cases with their end, and answers by their question", () => {
    const activities = [
      { id: "a1", kind: "拜访", on: "2026-03-01", text: "", customerId: "c1" },
      { id: "a2", kind: "电话", on: "2026-03-02", text: "", dealId: "d1" },
      { id: "a3", kind: "电话", on: "2026-03-02", text: "", dealId: "d1", customerId: "c2" },
    ];
    const cases = [aCase("k1", "2026-03-03", { customerId: C1, closedOn: day("2026-03-09") })];
    const answers = [anAnswer("x", "nps", 9, { customerId: C1 })];
    const deals = [{ ...DEAL, createdOn: undefined, closedOn: undefined }];
    expect(told(bookOf({ deals, activities, cases, answers }))).toEqual([
      ["2026-03-09", "case-closed"],
      ["2026-03-05", "answer-nps"],
      ["2026-03-03", "case-opened"],
      ["2026-03-02", "activity"],
      ["2026-03-01", "activity"],
    ]);
  });

  test("has what imports changed in it and its deals, by the names of the fields", () => {
    const change = { batchId: "b1" as BatchId, kind: "changed" };
    const batchChanges = [
      {
        ...change,
        id: "b1:1",
        table: "customers",
        recordId: "c1",
        before: { level: "B" },
        after: { level: "A", ownerName: "x" },
      },
      {
        ...change,
        id: "b1:2",
        table: "deals",
        recordId: "d1",
        before: { batchId: "b0" },
        after: { batchId: "b1" },
      },
      {
        ...change,
        id: "b1:3",
        table: "customers",
        recordId: "c2",
        before: { level: "B" },
        after: { level: "A" },
      },
    ];
    const [entry, ...rest] = customerTimeline(
      bookOf({ batchChanges, deals: [{ ...DEAL, createdOn: undefined, closedOn: undefined }] }),
      "c1",
    );
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ on: "2026-03-02", kind: "changes", ref: { table: "batches", id: "b1" } });
    expect(entry?.what.params).toMatchObject({ file: "deals.csv" });
  });
});

describe("a customer's figures", () => {
  test("paid is what payments come to, and what orders say beyond them", () => {
    const orders = [
      anOrder("o1", "2026-03-01", 500, { customerId: C1, paid: money(300), dueOn: day("2026-03-31") }),
      anOrder("o2", "2026-03-01", 100, { customerId: "c2" as CustomerId, paid: money(100) }),
    ];
    const payment = {
      id: "p1",
      orderId: orders[0]!.id,
      on: day("2026-03-10"),
      amount: money(200),
      source: "typed",
    } as Payment;
    const pages = <Row>(rows: readonly Row[]) => ({ pages: [{ rows }] });
    const deals = [{ ...DEAL, amount: money(700) }, aDeal("d3", { customerId: C1, amount: money(90) })];
    const facts = { deals: pages(deals), orders: pages(orders), payments: pages([payment]) };
    const figures = customerFigures(facts, { customerId: "c1", today: day("2026-04-01") });
    expect(figures.map(({ quantity }) => quantity.value)).toEqual([700, 500, 300, 90, 200]);
    expect(figures[2]?.explain().rows.map((row) => [row.ref.id, row.amount.value])).toEqual([
      ["p1", 200],
      ["o1", 100],
    ]);
  });
});
