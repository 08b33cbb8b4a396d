import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import { nextStamp } from "../../../../../core/base/stamp.ts";
import type { TableCell } from "../../../../../core/base/table.ts";
import { ownerIndex } from "../../../../../core/customer/owner.ts";
import { surveyFindings } from "../../../../../core/customer/quality/quality-counts.ts";
import type { QualityFilter } from "../../../../../core/customer/quality/quality-counts.ts";
import { qualityFindings } from "../../../../../core/customer/quality/quality-findings.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, tableOf } from "../../../../builders/import.ts";
import { aMember } from "../../../../builders/kpi-context.ts";

const TODAY = "2026-11-25" as Day;

function team(): Workspace {
  const records = [
    aMember("m1", { name: "王芳" }),
    aMember("m2", { name: "赵磊", leftOn: "2026-06-01" as Day }),
  ];
  return applyChanges(emptyBook(), [{ op: "put", table: "members", records }], nextStamp(null, 1, "test"));
}

const DEAL = {
  "Record Id": "zcrm_1000000000000001",
  "Deal Owner": "王芳",
  "Deal Name": "Boiler",
  "Account Name": "Acme",
  Amount: "100",
  Stage: "Qualification",
  "Closing Date": "2026-12-01",
  "Probability (%)": "10",
  "Created Time": "2026-10-01",
  "Next Step": "Call",
  "Reason For Loss": "",
};

/** Findings of one Zoho deal: code and field. */
function ofDeal(said: Partial<Record<keyof typeof DEAL, TableCell>>) {
  const row = { ...DEAL, ...said };
  const book = importInto(team(), tableOf(Object.keys(row), Object.values(row)), { fileName: "Deals.csv" });
  return qualityFindings(book, TODAY)
    .filter(({ object }) => object === "deals")
    .map(({ code, field }) => [code, field]);
}

describe("findings about deals", () => {
  test("a deal that lacks nothing has none", () => {
    expect(ofDeal({})).toEqual([]);
  });

  test.each([
    [{ Amount: "" }, "no-amount", "amount"],
    [{ "Account Name": "" }, "no-customer", "customer"],
    [{ "Deal Owner": "" }, "no-owner", "owner"],
    [{ "Deal Owner": "李雷" }, "owner-unknown", "owner"],
    [{ "Deal Owner": "赵磊" }, "owner-left", "owner"],
    [{ "Closing Date": "" }, "no-expected-close", "expectedClose"],
    [{ "Closing Date": "2026-11-24" }, "late", "expectedClose"],
    [{ "Next Step": "" }, "no-next-step", "nextStep"],
    [{ "Probability (%)": "35" }, "chance-off", "probability"],
    [{ Stage: "Closed Won", "Probability (%)": "100", Amount: "" }, "won-no-amount", "amount"],
    [
      { Stage: "Closed Won", "Probability (%)": "100", "Closing Date": "" },
      "no-closing-day",
      "expectedClose",
    ],
    [{ Stage: "Closed Lost", "Probability (%)": "0" }, "no-reason", "lossReason"],
    [{ "Created Time": "2027-01-01" }, "dates-crossed", "expectedClose"],
  ] as const)("%j: %s", (said, code, field) => {
    expect(ofDeal(said)).toEqual([[code, field]]);
  });

  test("an expected close of today is not past", () => {
    expect(ofDeal({ "Closing Date": TODAY })).toEqual([]);
  });

  test("a field that the source's files do not have is asked for once, not deal by deal", () => {
    const { "Next Step": _, ...row } = DEAL;
    const book = importInto(team(), tableOf(Object.keys(row), Object.values(row)), { fileName: "Deals.csv" });
    const found = qualityFindings(book, TODAY).filter(({ object }) => object === "deals");
    expect(found.map(({ code, field, fact }) => [code, field, fact])).toEqual([
      ["no-column", "nextStep", null],
    ]);
  });

  test("a closing day of its own is asked for where the source has one", () => {
    const header = [
      "商机名称",
      "唯一性ID（必填）",
      "商机阶段",
      "预计成交日期",
      "实际成交日期",
      "商机金额",
      "负责人",
      "客户名称",
    ];
    const row = ["锅炉", "a1", "赢单", "2026-10-01", "", "5", "王芳", "华东机械"];
    const book = importInto(team(), tableOf(header, row));
    const found = qualityFindings(book, TODAY).filter(({ fact }) => fact?.id === "fxiaoke:deals:a1");
    expect(found.map(({ code, field }) => [code, field])).toEqual([["no-closing-day", "closed"]]);
  });
});

