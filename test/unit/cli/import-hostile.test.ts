import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../core/vault/workspace.ts";
import {
  cliWithWorkspace,
  csvBytes,
  factsIn,
  importFile,
  importRows,
  workspaceIn,
  xlsxBytes,
} from "../../builders/import-files.ts";
import { rawXlsx } from "../../builders/raw-xlsx.ts";

const HEADER = ["Order ID", "Customer", "Order Date", "Amount"];
const ROW = ["1", "Acme", "2026-01-02", "5"];

async function importBytes(name: string, bytes: Uint8Array) {
  const cli = await cliWithWorkspace();
  return { cli, ...(await importFile(cli, { name, bytes })) };
}

describe("files that are not what they seem", () => {
  test.each([
    ["a CSV named .xlsx", "orders.xlsx", csvBytes([HEADER, ROW])],
    ["UTF-16 without a mark", "orders.csv", csvBytes([HEADER, ROW], { encoding: "utf-16le" }).slice(2)],
    ["tabs", "orders.tsv", csvBytes([HEADER, ROW], { delimiter: "\t" })],
    ["bars", "orders.txt", csvBytes([HEADER, ROW], { delimiter: "|" })],
    ["semicolons", "orders.csv", csvBytes([HEADER, ROW], { delimiter: ";", lineEnd: "\r" })],
  ])("%s is read", async (_, name, bytes) => {
    const { exit, tables } = await importBytes(name, bytes);
    expect([exit, tables[0]?.rows.added]).toEqual([0, 1]);
  });

  test("a workbook without a sheet is refused as empty", async () => {
    const whole = unzipSync(await xlsxBytes({ Orders: [HEADER, ROW] }));
    const book = strFromU8(whole["xl/workbook.xml"]!).replace(/<sheet .*?\/>/g, "");
    const bytes = zipSync({ ...whole, "xl/workbook.xml": strToU8(book) });
    const { exit, cli } = await importBytes("orders.xlsx", bytes);
    expect([exit, cli.err]).toEqual([3, expect.stringMatching(/no data/)]);
  });

  test.each([
    ["a web page named .xls", "deals.xls", "<html><table><tr><td>Order ID</td></tr></table></html>"],
    ["a page with its kind before it", "orders.xlsx", "\ufeff\n<!DOCTYPE html>\n<html></html>"],
    ["XML", "orders.csv", '<?xml version="1.0"?><Workbook/>'],
  ])("%s is refused with the remedy", async (_, name, text) => {
    const { exit, cli } = await importBytes(name, new TextEncoder().encode(text));
    expect([exit, cli.err]).toEqual([3, expect.stringMatching(/web page or XML.*save it as \.xlsx/)]);
  });

  test("a workbook named .csv is read", async () => {
    const { tables } = await importBytes("orders.csv", await xlsxBytes({ Orders: [HEADER, ROW] }));
    expect([tables[0]!.encoding, tables[0]!.rows.added]).toEqual(["xlsx", 1]);
  });
});

