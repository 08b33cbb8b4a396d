import type { Table } from "../../base/table.ts";
import { sheetHead } from "./sheet-head.ts";

/** The sheet of a file that holds targets: the first whose heads we know, else the first of all.
 * @example pickTargetSheet([{ sheet: "a", table: { rows: [["x"]], lines: [1] } }, { sheet: "b", table: { rows: [["姓名", "1月"]], lines: [1] } }]).sheet // => "b"
 */
export function pickTargetSheet<T extends { readonly table: Table }>(tables: readonly T[]): T | undefined {
  return tables.find(({ table }) => sheetHead(table) !== null) ?? tables[0];
}