describe("findings about others", () => {
  const ACCOUNTS = ["Record Id", "Account Owner", "Account Name", "Rating", "Industry"];

  test("customers: two of one name, and what their file leaves empty", () => {
    const rows = [
      ["zcrm_1", "王芳", "Acme", "A", "Steel"],
      ["zcrm_2", "王芳", " ACME ", "", ""],
    ];
    const book = importInto(team(), tableOf(ACCOUNTS, ...rows), { fileName: "Accounts.csv" });
    expect(
      qualityFindings(book, TODAY).map(({ code, fact, about }) => [code, fact?.sourceId, about]),
    ).toEqual([
      ["twice", "1", 2],
      ["twice", "2", 2],
      ["no-level", "2", undefined],
      ["no-industry", "2", undefined],
    ]);
  });

  test("a customer that only deals have named has one finding, not one for each field", () => {
    const book = importInto(team(), tableOf(Object.keys(DEAL), Object.values(DEAL)), {
      fileName: "Deals.csv",
    });
    expect(qualityFindings(book, TODAY).map(({ code }) => code)).toEqual(["only-named"]);
  });

  test("contacts without telephone and e-mail, orders without customer or due before they were placed", () => {
    const contacts = tableOf(
      ["Record Id", "Contact Owner", "Full Name", "Account Name", "Email", "Phone"],
      ["zcrm_7", "王芳", "Li", "Acme", "", ""],
    );
    const orders = tableOf(
      ["Order ID", "Order Date", "Amount", "Owner", "Due Date"],
      ["SO1", "2026-03-05", "9", "王芳", "2026-03-01"],
    );
    const book = importInto(importInto(team(), contacts, { fileName: "Contacts.csv" }), orders, {
      batchId: "b2",
    });
    const found = qualityFindings(book, TODAY).map(({ code, object }) => `${object}/${code}`);
    expect(found).toEqual([
      "orders/dates-crossed",
      "orders/no-customer",
      "contacts/no-way",
      "customers/only-named",
    ]);
  });

  test("rows of the last file that could not be read, with line, column and value", () => {
    const bad = { ...DEAL, "Record Id": "zcrm_2", Amount: "much" };
    const table = tableOf(Object.keys(DEAL), Object.values(DEAL), Object.values(bad));
    const [first] = qualityFindings(importInto(team(), table, { fileName: "Deals.csv" }), TODAY);
    expect(first).toMatchObject({
      code: "bad-row",
      field: "amount",
      source: "zoho",
      bad: { line: 3, column: "Amount", value: "much" },
    });
  });
});

describe("findings of a large book", () => {
  test("are the same array for the same book, and only pages that changed are looked through again", () => {
    const book = importInto(team(), tableOf(Object.keys(DEAL), Object.values({ ...DEAL, Amount: "" })));
    const before = qualityFindings(book, TODAY);
    expect(qualityFindings(book, TODAY)).toBe(before);
    const renamed = applyChanges(
      book,
      [{ op: "set", table: "customers", id: "zoho:customers:~acme", fields: { region: "East" } }],
      nextStamp(null, 3, "test"),
    );
    const [same] = qualityFindings(renamed, TODAY);
    expect(same).toBe(before[0]);
  });
});

describe("a survey of findings", () => {
  const ALL: QualityFilter = { source: null, severity: null, code: null, owner: null, text: "" };
  const survey = (filter: Partial<QualityFilter>) => {
    const rows = [
      { ...DEAL, Amount: "", "Next Step": "" },
      {
        ...DEAL,
        "Record Id": "zcrm_1000000000000002",
        "Deal Owner": "李雷",
        "Deal Name": "Pump",
        Amount: "",
      },
    ];
    const book = importInto(team(), tableOf(Object.keys(DEAL), ...rows.map((row) => Object.values(row))));
    const index = ownerIndex([...book.rows.members.values()]);
    return surveyFindings(qualityFindings(book, TODAY), { filter: { ...ALL, ...filter }, index });
  };

  test("counts findings, records, weights, owners", () => {
    const { shown, records, countBySeverity, owners } = survey({});
    expect(shown.map(({ code }) => code)).toEqual([
      "no-amount",
      "no-amount",
      "owner-unknown",
      "no-next-step",
      "only-named",
    ]);
    expect(records).toBe(3);
    expect(countBySeverity).toEqual({ risk: 2, warning: 1, hint: 2 });
    expect(owners.map(({ owner, count }) => [owner, count])).toEqual([
      ["=m1", 2],
      ["李雷", 2],
      ["", 1],
    ]);
  });

  test("a kind and an owner rule what is shown, and each choice still says what the others would give", () => {
    const { shown, countByCode, owners } = survey({ code: "no-amount", owner: "=m1" });
    expect(shown.map(({ fact }) => fact?.sourceId)).toEqual(["1000000000000001"]);
    expect(countByCode.get("no-next-step")).toBe(1);
    expect(owners.map(({ owner }) => owner)).toEqual(["=m1", "李雷"]);
  });

  test("a text is looked for in the record's name", () => {
    expect(survey({ text: "pump" }).shown.map(({ code }) => code)).toEqual(["no-amount", "owner-unknown"]);
  });
});
