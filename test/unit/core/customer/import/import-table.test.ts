import { describe, expect, test } from "vitest";
import { setFields } from "../../../../../core/base/change.ts";
import { nextStamp } from "../../../../../core/base/stamp.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { factById, factsOf } from "../../../../../core/vault/workspace.ts";
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

describe("recognition", () => {
  test("tells a Zoho export of deals and takes its id, owner, customer, stage and probability", () => {
    const book = importInto(emptyBook(), tableOf(ZOHO, zohoDeal()), { fileName: "Deals_2026_01_26.csv" });
    expect(factsOf(book, "deals")).toEqual([
      {
        id: "zoho:deals:3652397000001763003",
        source: "zoho",
        sourceId: "3652397000001763003",
        name: "Deal",
        ownerName: "王芳",
        customerName: "华东机电",
        customerId: "zoho:customers:7",
        amount: 100_050,
        stage: "Negotiation/Review",
        category: "open",
        probability: 850_000,
        expectedCloseOn: "2026-09-30",
        batchId: "b1",
        line: 2,
      },
    ]);
  });

  test("tells a 纷享销客 sheet under a title, with type hints, units, people who left and a total row", () => {
    const table = tableOf(
      ["商机2.0"],
      [
        "唯一性ID（必填）",
        "商机名称（必填）",
        "商机金额（万元）",
        "预计成交日期",
        "商机阶段",
        "商机状态",
        "负责人（必填）",
        "普通成员-只读",
      ],
      [
        "此项必填,文本类型",
        "此项必填",
        "金额字段类型,最大位数14,小数位数2",
        "日期字段类型",
        "单选字段类型",
        "字段类型",
        "人员字段类型",
        "",
      ],
      ["a1", "年度框架", "12.5", "202609", "谈判审核", "输单", "赵磊（已停用）", "x"],
      ["", "", "", "", "", "", "", ""],
      ["合计", "", "12.5", "", "", "", "", ""],
    );
    const result = plan(emptyBook(), table, {
      fileName: "商机2.0对象导出结果_20221011.xlsx",
      sheet: "商机2.0数据",
    });
    expect(result.batch).toMatchObject({
      source: "fxiaoke",
      object: "deals",
      headerRow: 2,
      rows: { read: 1, added: 1 },
    });
    const book = importInto(emptyBook(), table, { fileName: "商机2.0对象导出结果_20221011.xlsx" });
    expect(factsOf(book, "deals")[0]).toMatchObject({
      amount: 12_500_000,
      category: "lost",
      probability: 0,
      expectedCloseOn: "2026-09-01",
      ownerName: "赵磊",
    });
  });

  test.each([
    [
      [
        "Opportunity Owner",
        "Account Name",
        "Opportunity Name",
        "Opportunity ID (18 Digit)",
        "Stage",
        "Amount",
        "Close Date",
      ],
      "salesforce",
      "deals",
    ],
    [
      [
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Pipeline",
        "Amount",
        "Close Date",
        "Create Date",
        "Deal owner",
      ],
      "hubspot",
      "deals",
    ],
    [
      ["Deal - ID", "Deal - Title", "Deal - Value", "Deal - Stage", "Deal - Status", "Deal - Owner"],
      "pipedrive",
      "deals",
    ],
    [
      [
        "Record Id",
        "Deal Name.id",
        "Deal Name",
        "Stage",
        "Stage Duration (Calendar Days)",
        "Modified Time",
        "Modified By",
      ],
      "zoho",
      "stage-history",
    ],
    [
      ["Record Id", "Account Owner.id", "Account Owner", "Account Name", "Website", "Industry"],
      "zoho",
      "customers",
    ],
    [
      ["销售订单编号", "客户名称", "销售订单金额(元)", "下单日期", "已回款金额(元)", "负责人"],
      "fxiaoke",
      "orders",
    ],
    [["员工姓名", "员工编号", "主属部门", "职位", "入职日期"], "fxiaoke", "members"],
    [["order_id", "employee", "customer", "order_date", "amount"], "generic", "orders"],
    [["account", "sector", "office_location"], "generic", "customers"],
    [["回款编号", "客户名称", "销售订单编号", "回款日期", "回款金额"], "fxiaoke", "payments"],
  ])("knows %j", (header, source, object) => {
    const { batch } = plan(emptyBook(), tableOf(header));
    expect([batch.source, batch.object]).toEqual([source, object]);
  });

  test("a mapping of the caller's own takes the place of labels", () => {
    const table = tableOf(["Nr", "Wer", "Wann", "Summe"], ["1", "王芳", "2026-01-02", "5"]);
    const headerByField = { id: "Nr", owner: "Wer", date: "Wann", amount: "Summe" };
    const book = importInto(emptyBook(), table, { settings: { object: "orders", headerByField } });
    expect(factsOf(book, "orders")[0]).toMatchObject({
      id: "generic:orders:1",
      on: "2026-01-02",
      amount: 500,
    });
  });

  test("refuses a table that lacks a column its object must have", () => {
    expect(() =>
      plan(emptyBook(), tableOf(["order_id", "customer"]), { settings: { object: "orders" } }),
    ).toThrow("customer.import.field-missing");
  });
});

