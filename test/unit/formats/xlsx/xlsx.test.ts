import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../../core/base/day.ts";
import { readTables } from "../../../../formats/read-tables.ts";
import { readXlsx } from "../../../../formats/xlsx/read-xlsx.ts";
import { writeXlsx } from "../../../../formats/xlsx/write-xlsx.ts";
import type { XlsxBook, XlsxCell } from "../../../../formats/xlsx/xlsx-book.ts";

function book(...rows: readonly (readonly XlsxCell[])[]): XlsxBook {
  return { sheets: [{ name: "S", columns: [{ width: 10 }], rows: rows.map((cells) => ({ cells })) }] };
}

async function rowsOf(written: XlsxBook): Promise<unknown> {
  const result = await readXlsx(await writeXlsx(written));
  return result.ok && result.value[0]!.table.rows;
}

describe("writeXlsx", () => {
  test("keeps text text, numbers numbers, days days and formulas' results", async () => {
    const cells: XlsxCell[] = [
      "=1+1",
      { text: "-a" },
      { money: 123_456, digits: 2 },
      { number: 0.125, format: "percent" },
      { day: "2024-02-29" as Day },
      { formula: "C1*2", result: 2469.12, format: "decimal" },
    ];
    expect(await rowsOf(book(cells))).toEqual([
      ["=1+1", "-a", 1234.56, 0.125, { moment: "2024-02-29T00:00:00" }, 2469.12],
    ]);
  });

  test("gives the same bytes for the same book at any time", async () => {
    const first = await writeXlsx(book(["a"], [{ number: 1 }]));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await writeXlsx(book(["a"], [{ number: 1 }]))).toEqual(first);
  });

  test("makes sheet names safe and different", async () => {
    const sheet = { columns: [], rows: [{ cells: ["x"] }] };
    const bytes = await writeXlsx({
      sheets: [
        { ...sheet, name: "a/b" },
        { ...sheet, name: "A B" },
      ],
    });
    const result = await readXlsx(bytes);
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(["a b", "A B 2"]);
  });
});

describe("readTables", () => {
  test("goes by what a file is, not by what it is called", async () => {
    const text = await readTables(strToU8("a,b\n1,2\n"));
    expect(text.ok && text.value.kind).toBe("csv");
    const sheet = await readTables(await writeXlsx(book(["a"])));
    expect(sheet.ok && sheet.value.kind).toBe("xlsx");
  });

  test.each([
    ["customer.file.empty", new Uint8Array()],
    ["customer.file.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)],
    ["customer.file.not-a-table", strToU8("%PDF-1.7")],
    ["customer.file.not-a-table", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)],
    ["customer.file.zip", zipSync({ "a.csv": strToU8("a,b") })],
    ["customer.file.not-a-table", Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32)],
  ])("refuses with %s", async (key, bytes) => {
    expect(await readTables(bytes)).toEqual({ ok: false, error: [{ message: { key } }] });
  });

  test("knows a workbook with a password", async () => {
    const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...name]);
    expect(await readTables(bytes)).toEqual({
      ok: false,
      error: [{ message: { key: "customer.file.encrypted" } }],
    });
  });
});