describe("ugly tables", () => {
  test("a contact whose two names together are longer than a name may be keeps its beginning", async () => {
    const { rows, cli } = await importRows("Contacts_2026_11_23.csv", [
      ["Record Id", "First Name", "Last Name", "Account Name"],
      ["zcrm_71000000000000001", "a".repeat(150), "b".repeat(150), "Acme"],
    ]);
    expect(rows.added).toBe(1);
    expect(factsIn(cli, "contacts")[0]!.name).toBe(`${"a".repeat(150)} ${"b".repeat(49)}`);
  });

  test("300 columns, blank tails and names of objects' insides harm nothing", async () => {
    const wide = Array.from({ length: 300 }, (_, at) => `Extra ${at}`);
    const { rows, cli } = await importRows("orders.csv", [
      [...HEADER, "__proto__", "constructor", ...wide],
      [...ROW, "polluted", "x", ...wide],
      [],
      ["", "", "", ""],
    ]);
    expect([rows.read, rows.added]).toEqual([1, 1]);
    expect(Object.keys(factsIn(cli, "orders")[0]!)).not.toContain("__proto__");
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test.each([["__proto__"], ["constructor"], ["toString"]])(
    "%s as owner, stage, currency and id is only text",
    async (word) => {
      const { rows, exit } = await importRows("deals.csv", [
        ["Deal Id", "Deal Name", "Deal Owner", "Stage", "Amount", "Currency"],
        [word, word, word, word, "", ""],
        ["2", word, word, word, "5", word],
      ]);
      expect([exit, rows.added, rows.bad]).toEqual([1, 1, 1]);
    },
  );

  test("of two columns of one label the first is read", async () => {
    const { cli } = await importRows("orders.csv", [
      [...HEADER, "Amount"],
      [...ROW, "9"],
    ]);
    expect(factsIn(cli, "orders")[0]!.amount).toBe(500);
  });

  test("lines are those that an editor counts: titles, blank lines and cells of several lines count", async () => {
    const { headerRow, bad } = await importRows("orders.csv", [
      ["Orders of\nJanuary"],
      [],
      [...HEADER],
      ["1", "Acme\nInc", "2026-01-02", "5"],
      ["2", "Acme", "2026-02-30", "5"],
      ["1", "Acme", "2026-01-02", "5"],
    ]);
    expect(headerRow).toBe(4);
    expect(bad.map(({ line, column, value }) => [line, column, value])).toEqual([
      [7, "Order Date", "2026-02-30"],
      [8, "Order ID", "1"],
    ]);
  });

  test("a header over two rows of merged cells is read by its lower row", async () => {
    const { tables } = await importBytes(
      "orders.xlsx",
      rawXlsx(
        [
          ["Order ID", "Customer", "When and what", null],
          [null, null, "Order Date", "Amount"],
          ["1", "Acme", "2026-01-02", 5],
        ],
        { merges: ["A1:A2", "B1:B2", "C1:D1"] },
      ),
    );
    expect([tables[0]!.headerRow, tables[0]!.rows.added]).toEqual([2, 1]);
  });

  test("an error that a CSV keeps as text is a bad row", async () => {
    const { bad } = await importRows("orders.csv", [
      HEADER,
      ["1", "#N/A", "2026-01-02", "5"],
      ["2", "A", "2026-01-02", "#REF!"],
    ]);
    expect(bad.map(({ line, column }) => [line, column])).toEqual([
      [2, "Customer"],
      [3, "Amount"],
    ]);
  });

  test("more than a thousand bad rows are all listed", async () => {
    const many = Array.from({ length: 1200 }, (_, at) => [String(at), "A", "soon", "5"]);
    const { bad, rows } = await importRows("orders.csv", [HEADER, ...many]);
    expect([rows.bad, bad.length]).toEqual([1200, 1200]);
  });

  test("an amount in the currency of its header is a bad row where that is not the workspace's", async () => {
    const { bad } = await importRows("orders.csv", [
      ["Order ID", "Order Date", "Amount (USD)"],
      ["1", "2026-01-02", "5"],
    ]);
    expect(bad.map(({ column }) => column)).toEqual(["Amount (USD)"]);
  });
});

describe("workbooks", () => {
  test("a formula's last result is read; one without a result is a bad row", async () => {
    const { tables, cli } = await importBytes(
      "orders.xlsx",
      rawXlsx([
        HEADER,
        ["1", "Acme", "2026-01-02", { formula: "2*3", value: 6 }],
        ["2", "Acme", "2026-01-02", { formula: "2*3" }],
      ]),
    );
    expect(factsIn(cli, "orders").map(({ amount }) => amount)).toEqual([600]);
    expect(tables[0]!.bad.map(({ line, column }) => [line, column])).toEqual([[3, "Amount"]]);
  });

  test("an error cell is a bad row", async () => {
    const { tables } = await importBytes(
      "orders.xlsx",
      rawXlsx([HEADER, ["1", "Acme", "2026-01-02", { error: "#DIV/0!" }]]),
    );
    expect(tables[0]!.bad.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, "Amount", "#DIV/0!"],
    ]);
  });

  test("an id of 19 digits kept as a number has lost its end and is a bad row", async () => {
    const { tables } = await importBytes(
      "orders.xlsx",
      rawXlsx([HEADER, [{ raw: "3652397000001763003" }, "Acme", "2026-01-02", 5]]),
    );
    expect(tables[0]!.bad.map(({ column }) => column)).toEqual(["Order ID"]);
  });

  test.each([
    [false, "2026-01-02"],
    [true, "2030-01-03"],
  ])(
    "days kept as bare numbers are read by the workbook's own calendar (1904: %s)",
    async (date1904, day) => {
      const { cli } = await importBytes(
        "orders.xlsx",
        rawXlsx([HEADER, ["1", "Acme", 46_024, 5]], { date1904 }),
      );
      expect(factsIn(cli, "orders")[0]!.on).toBe(day);
    },
  );

  test("a cell at the far end of the sheet costs no memory", async () => {
    const before = process.memoryUsage().rss;
    const { tables, exit } = await importBytes("orders.xlsx", rawXlsx([HEADER, ROW], { far: "XFD1048576" }));
    expect([0, 1, 3]).toContain(exit);
    expect(tables[0]?.rows.added ?? 0).toBeLessThan(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  test.each([
    [
      "a workbook with a password",
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...[..."EncryptedPackage"].flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
      /password/,
    ],
    ["a workbook of Excel 97", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), /\.xlsx/],
    ["a bomb", rawXlsx([HEADER, ROW], { bomb: true }), /far larger|more/i],
    ["external entities", rawXlsx([HEADER, ROW], { doctype: true }), /entit/],
    ["half a workbook", rawXlsx([HEADER, ROW]).slice(0, 400), /damaged/],
    ["an archive of nothing", zipSync({ "a.bin": strToU8("x") }), /no CSV/],
  ])("%s is refused and nothing is written", async (_, bytes, reason) => {
    const { exit, cli } = await importBytes("orders.xlsx", bytes);
    expect([exit, rowsOf(workspaceIn(cli), "batches")]).toEqual([3, []]);
    expect(cli.err).toMatch(reason);
  });
});

describe("sizes", () => {
  test("a cell of 100 MB is refused", async () => {
    const text = new Uint8Array(100_000_000).fill(97);
    const head = strToU8('Order ID,Order Date,Amount,Customer\n1,2026-01-02,5,"');
    const bytes = new Uint8Array(head.length + text.length + 2);
    bytes.set(head);
    bytes.set(text, head.length);
    bytes.set(strToU8('"\n'), head.length + text.length);
    const { exit, cli } = await importBytes("orders.csv", bytes);
    expect([exit, cli.err]).toEqual([3, expect.stringMatching(/million characters/)]);
  }, 60_000);

  test("a table of ten million cells is refused", async () => {
    const line = `${",".repeat(999)}\n`;
    const { exit, cli } = await importBytes("orders.csv", strToU8(line.repeat(10_001)));
    expect([exit, cli.err]).toEqual([3, expect.stringMatching(/ten million cells/)]);
  }, 60_000);
});
