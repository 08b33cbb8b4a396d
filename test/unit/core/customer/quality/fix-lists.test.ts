import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { Table, TableCell } from "../../../../../core/base/table.ts";
import { fixLists } from "../../../../../core/customer/quality/fix-lists.ts";
import { keepReading, printFixList } from "../../../../../core/customer/quality/print-fix-list.ts";
import { qualityFindings } from "../../../../../core/customer/quality/quality-findings.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { nextStamp } from "../../../../../core/base/stamp.ts";
import { factById, factsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../../builders/import.ts";
import { aMember } from "../../../../builders/kpi-context.ts";

const TODAY = "2026-11-25" as Day;
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
  "Next Step",
  "Reason For Loss",
  "Created Time",
];
const ID = "zcrm_3652397000001763003";
const LATE = [ID, "zcrm_9", "王芳", "Boiler", "zcrm_5", "Acme", "", "Qualification", "2026-10-01", "10", ""];
const FINE = [
  "zcrm_3652397000001763004",
  "zcrm_9",
  "王芳",
  "Pump",
  "zcrm_5",
  "Acme",
  "1,200.50",
  "Needs Analysis",
  "2026-12-24",
  "20",
  "Call",
];

function withMembers(book = emptyBook()): Workspace {
  const records = [aMember("m1", { name: "王芳" })];
  return applyChanges(book, [{ op: "put", table: "members", records }], nextStamp(null, 1, "test"));
}

function zohoBook(...rows: readonly (readonly TableCell[])[]): Workspace {
  return importInto(withMembers(), tableOf(ZOHO, ...rows), { fileName: "Deals_2026_11_20.csv" });
}

/** The fix-list as a person gets it, its reading kept, as the table that comes back. */
function fixListOf(book: Workspace, { correct = {} as Record<string, TableCell>, keeps = true } = {}) {
  const [list] = fixLists(book, qualityFindings(book, TODAY), {}).lists;
  const printed = printFixList(list!, { language: "zh", say: ({ key }) => key });
  const kept = keeps ? keepReading(book, list!, { language: "zh", name: "Fix" }) : [];
  const rows = printed.rows.map((row) => row.map((cell, at) => correct[printed.columns[at]!] ?? cell));
  const table: Table = tableOf(printed.columns, ...rows);
  return { printed, table, book: applyChanges(book, kept, nextStamp(null, 2, "test")) };
}

const FILE = { fileName: "fix.csv", batchId: "b2" };

describe("a fix-list of Zoho deals", () => {
  test("has the key as Zoho prints it, the name, what is missing, the stage, what is wrong and the owner", () => {
    const { printed } = fixListOf(zohoBook(LATE, FINE));
    expect(printed.columns).toEqual([
      "Record Id",
      "Deal Name",
      "Amount",
      "Closing Date",
      "Next Step",
      "Stage",
      "哪里不对",
      "Deal Owner",
    ]);
    const what = ["no-amount", "late", "no-next-step"].map((code) => `customer.quality.what.${code}`);
    expect(printed.rows).toEqual([
      [ID, "Boiler", null, "2026-10-01", null, "Qualification", what.join("；"), "王芳"],
    ]);
  });

  test("changes nothing when it comes back as it is", () => {
    const { book, table } = fixListOf(zohoBook(LATE, FINE));
    const again = plan(book, table, FILE);
    expect(again.batch.rows).toMatchObject({ read: 1, added: 0, updated: 0, unchanged: 1, bad: 0 });
    expect(again.changes).toEqual([]);
  });

  test("is known for Zoho's deals without a kept reading, too", () => {
    const { book, table } = fixListOf(zohoBook(LATE), { keeps: false });
    expect(plan(book, table, FILE).batch).toMatchObject({ source: "zoho", object: "deals" });
  });

  test("never gives what is wrong to a field", () => {
    const { book, table } = fixListOf(zohoBook(LATE), { keeps: false });
    const wrong = plan(book, table, FILE).batch.columns.find(({ header }) => header === "哪里不对");
    expect(wrong?.field).toBeNull();
  });

  test("corrected changes exactly what was corrected, and the findings are gone", () => {
    const before = zohoBook(LATE, FINE);
    const correct = { Amount: 5000, "Closing Date": "2026-12-31", "Next Step": "Visit" };
    const { book, table } = fixListOf(before, { correct });
    const after = importInto(book, table, FILE);
    const id = "zoho:deals:3652397000001763003";
    const known = factById(before, "deals", id);
    const { batchId: _, line: __, by: ___, ...said } = factById(after, "deals", id)!;
    const { batchId: ____, line: _____, ...was } = known!;
    expect(said).toEqual({ ...was, amount: 500_000, expectedCloseOn: "2026-12-31", nextStep: "Visit" });
    const gone = qualityFindings(after, TODAY).filter(({ fact }) => fact?.id === id);
    expect(gone).toEqual([]);
  });

  test("asks for an owner whom the team knows, in the owner's own column, once", () => {
    const stranger = [...LATE];
    stranger[2] = "李雷";
    const { printed, book, table } = fixListOf(zohoBook(stranger), { correct: { "Deal Owner": "王芳" } });
    expect(printed.columns.filter((header) => header === "Deal Owner")).toHaveLength(1);
    const codes = qualityFindings(importInto(book, table, FILE), TODAY).map(({ code }) => code);
    expect(codes).not.toContain("owner-unknown");
  });
});

