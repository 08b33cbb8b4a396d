import { describe, expect, test } from "vitest";
import {
  cliWithWorkspace,
  csvBytes,
  factsIn,
  fieldsOf,
  importFile,
  importRows,
} from "../../builders/import-files.ts";

const ORDERS = ["Order ID", "Order Date", "Amount", "Owner"];

describe("other systems", () => {
  test("Salesforce's footer is not data, whatever it prints below its totals", async () => {
    const { source, encoding, rows, cli } = await importRows(
      "report.csv",
      [
        [
          "Opportunity Owner",
          "Opportunity Name",
          "Opportunity ID (18 Digit)",
          "Stage",
          "Amount",
          "Close Date",
        ],
        ["Ann", "O", "0061234567890ABCDE", "Closed Won", "USD 1,234.00", "1/31/2025"],
        ["Grand Totals (1 records)", "", "", "", "USD 1,234.00", ""],
        [],
        ["Confidential Information - Do Not Distribute"],
        ["Copyright © 2000-2025 salesforce.com, inc. All rights reserved."],
      ],
      { encoding: "windows-1252", currency: "USD" },
    );
    expect([source, encoding, rows.read, rows.added]).toEqual(["salesforce", "windows-1252", 1, 1]);
    expect(factsIn(cli, "deals")[0]).toMatchObject({ amount: 123_400, expectedCloseOn: "2025-01-31" });
  });

  test("Pipedrive's organizations and people are known by their prefixes", async () => {
    const organizations = await importRows("export.csv", [
      ["Organization - ID", "Organization - Name", "Organization - Owner", "Organization - Address"],
      ["1", "Org", "Ann", "Main St 1"],
    ]);
    const people = await importRows("export.csv", [
      ["Person - ID", "Person - Name", "Person - Organization", "Person - Email", "Person - Phone"],
      ["1", "Eva", "Org", "e@x.example", "1"],
    ]);
    expect([organizations.source, organizations.object, people.object]).toEqual([
      "pipedrive",
      "customers",
      "contacts",
    ]);
    expect(factsIn(organizations.cli, "customers")[0]).toMatchObject({
      address: "Main St 1",
      ownerName: "Ann",
    });
  });

  test("HubSpot's deals, companies and tickets are told apart, behind a byte order mark", async () => {
    const kinds = [
      [
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Pipeline",
        "Amount",
        "Close Date",
        "Create Date",
        "Last Activity Date",
        "Deal owner",
        "Associated Company IDs (Primary)",
      ],
      [
        "Record ID",
        "Company name",
        "Company owner",
        "Create Date",
        "Phone Number",
        "Industry",
        "Last Activity Date",
        "Company Domain Name",
      ],
      ["Ticket ID", "Ticket name", "Ticket status", "Priority", "Ticket owner", "Create date"],
    ];
    const objects = [];
    for (const header of kinds) {
      const table = await importRows(
        "hubspot-crm-exports.csv",
        [header, header.map((name) => (/date/i.test(name) ? "2025-01-02 10:00" : "1"))],
        { encoding: "utf-8-bom" },
      );
      objects.push([table.object, table.rows.added]);
    }
    expect(objects).toEqual([
      ["deals", 1],
      ["customers", 1],
      ["cases", 1],
    ]);
  });

  test("Pipedrive's prefixes are passed over, and another currency is a bad row", async () => {
    const table = await importRows(
      "deals.csv",
      [
        [
          "Deal - ID",
          "Deal - Title",
          "Deal - Organization",
          "Deal - Value",
          "Deal - Currency (of Value)",
          "Deal - Stage",
          "Deal - Status",
          "Deal - Won time",
          "Deal - Lost time",
        ],
        ["1", "T", "Org", "100", "USD", "Proposal", "Won", "2025-02-03 10:00:00", ""],
        ["2", "U", "Org", "100", "EUR", "Proposal", "Lost", "", "2025-03-03 10:00:00"],
      ],
      { currency: "USD" },
    );
    expect(Object.values(fieldsOf(table)).join(" ")).toBe(
      "id name customer amount currency stage status closed closed",
    );
    expect(table.bad.map(({ line, column }) => [line, column])).toEqual([[3, "Deal - Value"]]);
    expect(factsIn(table.cli, "deals")[0]).toMatchObject({ category: "won", closedOn: "2025-02-03" });
  });
});

