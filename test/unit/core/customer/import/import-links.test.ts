import { describe, expect, test } from "vitest";
import { factById, factsOf, rowsOf } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../../builders/import.ts";

const ZOHO = [
  "Record Id",
  "Deal Owner.id",
  "Deal Owner",
  "Deal Name",
  "Account Name.id",
  "Account Name",
  "Amount",
  "Stage",
  "Closing Date",
  "Probability (%)",
];

function zohoDeal(...change: readonly (readonly [number, string])[]): string[] {
  const row = [
    "zcrm_3652397000001763003",
    "zcrm_9",
    "王芳",
    "Deal",
    "zcrm_7",
    "华东机电",
    "1,000.50",
    "Negotiation/Review",
    "2026-09-30",
    "85",
  ];
  for (const [index, value] of change) row[index] = value;
  return row;
}

const ORDERS = ["order_id", "employee", "customer", "order_date", "amount"];

describe("stages", () => {
  const header = ["id", "name", "stage"];

  test("stages are taken as mapped, as known, by the source's defaults, then by their words", () => {
    const table = tableOf(
      header,
      ["1", "A", "Payment Done"],
      ["2", "B", "Gone"],
      ["3", "C", "Closed Won"],
      ["4", "D", "Talking"],
    );
    const settings = { object: "deals" as const, stageMap: { Gone: { category: "void" as const } } };
    const book = importInto(emptyBook(), table, { settings });
    expect(factsOf(book, "deals").map((deal) => deal.category)).toEqual(["won", "void", "won", "open"]);
    expect(rowsOf(book, "stages").map(({ stage, category }) => [stage, category])).toEqual([
      ["Talking", "open"],
      ["Payment Done", "won"],
      ["Closed Won", "won"],
      ["Gone", "void"],
    ]);
    const later = importInto(book, tableOf(header, ["5", "E", "Gone"]), {
      batchId: "b2",
      settings: { object: "deals" },
    });
    expect(factById(later, "deals", "generic:deals:5")!.category).toBe("void");
  });

  test("a stage's own probability holds where the file has none", () => {
    const table = tableOf(ZOHO, zohoDeal([9, ""], [7, "Needs Analysis"]));
    expect(factsOf(importInto(emptyBook(), table), "deals")[0]!.probability).toBe(200_000);
  });
});

describe("customers and members", () => {
  test("customers that rows name become facts once, and rows point at them", () => {
    const book = importInto(
      emptyBook(),
      tableOf(ORDERS, ["1", "", "Acme", "2026-01-01", "5"], ["2", "", "ACME ", "2026-01-02", "5"]),
    );
    expect(factsOf(book, "customers").map(({ id, name }) => [id, name])).toEqual([
      ["generic:customers:~acme", "Acme"],
    ]);
    expect(factsOf(book, "orders").every((order) => order.customerId === "generic:customers:~acme")).toBe(
      true,
    );
  });

  test("a name that two customers bear points at neither", () => {
    const customers = tableOf(["客户编号", "客户名称"], ["1", "Acme"], ["2", "Acme"]);
    const book = importInto(emptyBook(), customers, { settings: { source: "generic", object: "customers" } });
    const after = importInto(book, tableOf(ORDERS, ["1", "", "Acme", "2026-01-01", "5"]), { batchId: "b2" });
    expect(factsOf(after, "orders")[0]!.customerId).toBeUndefined();
    expect(factsOf(after, "customers")).toHaveLength(2);
  });

  test("unknown owners become members from the first day of their rows when asked to", () => {
    const table = tableOf(
      ORDERS,
      ["1", "王芳", "A", "2026-01-01", "5"],
      ["2", "赵磊", "A", "2025-06-01", "5"],
    );
    const result = plan(emptyBook(), table, { createMembers: true });
    expect(result.createdMembers).toHaveLength(2);
    const book = importInto(emptyBook(), table, { createMembers: true });
    expect(rowsOf(book, "members").map((member) => member.name)).toEqual(["王芳", "赵磊"]);
  });

  test("a members' file adds members once and fills what was empty", () => {
    const table = tableOf(["工号", "姓名", "邮箱", "入职日期"], ["7", "王芳", "", "2020-01-01"]);
    const book = importInto(emptyBook(), table);
    expect(plan(book, table).changes).toEqual([]);
    const fuller = tableOf(["工号", "姓名", "邮箱", "入职日期"], ["7", "王芳", "wf@example.com", ""]);
    expect(rowsOf(importInto(book, fuller), "members")[0]).toMatchObject({
      email: "wf@example.com",
      hiredOn: "2020-01-01",
    });
  });
});
