import { cellText } from "../../base/table.ts";
import type { Table } from "../../base/table.ts";
import { nameKey } from "../../team/name-key.ts";
import { ROLE_NAMES, UNIT_MARKS } from "../locales/sheet-words.ts";
import { periodOfText } from "./period-of-text.ts";
import type { NamedPeriod } from "./period-of-text.ts";

export type SheetRole = keyof typeof ROLE_NAMES;

/** What a column of a target sheet holds. */
export interface SheetColumn {
  readonly index: number;
  readonly header: string;
  /** `period`: the column's cells are the targets of it. */
  readonly role: SheetRole | "target" | "unknown";
  readonly period?: NamedPeriod;
}

/** How a target sheet is laid out. */
export interface SheetHead {
  /** `wide`: a row for each subject and a column for each period. `long`: a row for each target. */
  readonly form: "wide" | "long";
  /** The index of the row of heads. */
  readonly row: number;
  readonly columns: readonly SheetColumn[];
  /** What a bare number means, as a power of ten of the main unit, where the sheet says it; else `null`. */
  readonly power: number | null;
}

/** How many rows of titles may stand above the heads. */
const MOST_TITLES = 20;

/** Finds the row of heads and what each column holds: in the first rows the one with a column of people and either periods
 * or a period and a value. `null` when there is none.
 * @example sheetHead({ rows: [["单位：万元"], ["姓名", "1月", "2月", "合计"]], lines: [1, 2] })?.power // => 4
 */
export function sheetHead(table: Table): SheetHead | null {
  for (let row = 0; row < Math.min(MOST_TITLES, table.rows.length); row += 1) {
    const columns = table.rows[row]!.map((cell, index) => columnOf(cellText(cell).trim(), index));
    const has = (role: SheetColumn["role"]) => columns.some((column) => column.role === role);
    const isWide = has("target");
    const isLong = has("period") && has("value");
    if (!has("person") && !has("number") && !has("group")) continue;
    if (!isWide && !isLong) continue;
    const form = isWide ? "wide" : "long";
    return { form, row, columns: once(columns, form), power: powerOf(table, row) };
  }
  return null;
}

function columnOf(header: string, index: number): SheetColumn {
  const named = periodOfText(header);
  if (named) return { index, header, role: "target", period: named };
  const key = nameKey(header.replaceAll(/[(（][^)）]*[)）]/g, ""));
  const role = (Object.keys(ROLE_NAMES) as SheetRole[]).find((one) =>
    (ROLE_NAMES[one] as readonly string[]).includes(key),
  );
  return { index, header, role: role ?? "unknown" };
}

/** A role is one column's; in a wide sheet a second word for the value is nothing we know. */
function once(columns: readonly SheetColumn[], form: SheetHead["form"]): readonly SheetColumn[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    if (column.role === "target") return column;
    const isStrange = form === "wide" && (column.role === "value" || column.role === "period");
    if (seen.has(column.role) || isStrange) return { ...column, role: "unknown" };
    seen.add(column.role);
    return column;
  });
}

/** What the titles and heads say of the unit. */
function powerOf(table: Table, row: number): number | null {
  const text = table.rows
    .slice(0, row + 1)
    .flat()
    .map(cellText)
    .join("\n");
  return UNIT_MARKS.find(([mark]) => mark.test(text))?.[1] ?? null;
}
