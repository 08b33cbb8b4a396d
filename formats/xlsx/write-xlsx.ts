import { writeXlsx as writeWorkbook } from "hucre/xlsx";
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import type {
  XlsxBook,
  XlsxCell,
  XlsxChoice,
  XlsxNumberFormat,
  XlsxText,
  XlsxRow,
  XlsxSheet,
} from "./xlsx-book.ts";
import { xmlText } from "../xml-text.ts";

const FORMATS = { count: "#,##0", decimal: "#,##0.00", percent: "0.0%", day: "yyyy-mm-dd" } as const;
const TINT = { type: "pattern", pattern: "solid", fgColor: { rgb: "F1EEE7" } } as const;
const LINE = { style: "thin", color: { rgb: "8A857B" } } as const;
/** A workbook carries a time; a fixed one, so that the same book gives the same bytes. */
const WRITTEN_AT = new Date(Date.UTC(2000, 0, 1));

/** Named, for a font without a name falls back to a serif in some readers. */
const FONT = { name: "Calibri", size: 11 } as const;

const STYLE_BY_KIND: Readonly<Record<NonNullable<XlsxRow["kind"]>, CellStyle>> = {
  header: { font: { ...FONT, bold: true }, fill: TINT, border: { bottom: LINE } },
  total: { font: { ...FONT, bold: true }, border: { top: LINE } },
  title: { font: { ...FONT, bold: true, size: 16 } },
  note: { font: { ...FONT, color: { rgb: "6B675F" } } },
};

/** Writes a workbook. The same book gives the same bytes. Text stays text whatever it begins with; numbers, days and
 * formulas are real ones. */
export async function writeXlsx(book: XlsxBook): Promise<Uint8Array<ArrayBuffer>> {
  const names = safeNames(book.sheets);
  const bytes = await writeWorkbook({
    sheets: book.sheets.map((sheet, index) => toSheet(sheet, names[index]!)),
    properties: {
      creator: "Jiugong",
      created: WRITTEN_AT,
      modified: WRITTEN_AT,
      ...(book.title === undefined ? {} : { title: xmlText(book.title) }),
    },
  });
  return new Uint8Array(bytes);
}

function toSheet(sheet: XlsxSheet, name: string): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  for (const [rowIndex, row] of sheet.rows.entries()) {
    const base = row.kind === undefined ? undefined : STYLE_BY_KIND[row.kind];
    rows.push(
      row.cells.map((cell, columnIndex) => {
        const written = toCell(cell, base);
        if (written !== null) cells.set(`${rowIndex},${columnIndex}`, written);
        return written?.value ?? null;
      }),
    );
  }
  const tall = sheet.rows.flatMap(({ height }, at) =>
    height === undefined ? [] : [[at, { height }] as const],
  );
  return {
    name,
    rows,
    cells,
    ...(tall.length === 0 ? {} : { rowDefs: new Map(tall) }),
    columns: sheet.columns.map((column) => ({ width: column.width })),
    ...(sheet.freeze === undefined ? {} : { freezePane: sheet.freeze }),
    ...(sheet.choices === undefined ? {} : { dataValidations: sheet.choices.map(toValidation) }),
    ...(sheet.filterRow === undefined ? {} : { autoFilter: { range: filterRange(sheet, sheet.filterRow) } }),
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.landscape === true ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

function toValidation({ row, column, values, hint }: XlsxChoice): DataValidation {
  return {
    type: "list",
    values: values.map(xmlText),
    range: `${columnLetter(column)}${row + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorMessage: xmlText(hint),
    showInputMessage: true,
    inputMessage: xmlText(hint),
  };
}

function toCell(cell: XlsxCell, base: CellStyle | undefined): Partial<Cell> | null {
  if (cell === null) return base === undefined ? null : { value: null, type: "empty", style: base };
  if (typeof cell === "string") return withStyle({ value: xmlText(cell), type: "string" }, base);
  if ("text" in cell) {
    return withStyle({ value: xmlText(cell.text), type: "string" }, merge(base, textStyle(cell), cell.bold));
  }
  if ("day" in cell) {
    const value = new Date(`${cell.day}T00:00:00Z`);
    return withStyle({ value, type: "date" }, merge(base, { numFmt: FORMATS.day }, cell.bold));
  }
  if ("money" in cell) {
    const numFmt = cell.digits === 0 ? "#,##0" : `#,##0.${"0".repeat(cell.digits)}`;
    const value = cell.money / 10 ** cell.digits;
    return withStyle({ value, type: "number" }, merge(base, { numFmt }, cell.bold));
  }
  if ("formula" in cell) {
    const result = typeof cell.result === "string" ? xmlText(cell.result) : cell.result;
    const written: Partial<Cell> = {
      value: result,
      type: "formula",
      formula: xmlText(cell.formula),
      formulaResult: result,
    };
    return withStyle(written, merge(base, numberStyle(cell.format), cell.bold));
  }
  return withStyle({ value: cell.number, type: "number" }, merge(base, numberStyle(cell.format), cell.bold));
}

function textStyle(cell: XlsxText): CellStyle {
  const frame = cell.asks === true ? { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } } : {};
  if (cell.wrap !== true && cell.align === undefined) return frame;
  const wrap = cell.wrap === true ? ({ wrapText: true, vertical: "top" } as const) : {};
  return {
    ...frame,
    alignment: { ...wrap, ...(cell.align === "end" ? { horizontal: "right" as const } : {}) },
  };
}

function numberStyle(format: XlsxNumberFormat | undefined): CellStyle {
  if (format === undefined) return {};
  return { numFmt: typeof format === "string" ? FORMATS[format] : format.custom };
}

function merge(base: CellStyle | undefined, own: CellStyle, bold: boolean | undefined): CellStyle {
  const style = { ...base, ...own };
  return bold === true ? { ...style, font: { ...FONT, ...style.font, bold: true } } : style;
}

function withStyle(cell: Partial<Cell>, style: CellStyle | undefined): Partial<Cell> {
  return style === undefined || Object.keys(style).length === 0 ? cell : { ...cell, style };
}

function filterRange(sheet: XlsxSheet, row: number): string {
  const width = Math.max(1, sheet.rows[row]?.cells.length ?? sheet.columns.length);
  return `A${row + 1}:${columnLetter(width - 1)}${Math.max(sheet.rows.length, row + 1)}`;
}

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

function safeNames(sheets: readonly XlsxSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const plain = cutTo(31, sheet.name.replace(/[[\]:*?/\\\p{Cc}]/gu, " ").replace(/^'|'$/g, " ")) || "1";
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${cutTo(30 - String(count).length, plain)} ${count}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many characters, as Excel counts them; a character that would be cut in two goes whole. */
function cutTo(length: number, text: string): string {
  return xmlText(xmlText(text).trim().slice(0, length));
}