describe("bad rows", () => {
  function badOf(row: readonly string[], currency = "CNY") {
    const { batch } = plan(emptyBook(currency), tableOf(ORDERS, ["1", "王芳", "A", "2026-01-01", "5"], row));
    return batch.bad.map(({ line, column, value, reason }) => [line, column, value, reason.key]);
  }

  test.each([
    [
      ["2", "", "A", "2026-02-30", "5"],
      [3, "order_date", "2026-02-30", "customer.bad.day"],
    ],
    [
      ["2", "", "A", "2026-02-01", "five"],
      [3, "amount", "five", "customer.bad.number"],
    ],
    [
      ["2", "", "A", "", "5"],
      [3, "order_date", "", "customer.bad.missing"],
    ],
    [
      ["2", "", "A", "2026-02-01", "$5"],
      [3, "amount", "$5", "customer.bad.currency"],
    ],
    [
      ["1", "", "A", "2026-02-01", "5"],
      [3, "order_id", "1", "customer.bad.duplicate"],
    ],
    [
      ["5.80502800005686E+18", "", "A", "2026-02-01", "5"],
      [3, "order_id", "5.80502800005686E+18", "customer.bad.damaged-id"],
    ],
    [
      ["2", "", "A", "2026-02-01", "5", "6"],
      [3, "", "6", "customer.bad.too-many-cells"],
    ],
  ])("%j is listed with line, column, value and reason", (row, bad) => {
    expect(badOf(row)).toEqual([bad]);
  });

  test("a formula error and an open quote are listed, not read", () => {
    const table = tableOf(ORDERS, ["1", "", "A", "2026-01-01", { error: "#REF!" }], [{ error: '2,"x' }]);
    expect(plan(emptyBook(), table).batch.bad.map(({ reason }) => reason.key)).toEqual([
      "customer.bad.formula-error",
      "customer.bad.quote",
    ]);
  });

  test("another currency is taken at the rate given, which is kept with the batch", () => {
    const table = tableOf(
      ["order_id", "order_date", "amount", "currency"],
      ["1", "2026-01-01", "100", "USD"],
    );
    const settings = { rates: { USD: "7.1234" } };
    const result = plan(emptyBook(), table, { settings });
    expect(result.batch).toMatchObject({ rows: { bad: 0 }, rates: { USD: "7.1234" } });
    expect(factsOf(importInto(emptyBook(), table, { settings }), "orders")[0]!.amount).toBe(71_234);
  });

  test("a row that its system has voided is skipped", () => {
    const table = tableOf(
      ["销售订单编号", "下单日期", "销售订单金额", "生命状态"],
      ["1", "2026-01-01", "5", "作废"],
    );
    expect(plan(emptyBook(), table).batch.rows).toMatchObject({ read: 1, added: 0, skipped: 1 });
  });
});

describe("updating", () => {
  const first = tableOf(ORDERS, ["1", "王芳", "A", "2026-01-01", "5"], ["2", "王芳", "B", "2026-01-02", "6"]);

  test("the same file twice changes nothing at all", () => {
    const book = importInto(emptyBook(), first);
    const again = plan(book, first, { batchId: "b2" });
    expect(again.changes).toEqual([]);
    expect(again.batch.rows).toEqual({ read: 2, added: 0, updated: 0, unchanged: 2, skipped: 0, bad: 0 });
  });

  test("only rows that say something new are written; an empty cell keeps what is known", () => {
    const book = importInto(emptyBook(), first);
    const second = tableOf(ORDERS, ["1", "", "", "2026-01-01", "7"], ["2", "王芳", "B", "2026-01-02", "6"]);
    const after = importInto(book, second, { batchId: "b2" });
    expect(factById(after, "orders", "generic:orders:1")).toMatchObject({
      amount: 700,
      ownerName: "王芳",
      customerName: "A",
      batchId: "b2",
      line: 2,
      by: { ownerName: "b1", customerName: "b1", customerId: "b1" },
    });
    expect(factById(after, "orders", "generic:orders:2")!.batchId).toBe("b1");
  });

  test("a field that the manager typed is never overwritten", () => {
    const book = importInto(emptyBook(), first);
    const typed = setFields<{ id: string; amount: number; by: object }>("orders", "generic:orders:1", {
      amount: 999,
      by: { amount: "typed" },
    });
    const edited = applyChanges(book, [typed], nextStamp(null, 2, "test"));
    const second = tableOf(ORDERS, ["1", "赵磊", "A", "2026-01-01", "7"]);
    const after = importInto(edited, second, { batchId: "b2" });
    expect(factById(after, "orders", "generic:orders:1")).toMatchObject({
      amount: 999,
      ownerName: "赵磊",
      by: { amount: "typed" },
    });
  });

  test.each([
    ["upsert", { added: 1, updated: 1, skipped: 0 }],
    ["add", { added: 1, updated: 0, skipped: 1 }],
    ["update", { added: 0, updated: 1, skipped: 1 }],
    ["skip", { added: 0, updated: 0, skipped: 2 }],
  ] as const)("mode %s counts as it should", (mode, counts) => {
    const book = importInto(emptyBook(), first);
    const second = tableOf(
      ORDERS,
      ["1", "王芳", "A", "2026-01-01", "7"],
      ["3", "王芳", "C", "2026-01-03", "8"],
    );
    const result = plan(book, second, { settings: { mode }, batchId: "b2" });
    expect(result.batch.rows).toMatchObject(counts);
    expect(result.changes.length === 0).toBe(mode === "skip");
  });

  test("without an id column rows are known by name, owner and day of creation", () => {
    const table = tableOf(
      ["Deal Name", "Deal Owner", "Stage", "Created Time"],
      ["A", "王芳", "Won", "2026-01-01"],
      ["A", "赵磊", "Won", "2026-01-01"],
    );
    const book = importInto(emptyBook(), table);
    expect(factsOf(book, "deals").map((deal) => deal.id)).toEqual([
      "generic:deals:~a|王芳|2026-01-01",
      "generic:deals:~a|赵磊|2026-01-01",
    ]);
    expect(plan(book, table).changes).toEqual([]);
  });
});
