import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { PlainBookLook } from "../../../../formats/xlsx/plain-book.ts";
import { readXlsx } from "../../../../formats/xlsx/read-xlsx.ts";
import { rawXlsx } from "../../../builders/raw-xlsx.ts";
import { sizedDealsXlsx } from "../../../builders/sized-deals.ts";

const CELLS = [
  '<c r="A1" t="inlineStr"><is><t>客户</t></is></c><c r="C1" t="b"><v>1</v></c>',
  '<c r="A2"><v>12.5</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="D2" t="str"><v>a_x000D_b</v></c>',
  '<c r="B5" s="1"><v>45000</v></c><c><v>7</v></c>',
];
const ROWS = `<row r="1">${CELLS[0]}</row><row r="2">${CELLS[1]}</row><row r="5">${CELLS[2]}</row><row r="9"/>`;
/** One cell merged with itself: no cell is another for it, but the book is not plain. */
const MERGED = '<mergeCells count="1"><mergeCell ref="A1:A1"/></mergeCells>';

function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = "xl/worksheets/sheet1.xml";
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) });
}

function merged(bytes: Uint8Array): Uint8Array {
  return withSheet(bytes, (xml) => xml.replace("</sheetData>", `</sheetData>${MERGED}`));
}

/** Cells at the end of a row that hold nothing say nothing. */
async function cellsOf(bytes: Uint8Array): Promise<unknown> {
  const read = await readXlsx(bytes);
  if (!read.ok) return read;
  return read.value.map(({ name, table }) => ({
    name,
    is1904: table.is1904,
    rows: table.rows.map((row) => {
      const last = row.findLastIndex((cell) => cell !== null && cell !== "");
      return Array.from({ length: last + 1 }, (_, at) => row[at] ?? null);
    }),
  }));
}

describe("a workbook read row by row", () => {
  it.each([
    ["a CRM's export", () => sizedDealsXlsx(300)],
    [
      "every kind of cell, with gaps",
      () => withSheet(rawXlsx([["x"]]), (xml) => xml.replace(/<row.*<\/row>/s, ROWS)),
    ],
    ["dates of 1904", () => rawXlsx([["x"], [1]], { date1904: true })],
  ])("has the cells of one read whole: %s", async (_, make) => {
    const bytes = await make();
    expect(await cellsOf(bytes)).toEqual(await cellsOf(merged(bytes)));
  });

  it("is refused where a row lies beyond every sheet", async () => {
    const bytes = withSheet(rawXlsx([["x"]]), (xml) => xml.replace('<row r="1"', '<row r="99999999"'));
    expect(await readXlsx(bytes)).toMatchObject({ ok: false });
  });
});

describe("the look at a workbook's parts", () => {
  const list = (sheets: string) => strToU8(`<workbook><sheets>${sheets}</sheets></workbook>`);
  const look = (workbook: Uint8Array, ...sheet: readonly string[]) => {
    const one = new PlainBookLook();
    one.see("xl/workbook.xml", workbook);
    for (const piece of sheet) one.see("xl/worksheets/sheet1.xml", strToU8(piece));
    return one.result();
  };
  const plain = list('<sheet name="客户" sheetId="1" r:id="rId1"/>');

  it("names the sheets of a plain one", () => {
    expect(look(plain, "<worksheet><c><v>1</v></c>")).toEqual({ sheetNames: ["客户"], is1904: false });
  });

  it("sees a formula that lies over two pieces", () => {
    expect(look(plain, "<worksheet><c><", "f>A1</f></c>")).toBeNull();
  });

  it.each([
    ["a hidden sheet", '<sheet name="a" state="hidden" r:id="rId1"/>'],
    ["a name with an entity", '<sheet name="a&amp;b" r:id="rId1"/>'],
    ["no sheet that it knows", '<x:sheet name="a" r:id="rId1"/>'],
  ])("leaves a book with %s to be read whole", (_, sheets) => {
    expect(look(list(sheets))).toBeNull();
  });
});
