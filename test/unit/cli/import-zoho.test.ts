import { describe, expect, test } from "vitest";
import { factsIn, fieldsOf, importRows } from "../../builders/import-files.ts";

const DEALS = [
  "Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Contact Name.id,Contact Name",
  "Sub-Pipeline,Amount,Stage,Closing Date,Description,Created By.id,Created By,Modified By.id,Modified By",
  "Created Time,Modified Time,Last Activity Time,Pipeline.id,Pipeline",
]
  .join(",")
  .split(",");

function deal(cells: Readonly<Record<string, string>>): readonly string[] {
  return DEALS.map((header) => cells[header] ?? "");
}

describe("Zoho", () => {
  test("a damaged id is a bad row on its own line, and a description of two lines counts as two", async () => {
    const first = deal({
      "Record Id": "zcrm_3652397000001763003",
      "Deal Name": "A",
      Stage: "Closed Won",
      Description: "a\nb",
    });
    const second = deal({ "Record Id": "5.80502800005686E+18", "Deal Name": "B", Stage: "Qualification" });
    const { exit, bad, rows, cli } = await importRows("Deals_2026_01_26.csv", [DEALS, first, second], {
      encoding: "utf-8-bom",
    });
    expect([exit, rows.read, rows.added, rows.bad]).toEqual([1, 2, 1, 1]);
    expect(bad.map(({ line, column, value }) => [line, column, value])).toEqual([
      [4, "Record Id", "5.80502800005686E+18"],
    ]);
    expect(factsIn(cli, "deals")[0]).toMatchObject({
      sourceId: "3652397000001763003",
      category: "won",
      probability: 1_000_000,
    });
  });

  test("a deal that goes back to a stage on the same day has three entries of its history", async () => {
    const header = [
      "Record Id",
      "Deal Name.id",
      "Deal Name",
      "Stage",
      "Stage Duration (Calendar Days)",
      "Moved To",
      "Modified By",
      "Modified Time",
    ];
    const { object, rows, cli } = await importRows("Deals__2026_01_26.csv", [
      header,
      ["zcrm_1", "zcrm_9", "D", "Qualification", "0", "Needs Analysis", "Bob", "2024-01-01 10:00:00"],
      ["zcrm_2", "zcrm_9", "D", "Needs Analysis", "0", "Qualification", "Bob", "2024-01-01 11:00:00"],
      ["zcrm_3", "zcrm_9", "D", "Qualification", "0", "Closed Won", "Bob", "2024-01-01 12:00:00"],
    ]);
    expect([object, rows.added, rows.bad]).toEqual(["stage-history", 3, 0]);
    expect(factsIn(cli, "stageEvents").map(({ dealId, on }) => [dealId, on])).toEqual(
      Array.from({ length: 3 }, () => ["zoho:deals:9", "2024-01-01"]),
    );
  });

  test("notes are activities on the day they were made", async () => {
    const { object, columns, cli } = await importRows("Notes_Deals_2026.csv", [
      [
        "Record Id",
        "Note Owner.id",
        "Note Owner",
        "Note Title",
        "Note Content",
        "Parent ID.id",
        "Parent ID",
        "Created Time",
      ],
      ["zcrm_1", "zcrm_2", "Bob", "T", "one\ntwo", "zcrm_3", "D", "Oct 7, 2025 6:55 PM"],
    ]);
    expect([object, columns.length]).toEqual(["activities", 8]);
    expect(factsIn(cli, "activities")[0]).toMatchObject({
      on: "2025-10-07",
      text: "one\ntwo",
      ownerName: "Bob",
    });
  });

  test("a case belongs to its account, not to the person who reported it", async () => {
    const { source, cli } = await importRows("Cases_2026.csv", [
      [
        "Case Number",
        "Case Owner",
        "Subject",
        "Status",
        "Case Origin",
        "Reported By",
        "Account Name",
        "Case Reason",
      ],
      ["12", "Bob", "S", "Open", "Phone", "Mr X", "Acme", "Broken"],
    ]);
    expect([source, factsIn(cli, "cases")[0]!.customerName]).toEqual(["zoho", "Acme"]);
  });

  test("merged reports repeat a label or name its module in brackets", async () => {
    const table = await importRows(
      "Report.csv",
      [
        [
          "Deal Name(Deals)",
          "Account Name(Account Name)",
          "Amount(Amount)",
          "Stage(Stage)",
          "Created Time(Created Time)",
          "Account Owner(Account Owner).id",
        ],
        ["D", "Acme", "$1,234.50", "Closed Won", "30/10/2025", "zcrm_1"],
      ],
      { currency: "USD" },
    );
    expect([table.object, Object.values(fieldsOf(table))]).toEqual([
      "deals",
      ["name", "customer", "amount", "stage", "created"],
    ]);
    expect(factsIn(table.cli, "deals")[0]).toMatchObject({ amount: 123_450, createdOn: "2025-10-30" });
  });

  test.each([
    ["Deal Id", "Deal Name", "Deal Owner", "Company Name"],
    ["Potential Id", "Potential Name", "Potential Owner", "Client Name"],
    ["Record Id", "Project Name", "Project Owner", "Company Name"],
    ["Opportunity Id", "Opportunity Name", "Opportunity Owner", "Client Name"],
  ])("knows a deal whose module is called otherwise: %s, %s", async (id, name, owner, customer) => {
    const table = await importRows("export.csv", [
      [id, name, owner, `${customer}.id`, customer, "Amount", "Stage", "Closing Date"],
      ["zcrm_1", "P", "Ann", "zcrm_5", "Acme", "1,000", "Qualification", "31.12.2025 18:00"],
    ]);
    expect([table.source, table.object, table.rows.added]).toEqual(["zoho", "deals", 1]);
    expect(Object.values(fieldsOf(table)).toSorted().join(" ")).toBe(
      "amount customer customerId expectedClose id name owner stage",
    );
  });

  test("amounts grouped as in India are read", async () => {
    const { cli } = await importRows(
      "Products.csv",
      [
        ["Product Name", "Unit Price"],
        ["P", "$ 1,23,456.00"],
      ],
      { currency: "USD" },
    );
    expect(factsIn(cli, "products")[0]!.price).toBe(12_345_600);
  });
});
