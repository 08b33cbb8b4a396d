import { describe, expect, test } from "vitest";
import {
  cliWithWorkspace,
  csvBytes,
  factsIn,
  fieldsOf,
  importFile,
  importRows,
} from "../../builders/import-files.ts";

/** A header line and one row under it, cells by header. */
function oneRow(header: string, cells: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const headers = header.split(", ");
  return [headers, headers.map((name) => cells[name] ?? "")];
}

describe("Zoho's modules", () => {
  test("an account brings its website, phone, industry and last activity", async () => {
    const table = await importRows(
      "Accounts_2026_01_26.csv",
      oneRow(
        "Record Id, Account Owner.id, Account Owner, Account Name, Website, Phone, Industry, Billing Street, Billing Country, Last Activity Time, Created Time",
        {
          "Record Id": "zcrm_5",
          "Account Owner": "Ann",
          "Account Name": "Acme",
          Website: "acme.example",
          Phone: "010-1",
          Industry: "Steel",
          "Billing Street": "Main St 1",
          "Last Activity Time": "2025-12-01 09:00:00",
          "Created Time": "2024-09-09 13:20:35",
        },
      ),
    );
    expect([table.source, table.object]).toEqual(["zoho", "customers"]);
    expect(factsIn(table.cli, "customers")[0]).toMatchObject({
      sourceId: "5",
      website: "acme.example",
      phone: "010-1",
      address: "Main St 1",
      lastContactOn: "2025-12-01",
      createdOn: "2024-09-09",
    });
  });

  test("a contact's name is put together, its mobile goes before its phone", async () => {
    const table = await importRows(
      "Contacts_2026_01_26.csv",
      oneRow(
        "Record Id, Contact Owner.id, Contact Owner, First Name, Last Name, Account Name.id, Account Name, Email, Phone, Mobile, Title",
        {
          "Record Id": "zcrm_7",
          "First Name": "Eva",
          "Last Name": "Li",
          "Account Name.id": "zcrm_5",
          "Account Name": "Acme",
          Phone: "1",
          Mobile: "2",
          Title: "Buyer",
        },
      ),
    );
    expect([table.source, table.object]).toEqual(["zoho", "contacts"]);
    expect(factsIn(table.cli, "contacts")[0]).toMatchObject({
      name: "Eva Li",
      customerId: "zoho:customers:5",
      phone: "2",
      title: "Buyer",
    });
  });

  test("a call is an activity at its start", async () => {
    const table = await importRows(
      "Calls_2026_01_26.csv",
      oneRow(
        "Record Id, Subject, Call Type, Call Purpose, Call Start Time, Call Duration (in seconds), Call Result, Related To.id, Related To, Contact Name.id, Contact Name, Call Owner.id, Call Owner",
        {
          "Record Id": "zcrm_8",
          Subject: "Price",
          "Call Type": "Outbound",
          "Call Start Time": "2025-11-03 10:00:00",
          "Related To.id": "zcrm_9",
          "Call Owner": "Ann",
        },
      ),
    );
    expect([table.source, table.object]).toEqual(["zoho", "activities"]);
    expect(factsIn(table.cli, "activities")[0]).toMatchObject({
      on: "2025-11-03",
      kind: "Outbound",
      text: "Price",
      ownerName: "Ann",
    });
  });

  test("a task counts on the day it was closed, an open one on the day it is due", async () => {
    const header = "Record Id, Task Owner, Subject, Due Date, Status, Priority, Closed Time, Related To.id";
    const [names, closed] = oneRow(header, {
      "Record Id": "zcrm_1",
      Subject: "A",
      "Due Date": "2025-11-30",
      "Closed Time": "2025-11-20 10:00:00",
    });
    const [, open] = oneRow(header, { "Record Id": "zcrm_2", Subject: "B", "Due Date": "2025-12-01" });
    const table = await importRows("Tasks_2026_01_26.csv", [names!, closed!, open!]);
    expect([table.object, table.rows.added]).toEqual(["activities", 2]);
    expect(factsIn(table.cli, "activities").map(({ on }) => on)).toEqual(["2025-11-20", "2025-12-01"]);
  });

  test("a case brings number, subject, cause and solution", async () => {
    const table = await importRows(
      "Cases_2026_01_26.csv",
      oneRow(
        "Record Id, Case Number, Case Owner.id, Case Owner, Subject, Status, Priority, Type, Case Origin, Reported By, Account Name.id, Account Name, Case Reason, Solution, Created Time",
        {
          "Record Id": "zcrm_3",
          "Case Number": "1042",
          Subject: "Leak",
          Status: "Closed",
          Priority: "High",
          Type: "Complaint",
          "Account Name": "Acme",
          "Case Reason": "Seal worn",
          Solution: "Seal replaced",
          "Created Time": "2025-10-01 08:00:00",
        },
      ),
    );
    expect([table.source, table.object]).toEqual(["zoho", "cases"]);
    expect(factsIn(table.cli, "cases")[0]).toMatchObject({
      id: "zoho:cases:3",
      number: "1042",
      kind: "Complaint",
      subject: "Leak",
      priority: "High",
      cause: "Seal worn",
      remedy: "Seal replaced",
      openedOn: "2025-10-01",
    });
  });

  test("a deal's last activity is kept, its money may carry a sign", async () => {
    const { cli } = await importRows(
      "Deals_2026_01_26.csv",
      oneRow(
        "Record Id, Deal Owner.id, Deal Owner, Deal Name, Amount, Stage, Closing Date, Last Activity Time",
        {
          "Record Id": "zcrm_1",
          "Deal Name": "D",
          Amount: "$ 1,234",
          Stage: "Value Proposition",
          "Closing Date": "2026-02-01",
          "Last Activity Time": "Oct 7, 2025 6:55 PM",
        },
      ),
      { currency: "USD" },
    );
    expect(factsIn(cli, "deals")[0]).toMatchObject({
      amount: 123_400,
      probability: 400_000,
      lastActivityOn: "2025-10-07",
    });
  });

  test("ids are matched without zcrm_, which the batch keeps", async () => {
    const { columns, cli } = await importRows(
      "Deals_2026_01_26.csv",
      oneRow("Record Id, Deal Owner, Deal Name, Stage", {
        "Record Id": "zcrm_3652397000001763003",
        "Deal Name": "D",
        Stage: "Qualification",
      }),
    );
    expect(columns[0]).toEqual({ header: "Record Id", field: "id", prefix: "zcrm_" });
    expect(factsIn(cli, "deals")[0]!.sourceId).toBe("3652397000001763003");
  });

  test("a note on a deal or an account is an activity of its customer", async () => {
    const cli = await cliWithWorkspace();
    const header = ["Record Id", "Note Owner", "Note Content", "Parent ID.id", "Created Time"];
    const files = [
      [
        "Accounts_1.csv",
        [
          ["Record Id", "Account Owner", "Account Name"],
          ["zcrm_5", "Ann", "Acme"],
        ],
      ],
      [
        "Deals_1.csv",
        oneRow("Record Id, Deal Name, Account Name.id, Account Name, Stage", {
          "Record Id": "zcrm_1",
          "Deal Name": "D",
          "Account Name.id": "zcrm_5",
          Stage: "Qualification",
        }),
      ],
      [
        "Notes_1.csv",
        [
          header,
          ["zcrm_8", "Ann", "x", "zcrm_1", "2025-01-01"],
          ["zcrm_9", "Ann", "y", "zcrm_5", "2025-01-02"],
        ],
      ],
    ] as const;
    for (const [name, rows] of files) await importFile(cli, { name, bytes: csvBytes(rows) });
    expect(factsIn(cli, "activities").map(({ customerId, dealId }) => [customerId, dealId])).toEqual([
      ["zoho:customers:5", "zoho:deals:1"],
      ["zoho:customers:5", undefined],
    ]);
  });

  test("stage history is known by its own columns whatever the file is called", async () => {
    const { object, rows } = await importRows(
      "export.csv",
      oneRow(
        "Record Id, Deal Name.id, Deal Name, Stage, Stage Duration (Calendar Days), Probability (%), Moved To, Amount, Expected Revenue, Closing Date, Modified By.id, Modified By, Modified Time",
        {
          "Record Id": "zcrm_2",
          "Deal Name.id": "zcrm_1",
          "Deal Name": "D",
          Stage: "Qualification",
          "Modified Time": "2025-01-01 10:00:00",
        },
      ),
    );
    expect([object, rows.added]).toEqual(["stage-history", 1]);
  });

  test("Bigin's deals are known by their own labels", async () => {
    const table = await importRows(
      "Pipelines.csv",
      oneRow(
        "Deal Id, Deal Owner.id, Deal Owner, Deal Name, Company Name.id, Company Name, Sub-Pipeline, Stage, Amount",
        {
          "Deal Id": "zcrm_1",
          "Deal Name": "D",
          "Company Name.id": "zcrm_2",
          "Company Name": "Acme",
          Stage: "Qualification",
        },
      ),
    );
    expect([table.source, table.object]).toEqual(["zoho", "deals"]);
    expect(fieldsOf(table)["Company Name.id"]).toBe("customerId");
  });

  test.each([["Leads_2026_01_26.csv"], ["export.csv"]])(
    "leads are refused with the remedy: %s",
    async (name) => {
      const refused = importRows(
        name,
        oneRow("Record Id, Lead Owner.id, Lead Owner, Company, First Name, Last Name, Email, Lead Status", {
          "Record Id": "zcrm_1",
          Company: "Acme",
          "Last Name": "Li",
        }),
      );
      await expect(refused).rejects.toThrow(/Convert them in the CRM/);
    },
  );

  test.each([["Campaigns_2026.csv"], ["Vendors_2026.csv"], ["Quotes_001.csv"], ["Invoices.csv"]])(
    "what the book does not hold is not taken for customers: %s",
    async (name) => {
      const refused = importRows(
        name,
        oneRow("Record Id, Owner, Account Name, Status", { "Record Id": "zcrm_1", "Account Name": "A" }),
      );
      await expect(refused).rejects.toThrow(/does not keep this kind/);
    },
  );

  test("a damaged id of a looked-up deal is a bad row too", async () => {
    const { bad } = await importRows(
      "Notes_Deals_2026.csv",
      oneRow("Record Id, Note Owner, Note Content, Parent ID.id, Created Time", {
        "Record Id": "zcrm_1",
        "Note Content": "x",
        "Parent ID.id": "3.65239700000176E+18",
        "Created Time": "2025-01-01",
      }),
    );
    expect(bad.map(({ line, column }) => [line, column])).toEqual([[2, "Parent ID.id"]]);
  });
});
