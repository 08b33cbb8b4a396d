import { describe, expect, test } from "vitest";
import type { CustomerId } from "../../../../../core/base/id.ts";
import { ok } from "../../../../../core/base/result.ts";
import { editCustomer } from "../../../../../core/customer/edit-customer.ts";
import { removeRecord } from "../../../../../core/customer/remove-record.ts";
import { chooseWord } from "../../../../../core/customer/match/choose-word.ts";
import { matchRecords } from "../../../../../core/customer/match/match-records.ts";
import { setSourceOrder } from "../../../../../core/customer/match/set-source-order.ts";
import { factById, factsOf, rowsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { after, bookOf, matched, planOf, unmatched } from "../../../../builders/two-crms.ts";
import type { CrmFile } from "../../../../builders/two-crms.ts";

const FX: CrmFile = {
  source: "fxiaoke",
  object: "customers",
  rows: [["C1", "杭州华信科技有限公司", "软件", "", "华东"]],
};
const ZOHO: CrmFile = {
  source: "zoho",
  object: "customers",
  rows: [["Z1", "华信科技（杭州）", "IT", "A", ""]],
};
const ZOHO_DEALS: CrmFile = {
  source: "zoho",
  object: "deals",
  rows: [["D1", "一期", "华信科技（杭州）", "1000", "Closed Won", "2026-03-01"]],
};
const KEPT = "fxiaoke:customers:C1";
const TWIN = "zoho:customers:Z1";

function matchedBook(): Workspace {
  return matched(bookOf([FX, ZOHO, ZOHO_DEALS]), "customers", KEPT, TWIN);
}

describe("a pair that is the same", () => {
  test("the record of the leading source is kept, each field from the first system that says something", () => {
    const book = matchedBook();
    expect(factsOf(book, "customers")).toHaveLength(1);
    expect(factById(book, "customers", KEPT)).toEqual({
      id: KEPT,
      name: "杭州华信科技有限公司",
      industry: "软件",
      level: "A",
      region: "华东",
      source: "fxiaoke",
      sourceId: "C1",
      batchId: "fxiaoke-customers",
      line: 2,
      by: { level: "zoho-customers" },
    });
  });

  test("what hung on the other record hangs on the kept one", () => {
    expect(factsOf(matchedBook(), "deals").map((deal) => deal.customerId)).toEqual([KEPT]);
  });

  test("a row of the other system finds the kept record by that system's own name of it", () => {
    const book = bookOf(
      [{ ...ZOHO_DEALS, batchId: "b9", rows: [["D2", "二期", "华信科技（杭州）", "5", "Closed Won", ""]] }],
      matchedBook(),
    );
    expect(factById(book, "deals", "zoho:deals:D2")!.customerId).toBe(KEPT);
    expect(factsOf(book, "customers")).toHaveLength(1);
  });

  test("both files again change nothing", () => {
    const book = matchedBook();
    for (const file of [FX, ZOHO, ZOHO_DEALS]) {
      const { batch, changes } = planOf(book, { ...file, batchId: "again" });
      expect([batch.rows.unchanged, changes]).toEqual([1, []]);
    }
  });

  test("a word that does not hold is kept as what its system says, and counts as updated", () => {
    const book = matchedBook();
    const file = { ...ZOHO, batchId: "b9", rows: [["Z1", "华信科技（杭州）", "Software", "B", ""]] };
    expect(planOf(book, file).batch.rows.updated).toBe(1);
    const next = bookOf([file], book);
    expect(factById(next, "customers", KEPT)).toMatchObject({
      industry: "软件",
      level: "B",
      by: { level: "b9" },
    });
    expect(factById(next, "twins", TWIN)!.said["industry"]).toBe("Software");
  });

  test("what was typed stays, whatever either file says", () => {
    const book = matchedBook();
    const typed = after(
      book,
      editCustomer(book, { id: KEPT as CustomerId, texts: { level: "VIP", industry: "制造" } }),
    );
    const file = { ...FX, batchId: "b9", rows: [["C1", "杭州华信科技有限公司", "互联网", "C", "华东"]] };
    expect(factById(bookOf([file], typed), "customers", KEPT)).toMatchObject({
      level: "VIP",
      industry: "制造",
    });
  });

  test("another order of sources lets the other system speak first, in one step", () => {
    const book = matchedBook();
    const next = after(book, ok(setSourceOrder(book, ["zoho", "fxiaoke"])));
    expect(factById(next, "customers", KEPT)).toMatchObject({
      name: "华信科技（杭州）",
      industry: "IT",
      region: "华东",
      by: { name: "zoho-customers", industry: "zoho-customers", level: "zoho-customers" },
    });
  });
});

describe("a deal's state", () => {
  const fx = (stage: string): CrmFile => ({
    source: "fxiaoke",
    object: "deals",
    rows: [["D1", "一期", "华信", "1000", stage, ""]],
  });
  const zoho: CrmFile = {
    source: "zoho",
    object: "deals",
    rows: [["D9", "一期", "华信", "1000", "Closed Won", "2026-03-01"]],
  };

  test("is told by one system: an open deal does not take the other's closing chance", () => {
    const book = matched(bookOf([fx("商务谈判"), zoho]), "deals", "fxiaoke:deals:D1", "zoho:deals:D9");
    const deal = factById(book, "deals", "fxiaoke:deals:D1")!;
    expect([deal.category, deal.stage, deal.closedOn]).toEqual(["open", "商务谈判", undefined]);
    expect(deal.expectedCloseOn).toBe("2026-03-01");
  });
});

test("a system's word that was chosen counts as typed: no file overwrites it", () => {
  const book = matchedBook();
  const chosen = after(book, chooseWord(book, { keptId: KEPT, twinId: TWIN, field: "industry" }));
  const file = { ...FX, batchId: "b9", rows: [["C1", "杭州华信科技有限公司", "互联网", "", "华东"]] };
  expect(factById(bookOf([file], chosen), "customers", KEPT)).toMatchObject({
    industry: "IT",
    by: { industry: "typed" },
  });
});

test("two of one system taken apart: each fact goes back to the one that it names", () => {
  const customers: CrmFile = {
    ...ZOHO,
    rows: [
      ["Z1", "Acme", "", "", ""],
      ["Z2", "Acme Ltd", "", "", ""],
    ],
  };
  const deal = (id: string, customer: string) => [id, id, customer, "1", "Closed Won", ""];
  const before = bookOf([customers, { ...ZOHO_DEALS, rows: [deal("D1", "Acme"), deal("D2", "Acme Ltd")] }]);
  const one = matched(before, "customers", TWIN, "zoho:customers:Z2");
  expect(factsOf(one, "deals").map((row) => row.customerId)).toEqual([TWIN, TWIN]);
  expect(factsOf(unmatched(one, "zoho:customers:Z2"), "deals")).toEqual(factsOf(before, "deals"));
});

test("what was matched three ways is one record, and each can be taken out", () => {
  const sales: CrmFile = {
    source: "salesforce",
    object: "customers",
    rows: [["S1", "Huaxin", "", "", "EMEA"]],
  };
  const start = bookOf([FX, ZOHO, sales]);
  const all = after(
    start,
    matchRecords(start, [
      { table: "customers", ids: [TWIN, "salesforce:customers:S1"] },
      { table: "customers", ids: [KEPT, TWIN] },
    ]),
  );
  expect(factsOf(all, "customers").map(({ id }) => id)).toEqual([KEPT]);
  const two = unmatched(all, TWIN);
  expect(factsOf(two, "customers").map(({ id }) => id)).toEqual([KEPT, TWIN]);
  expect(
    factsOf(two, "twins")
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([KEPT, "salesforce:customers:S1"]);
});

describe("a matched deal that moves", () => {
  const file = (source: "fxiaoke" | "zoho", stage: string, batchId: string): CrmFile => ({
    source,
    object: "deals",
    batchId,
    rows: [["D1", "一期", "华信", "1000", stage, ""]],
  });
  const both = () =>
    matched(
      bookOf([file("fxiaoke", "初步接洽", "b1"), file("zoho", "Qualification", "b2")]),
      "deals",
      "fxiaoke:deals:D1",
      "zoho:deals:D1",
    );

  test("moves by the leading system's word, and the move is the kept deal's", () => {
    const book = bookOf([file("fxiaoke", "商务谈判", "b3")], both());
    expect(factsOf(book, "stageEvents").map(({ dealId, stage }) => [dealId, stage])).toEqual([
      ["fxiaoke:deals:D1", "商务谈判"],
    ]);
  });

  test("does not move by the other's", () => {
    const book = bookOf([file("zoho", "Negotiation/Review", "b3")], both());
    expect(factsOf(book, "stageEvents")).toEqual([]);
  });
});

describe("taken apart", () => {
  test("both records and what hung on them are as before, and the pair is not offered again", () => {
    const before = bookOf([FX, ZOHO, ZOHO_DEALS]);
    const book = unmatched(matched(before, "customers", KEPT, TWIN), TWIN);
    for (const table of ["customers", "deals"] as const)
      expect(new Map(factsOf(book, table).map((row) => [row.id, row]))).toEqual(
        new Map(factsOf(before, table).map((row) => [row.id, row])),
      );
    expect(factsOf(book, "twins")).toEqual([]);
    expect(rowsOf(book, "matchVerdicts").map(({ ids }) => ids)).toEqual([[KEPT, TWIN]]);
  });

  test("the twin has what its system said meanwhile", () => {
    const file = { ...ZOHO, batchId: "b9", rows: [["Z1", "华信科技（杭州）", "Software", "B", ""]] };
    const book = unmatched(bookOf([file], matchedBook()), TWIN);
    expect(factById(book, "customers", TWIN)).toMatchObject({ industry: "Software", level: "B" });
    expect(factById(book, "customers", KEPT)!.level).toBeUndefined();
  });

  test("what was typed on either before is on that one again", () => {
    const start = bookOf([FX, ZOHO]);
    const typed = after(start, editCustomer(start, { id: TWIN as CustomerId, texts: { region: "浙江" } }));
    const both = matched(typed, "customers", KEPT, TWIN);
    expect(factById(both, "customers", KEPT)!.region).toBe("浙江");
    const apart = unmatched(both, TWIN);
    expect(factById(apart, "customers", KEPT)).toEqual(factById(typed, "customers", KEPT));
    expect(factById(apart, "customers", TWIN)).toEqual(factById(typed, "customers", TWIN));
  });
});

test("a kept record that is removed takes along what both systems say of it", () => {
  const book = matched(bookOf([FX, ZOHO]), "customers", KEPT, TWIN);
  const next = after(book, removeRecord(book, { table: "customers", id: KEPT }));
  expect([factsOf(next, "customers"), factsOf(next, "twins")]).toEqual([[], []]);
});

test("a matched deal goes with its customer when the customer's own file comes after it", () => {
  const deal = (source: "fxiaoke" | "zoho", id: string, amount: string): CrmFile => ({
    source,
    object: "deals",
    rows: [[id, "一期", "华信", amount, "方案", "2026-03-01"]],
  });
  const deals = bookOf([deal("fxiaoke", "F1", "10"), deal("zoho", "Z1", "10")]);
  const one = matched(deals, "deals", "fxiaoke:deals:F1", "zoho:deals:Z1");
  const named = bookOf([{ ...FX, rows: [["C1", "华信", "", "", ""]] }], one);
  const later = bookOf([{ ...deal("fxiaoke", "F1", "20"), batchId: "b9" }], named);
  expect(factsOf(later, "deals").map(({ customerId, amount }) => [customerId, amount])).toEqual([
    [KEPT, 2000],
  ]);
});