describe("a fix-list of 纷享销客", () => {
  const FX = [
    "唯一性ID（必填）",
    "商机名称（必填）",
    "客户名称",
    "商机金额(万元)",
    "商机阶段",
    "阶段状态",
    "负责人",
    "预计成交日期",
  ];
  const LOST = ["64a1b2", "锅炉", "华东机械", 12.34567, "谈判审核", "输单", "王芳(已停用)", ""];
  const book = () =>
    importInto(withMembers(), tableOf(FX, LOST), { fileName: "商机2.0对象导出结果_20261120.xlsx" });

  test("keeps unit and state: the amount in 万元, the state beside the stage", () => {
    const { printed } = fixListOf(book());
    expect(printed.columns).toEqual([
      "唯一性ID（必填）",
      "商机名称（必填）",
      "预计成交日期",
      "商机阶段",
      "阶段状态",
      "哪里不对",
      "负责人",
    ]);
    expect(printed.rows[0]!.slice(0, 5)).toEqual(["64a1b2", "锅炉", null, "谈判审核", "输单"]);
  });

  test("comes back without a change, and corrected without the finding", () => {
    const { book: kept, table } = fixListOf(book());
    expect(plan(kept, table, FILE).changes).toEqual([]);
    const fixed = fixListOf(book(), { correct: { 预计成交日期: "2026-11-01" } });
    const after = importInto(fixed.book, fixed.table, FILE);
    expect(fixLists(after, qualityFindings(after, TODAY), {}).lists).toEqual([]);
    expect(factsOf(after, "deals")[0]).toMatchObject({ category: "lost", amount: 12_345_670 });
  });
});

describe("fix-lists", () => {
  const GENERIC = ["Deal Name", "Customer", "Stage", "Amount", "Owner", "Created Time", "Next Step"];

  test("tell records without an id apart by what must then stay as it is, and leave out what cannot be corrected so", () => {
    const fine = ["Boiler", "Acme", "Proposal", "", "王芳", "2026-10-01", "Call"];
    const ownerless = ["Pump", "Acme", "Proposal", "5", "", "2026-10-01", "Call"];
    const book = importInto(withMembers(), tableOf(GENERIC, fine, ownerless));
    const { lists, leftOut } = fixLists(book, qualityFindings(book, TODAY), {});
    expect(lists.map(({ rows }) => rows.length)).toEqual([2]);
    expect(lists[0]!.columns.map(({ header }) => header).slice(0, 5)).toEqual([
      "Deal Name",
      "Owner",
      "Created Time",
      "Customer",
      "Amount",
    ]);
    expect(leftOut).toBe(0);
    const { table, book: kept } = fixListOf(book);
    expect(plan(kept, table, FILE).batch.rows).toMatchObject({ read: 2, unchanged: 2 });
  });

  test("make one list for each owner on wish", () => {
    const other = [...LATE];
    [other[0], other[2]] = ["zcrm_3652397000001763009", "李雷"];
    const book = zohoBook(LATE, other);
    const found = qualityFindings(book, TODAY);
    const { lists } = fixLists(book, found, { ownerOf: ({ ownerName }) => ownerName ?? "" });
    expect(lists.map(({ owner, rows }) => [owner, rows.length])).toEqual([
      ["王芳", 1],
      ["李雷", 1],
    ]);
  });

  test("leave out deals that were converted from another currency", () => {
    const header = [...ZOHO, "Currency"];
    const row = [...LATE, "", "", "USD"];
    const book = importInto(withMembers(), tableOf(header, row), {
      fileName: "Deals_2026_11_20.csv",
      settings: { rates: { USD: "7" } },
    });
    expect(fixLists(book, qualityFindings(book, TODAY), {})).toMatchObject({ lists: [], leftOut: 1 });
  });
});