describe("encodings and numbers", () => {
  test("€ and ü of Windows-1252 are read on every platform, and a proved decimal comma holds for the file", async () => {
    const { encoding, delimiter, columns, cli } = await importRows(
      "orders.csv",
      [
        ["Order ID", "Customer", "Order Date", "Amount", "Paid"],
        ["1", "München GmbH", "03/04/2025", "1.234,50 €", "1.000"],
        ["2", "Köln", "13/04/2025", "2.000", "1.234"],
      ],
      { encoding: "windows-1252", delimiter: ";", currency: "EUR" },
    );
    expect([encoding, delimiter]).toEqual(["windows-1252", ";"]);
    expect(columns.map(({ decimal, dateOrder }) => decimal ?? dateOrder)).toEqual([
      undefined,
      undefined,
      "DMY",
      ",",
      ",",
    ]);
    expect(
      factsIn(cli, "orders").map(({ customerName, amount, paid }) => [customerName, amount, paid]),
    ).toEqual([
      ["München GmbH", 123_450, 100_000],
      ["Köln", 200_000, 123_400],
    ]);
  });

  test.each(["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030"] as const)(
    "reads Chinese in %s",
    async (encoding) => {
      const { cli } = await importRows(
        "商机.csv",
        [
          ["商机名称", "客户名称", "商机阶段", "商机金额"],
          ["年度框架", "北京某某科技有限公司", "谈判审核", "1.2万"],
        ],
        { encoding },
      );
      expect(factsIn(cli, "deals")[0]).toMatchObject({
        customerName: "北京某某科技有限公司",
        amount: 1_200_000,
      });
    },
  );

  test("ids of nineteen digits and ids guarded against Excel stay as they are", async () => {
    const { cli, bad } = await importRows("orders.csv", [
      ORDERS,
      ["1234567890123456789", "2025-01-01", "1", "A"],
      ['="0012"', "2025-01-01", "1", "A\r\nB"],
      ["'0013", "2025-01-01", "1", ""],
      ["1234567890123456789", "2025-01-01", "2", ""],
    ]);
    const orders = factsIn(cli, "orders");
    expect(orders.map(({ sourceId, ownerName }) => [sourceId, ownerName])).toEqual([
      ["1234567890123456789", "A"],
      ["0012", "A B"],
      ["0013", undefined],
    ]);
    expect(bad.map(({ line, column }) => [line, column])).toEqual([[6, "Order ID"]]);
  });

  test("a column of days that read both ways is marked as not certain", async () => {
    const open = await importRows("orders.csv", [ORDERS, ["1", "03/04/2025", "1", ""]]);
    expect(open.columns[1]).toEqual({
      header: "Order Date",
      field: "date",
      dateOrder: "DMY",
      certain: false,
    });
    const proved = await importRows("orders.csv", [ORDERS, ["1", "03/14/2025", "1", ""]]);
    expect(proved.columns[1]).toEqual({ header: "Order Date", field: "date", dateOrder: "MDY" });
  });

  test("NUL characters in a short file hold nothing", async () => {
    const { rows, cli } = await importRows("orders.csv", [
      ORDERS,
      ["1\0", "2025-01-01", "5\0", "A"],
      ["\0\0", ""],
    ]);
    expect([rows.read, factsIn(cli, "orders")[0]!.amount]).toEqual([1, 500]);
  });

  test("a hundred kinds of rows add up", async () => {
    const cells = ["", "5", "(1,234)", "1,234-", "５", "5%", "abc", "#REF!", "$5", "1e99"];
    const days = [
      "",
      "2025-01-01",
      "30/10/2025",
      "2025-02-30",
      "202604",
      "Oct 7, 2025 6:55 PM",
      "45351",
      "0",
      "x",
      "2025/1/1",
    ];
    const rows = days.flatMap((day, at) => cells.map((cell, index) => [`${at}-${index}`, day, cell, "A"]));
    const { rows: counts, bad } = await importRows("orders.csv", [ORDERS, ...rows, [], ["", "", ""]]);
    expect(counts).toEqual({ read: 100, added: 24, updated: 0, unchanged: 0, skipped: 0, bad: 76 });
    expect(bad).toHaveLength(76);
  });
});

describe("the command", () => {
  test.each([
    ["--mode auto", "{}", "--mode"],
    ["--map M", '{"encoding":"klingon"}', "encoding"],
    ["--map M", '{"fields":{"wann":"Order Date"}}', "wann"],
  ])("refuses %s of %s and writes nothing", async (options, map, named) => {
    const cli = await cliWithWorkspace();
    cli.put("M", map);
    const before = cli.files.get("W");
    const { exit } = await importFile(cli, { name: "orders.csv", bytes: csvBytes([ORDERS]) }, options);
    expect([exit, cli.out, cli.files.get("W") === before]).toEqual([2, "", true]);
    expect(cli.err).toContain(named);
  });

  test("a mapping's encoding may go by its everyday name, and a header that is not there is said", async () => {
    const cli = await cliWithWorkspace();
    cli.put("M", JSON.stringify({ object: "members", encoding: "GBK", fields: { name: "名", email: "信" } }));
    const bytes = csvBytes([["名"], ["王伟"]], { encoding: "gb18030" });
    const { exit, tables } = await importFile(cli, { name: "x.csv", bytes }, "--map M");
    expect([exit, tables[0]!.encoding, tables[0]!.rows.added]).toEqual([0, "gb18030", 1]);
    expect(cli.err).toContain("信");
  });
});
