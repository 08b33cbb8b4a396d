import type { Table, TableCell } from "../../base/table.ts";
import type { ImportColumn, ImportObject } from "../records.ts";
import { fieldOf } from "./import-field.ts";
import { decideDateOrder } from "./parse-day-cell.ts";
import type { DateOrder } from "./parse-day-cell.ts";
import { decideDecimal } from "./parse-number-cell.ts";
import type { DecimalMark } from "./parse-number-cell.ts";

/** A column with its decisions, and what could not be decided from its cells. */
export interface DecidedColumn extends ImportColumn {
  /** What the person is asked; the value in the column is what holds until they answer. */
  readonly open?: "date-order" | "decimal";
}

export interface DecideInput {
  readonly table: Table;
  readonly headerIndex: number;
  readonly object: ImportObject;
  readonly columns: readonly ImportColumn[];
  /** Settled for all columns that do not say otherwise. */
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: DecimalMark | undefined;
}

/** Decides the date order and the decimal mark of every column over all its rows, and notes the prefix of ids. What a column already says (from a
 * profile, or an answer) stays. A column that reads both ways takes the order of another one of the file, else day first.
 * @example decideColumns({ table: { rows: [["d"], ["30/10/2025"]], lines: [1, 2] }, headerIndex: 0, object: "orders", columns: [{ header: "d", field: "date" }] }) // => [{ header: "d", field: "date", dateOrder: "DMY" }]
 */
export function decideColumns(input: DecideInput): readonly DecidedColumn[] {
  const first = input.columns.map((column, index) => decide(input, column, index));
  return takeDates(takeDecimals(first));
}

/** A column that reads both ways takes the decimal comma that another column of the file proves. */
function takeDecimals(first: readonly DecidedColumn[]): readonly DecidedColumn[] {
  const hasComma = first.some((column) => column.decimal === "," && column.open === undefined);
  if (!hasComma) return first;
  return first.map(({ open, ...column }) =>
    open === "decimal" ? { ...column, decimal: "," } : open === undefined ? column : { ...column, open },
  );
}

function takeDates(first: readonly DecidedColumn[]): readonly DecidedColumn[] {
  const proved = first.find((column) => isTwoWay(column.dateOrder) && column.open === undefined)?.dateOrder;
  if (proved === undefined) return first;
  return first.map(({ open, ...column }) =>
    open === "date-order"
      ? { ...column, dateOrder: proved }
      : open === undefined
        ? column
        : { ...column, open },
  );
}

function isTwoWay(order: DateOrder | undefined): boolean {
  return order === "DMY" || order === "MDY";
}

function decide(input: DecideInput, column: ImportColumn, index: number): DecidedColumn {
  const kind = column.field === null ? undefined : fieldOf(input.object, column.field)?.kind;
  if (kind === "day") {
    const settled = column.dateOrder ?? input.dateOrder;
    if (settled !== undefined) return { ...column, dateOrder: settled };
    const { order, certain } = decideDateOrder(cellsOf(input, index), "DMY");
    const isSerial1904 = order === "serial1900" && input.table.is1904 === true;
    return {
      ...column,
      dateOrder: isSerial1904 ? "serial1904" : order,
      ...(certain ? {} : { open: "date-order" as const }),
    };
  }
  if (kind === "money" || kind === "number" || kind === "percent") {
    const settled = column.decimal ?? input.decimal;
    if (settled !== undefined) return { ...column, decimal: settled };
    const { mark, certain } = decideDecimal(cellsOf(input, index));
    return { ...column, decimal: mark, ...(certain ? {} : { open: "decimal" as const }) };
  }
  if (kind === "id" && hasZohoPrefix(input, index)) return { ...column, prefix: ZOHO_PREFIX };
  return column;
}

const ZOHO_PREFIX = "zcrm_";

/** Whether the first id of a column carries the prefix: files write it before all or none. */
function hasZohoPrefix(input: DecideInput, index: number): boolean {
  for (const cell of cellsOf(input, index)) {
    if (cell !== null && cell !== "") return typeof cell === "string" && cell.startsWith(ZOHO_PREFIX);
  }
  return false;
}

function* cellsOf(input: DecideInput, index: number): Generator<TableCell> {
  for (let row = input.headerIndex + 1; row < input.table.rows.length; row += 1) {
    yield input.table.rows[row]![index] ?? null;
  }
}
