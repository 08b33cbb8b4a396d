import type { Table } from "../../base/table.ts";
import { FAILED_SHEET } from "../locales/import-marks.ts";
import { detectTable, headersAt } from "./detect-table.ts";
import { REQUIRED_BY_OBJECT } from "./import-field.ts";
import { mapColumns } from "./map-columns.ts";
import { unreadObject } from "./unread-object.ts";

/** One table of a file. */
export interface NamedTable {
  readonly sheet?: string;
  readonly table: Table;
}

/** The tables of a file that hold records: those whose columns have what their object must have. Sheets of failed rows and
 * of what the book does not hold are left out. Without any such table the largest one, for the person to map.
 * @example pickTables([{ table: { rows: [["order_id", "order_date", "amount"], ["1", "2026-01-01", "5"]], lines: [1, 2] } }]).length // => 1
 */
export function pickTables(tables: readonly NamedTable[]): readonly NamedTable[] {
  const filled = tables.filter(
    ({ table, sheet }) => table.rows.length > 1 && !FAILED_SHEET.test(sheet ?? ""),
  );
  const known = filled.filter(isReadable);
  if (known.length > 0) return known;
  const bySize = filled.toSorted((a, b) => b.table.rows.length - a.table.rows.length);
  return bySize.length > 0 ? bySize.slice(0, 1) : tables.slice(0, 1);
}

function isReadable({ table, sheet }: NamedTable): boolean {
  const name = { fileName: "", ...(sheet === undefined ? {} : { sheetName: sheet }) };
  const { source, object, headerIndex } = detectTable(table, name);
  const headers = headersAt(table, headerIndex);
  if (unreadObject(headers, name) !== null) return false;
  const fields = new Set(mapColumns(headers, source, object).map(({ field }) => field));
  return REQUIRED_BY_OBJECT[object].every((group) => group.some((field) => fields.has(field)));
}
