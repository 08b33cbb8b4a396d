import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../../formats/csv/read-csv.ts";
import type { CsvFile } from "../../../../formats/csv/read-csv.ts";
import { writeCsv } from "../../../../formats/csv/write-csv.ts";

function read(text: string): CsvFile {
  const result = readCsv(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.error[0]!.message.key);
  return result.value;
}

describe("readCsv", () => {
  test.each([
    [",", "a,b\n1,2\n"],
    [";", "a;b\n1,5;2\n2,5;3\n"],
    ["\t", "a\tb\n1\t2\n"],
    ["|", "a|b\n1|2\n"],
  ])("sniffs the delimiter %s", (delimiter, text) => {
    expect(read(text).delimiter).toBe(delimiter);
    expect(read(text).table.rows[0]).toEqual(["a", "b"]);
  });

  test("counts lines as the reader of the file does: a cell of three lines takes three", () => {
    const { table } = read('a,b\n1,"x\ny\nz"\n2,w\n\n3,v\n');
    expect(table.lines).toEqual([1, 2, 5, 6, 7]);
    expect(table.rows[1]).toEqual(["1", "x\ny\nz"]);
  });

  test("takes CRLF, LF and CR in one file for line ends", () => {
    expect(read("a,b\r\n1,2\n3,4\r5,6").table.rows).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });

  test("drops blank lines at the end and NUL characters anywhere", () => {
    expect(read("a,b\n1\0,2\n,\n\n\n").table.rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("a quote that never closes costs its own line only", () => {
    const { table } = read('a,b\n1,"x\n2,y\n3,z\n');
    expect(table.rows).toEqual([["a", "b"], [{ error: '1,"x' }], ["2", "y"], ["3", "z"]]);
    expect(table.lines).toEqual([1, 2, 3, 4]);
  });

  test("refuses a cell of more than a million characters", () => {
    const result = readCsv(new TextEncoder().encode(`a,b\n${"x".repeat(1_000_001)},1\n`));
    expect(result).toEqual({ ok: false, error: [{ message: { key: "customer.file.cell-too-long" } }] });
  });

  test("tells its progress", () => {
    const shares: number[] = [];
    const text = "a,b\n".repeat(300_000);
    readCsv(new TextEncoder().encode(text), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
  });

  test("reads back what writeCsv wrote, whatever the text", () => {
    const cell = fc.string().filter((text) => !/[\r\0]/.test(text) && !/^[=+\-@\t]/.test(text));
    const rows = fc.array(fc.tuple(fc.constant("k"), cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const result = readCsv(writeCsv(table), { delimiter: "," });
        expect(result.ok && result.value.table.rows).toEqual(table);
      }),
    );
  });
});

describe("writeCsv", () => {
  test("writes a byte order mark, CRLF, and quotes where needed", () => {
    const bytes = writeCsv([["客户", 'a "b"', "x,y"]]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('客户,"a ""b""","x,y"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@a", "\tx", "\rx"])("makes the text %j harmless", (text) => {
    expect(new TextDecoder().decode(writeCsv([[text]])).replaceAll('"', "")).toBe(`'${text}\r\n`);
  });

  test("leaves negative numbers numbers", () => {
    expect(new TextDecoder().decode(writeCsv([[-1.5, null]]))).toBe("-1.5,\r\n");
  });
});
