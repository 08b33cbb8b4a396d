import { writeCsv } from "./csv/write-csv.ts";
import { writeXlsx } from "./xlsx/write-xlsx.ts";
import type { XlsxCell, XlsxSheet } from "./xlsx/xlsx-book.ts";

/** One table on its way into a file. */
export interface TableToWrite {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly format: "csv" | "xlsx";
  /** A form: what the reader is asked to write. Only in a workbook. */
  readonly asks?: Asked;
}

/** Where the answers of a form stand. */
export interface Asked {
  /** The column of the answers, from 0. */
  readonly column: number;
  /** The rows, from 0 below the heads, whose answer is one of a few. */
  readonly choices: readonly {
    readonly row: number;
    readonly values: readonly string[];
    readonly hint: string;
  }[];
}

/** The widest column, in characters. */
const MOST_WIDTH = 60;
/** In a form: the column of answers, the widest of the others in characters, and room for some sentences in points. */
const ANSWER_WIDTH = 48;
const MOST_FORM_WIDTH = 72;
const LONG_HEIGHT = 120;

/** A table as the bytes of a CSV file, or of a workbook with its heads frozen and filtered. */
export async function writeTable({
  name,
  columns,
  rows,
  format,
  asks,
}: TableToWrite): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "csv") return writeCsv([columns, ...rows]);
  if (asks) return writeXlsx({ title: name, sheets: [toForm({ name, columns, rows }, asks)] });
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

/** A sheet to be filled: lines break, the column of answers is wide, each empty one has a frame. */
function toForm(table: Pick<TableToWrite, "name" | "columns" | "rows">, asks: Asked): XlsxSheet {
  const { columns, filterRow: _filter, ...sheet } = toSheet(table);
  return {
    ...sheet,
    freeze: { rows: 1 },
    landscape: true,
    columns: columns.map(({ width }, at) => ({
      width: at === asks.column ? ANSWER_WIDTH : Math.min(width, MOST_FORM_WIDTH),
    })),
    rows: [
      { kind: "header", cells: table.columns },
      ...table.rows.map((row, at) => {
        const isOpen = row[asks.column] === "";
        const isLong = isOpen && asks.choices.every((choice) => choice.row !== at);
        return {
          cells: row.map((value, column) =>
            typeof value === "number"
              ? { number: value }
              : { text: value ?? "", wrap: true, asks: isOpen && column === asks.column },
          ),
          ...(isLong ? { height: LONG_HEIGHT } : {}),
        };
      }),
    ],
    choices: asks.choices.map((choice) => ({ ...choice, row: choice.row + 1, column: asks.column })),
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
