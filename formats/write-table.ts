import { writeCsv } from "./csv/write-csv.ts";
import { writeXlsx } from "./xlsx/write-xlsx.ts";
import type { XlsxCell, XlsxSheet } from "./xlsx/xlsx-book.ts";

/** One table on its way into a file. */
export interface TableToWrite {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly format: "csv" | "xlsx";
}

/** The widest column, in characters. */
const MOST_WIDTH = 60;

/** A table as the bytes of a CSV file, or of a workbook with its heads frozen and filtered. */
export async function writeTable({
  name,
  columns,
  rows,
  format,
}: TableToWrite): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "csv") return writeCsv([columns, ...rows]);
  return writeBook({ title: name, tables: [{ name, columns, rows }] });
}

/** Several tables as one workbook, each on a sheet with its heads frozen and filtered. */
export async function writeBook({
  title,
  tables,
}: {
  readonly title: string;
  readonly tables: readonly Pick<TableToWrite, "name" | "columns" | "rows">[];
}): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({ title, sheets: tables.map(toSheet) });
}

function toSheet({ name, columns, rows }: Pick<TableToWrite, "name" | "columns" | "rows">): XlsxSheet {
  return {
    name,
    columns: columns.map((title, index) => ({ width: widthOf(title, rows, index) })),
    rows: [{ kind: "header", cells: columns }, ...rows.map((row) => ({ cells: row.map(toCell) }))],
    freeze: { rows: 1, columns: 1 },
    filterRow: 0,
  };
}

function toCell(value: string | number | null): XlsxCell {
  return typeof value === "number" ? { number: value } : value;
}

/** Chinese characters are about two wide. */
function widthOf(title: string, rows: TableToWrite["rows"], index: number): number {
  const texts = [title, ...rows.slice(0, 200).map((row) => String(row[index] ?? ""))];
  const widths = texts.map((text) => text.replaceAll(/[^\u0020-\u007e]/gu, "  ").length);
  return Math.min(MOST_WIDTH, Math.max(8, ...widths) + 2);
}
