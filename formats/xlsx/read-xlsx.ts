import { readXlsx as readWorkbook } from "hucre/xlsx";
import type { CellValue, Sheet } from "hucre/xlsx";
import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Table, TableCell } from "../../core/base/table.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import { checkZip } from "../zip/check-zip.ts";

/** One sheet that a person can see, with its cells' values: formulas as their last result, merged cells filled down. */
export interface XlsxSheetTable {
  readonly name: string;
  readonly table: Table;
}

const ERROR_VALUE = /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

/** Reads the visible sheets of a workbook after its central directory has been checked: nothing is unpacked that is too
 * large or is not what it declares. Dates keep the day that the sheet shows, in the 1900 and the 1904 system. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<readonly XlsxSheetTable[]>> {
  const entries = await checkZip(bytes);
  if (!entries.ok) return entries;
  if (!entries.value.some((entry) => /^xl\/workbook\.\w+$/.test(entry.name))) {
    return fail([{ message: message("customer.file.not-xlsx") }]);
  }
  try {
    const book = await readWorkbook(bytes, { sheets: (info) => !info.hidden && !info.veryHidden });
    const sheets = book.sheets.map((sheet) => ({
      name: sheet.name,
      table: toTable(sheet, book.dateSystem === "1904"),
    }));
    return ok(sheets);
  } catch (error) {
    if (error instanceof TooLong) return fail([{ message: message("customer.file.cell-too-long") }]);
    const tooMany = error instanceof Error && /cell|limit|large/i.test(error.message);
    return fail([{ message: message(tooMany ? "customer.file.too-many-cells" : "customer.file.damaged") }]);
  }
}

class TooLong extends Error {}

/** The library's rows are nobody else's: what must be another cell is replaced where it stands, in one pass over all cells. */
function toTable(sheet: Sheet, is1904: boolean): Table {
  const rows = sheet.rows as TableCell[][];
  for (const row of sheet.rows) {
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at];
      if (typeof value !== "string") {
        if (typeof value === "object" || typeof value === "number") (row as TableCell[])[at] = toCell(value);
      } else if (value.length > FILE_LIMITS.cellLength) throw new TooLong();
      else if (value.startsWith("#") && ERROR_VALUE.test(value)) (row as TableCell[])[at] = { error: value };
    }
  }
  markUnsolved(sheet, rows);
  for (const merge of sheet.merges ?? []) fillDown(rows, merge);
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === null || cell === "")) rows.pop();
  return { rows, lines: rows.map((_, index) => index + 1), ...(is1904 ? { is1904: true as const } : {}) };
}

/** A formula whose result was never saved is no empty cell: it is shown as what it is, an error. */
function markUnsolved(sheet: Sheet, rows: TableCell[][]): void {
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || (cell.value ?? null) !== null) continue;
    const [row, column] = place.split(",").map(Number);
    const cells = rows[row!];
    if (cells !== undefined) cells[column!] = { error: `=${cell.formula}` };
  }
}

function toCell(value: Exclude<CellValue, string>): TableCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? { error: "#VALUE!" }
      : { moment: value.toISOString().slice(0, 19) };
  }
  if (typeof value === "number" && !Number.isFinite(value)) return { error: String(value) };
  return value;
}

/** A cell merged over several rows speaks for each of them: a header of two rows, a customer over their orders. */
function fillDown(
  rows: TableCell[][],
  merge: { readonly startRow: number; readonly startCol: number; readonly endRow: number },
): void {
  const value = rows[merge.startRow]?.[merge.startCol];
  if (value === undefined || value === null || value === "") return;
  const end = Math.min(merge.endRow, rows.length - 1);
  for (let row = merge.startRow + 1; row <= end; row += 1) rows[row]![merge.startCol] ??= value;
}
