import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { TableName } from "../base/id.ts";
import { factCount } from "./lazy-pages.ts";
import type { Workspace } from "./workspace.ts";

export type Counts = Readonly<Record<TableName, number>>;

/** How many records each table holds.
 * @example countRecords(aSample()).members // => 9
 */
export function countRecords(workspace: Workspace): Counts {
  const rows = ROW_TABLES.map((table) => [table, workspace.rows[table].size]);
  const facts = FACT_TABLES.map((table) => [table, factCount(workspace.facts[table])]);
  return Object.fromEntries([...rows, ...facts]) as Counts;
}

/** Records in all tables together.
 * @example totalOf({ members: 9, deals: 3 }) // => 12
 */
export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Whether two states hold equally many records in every table.
 * @example sameCounts({ members: 9 }, { members: 8 }) // => false
 */
export function sameCounts(a: Counts, b: Counts): boolean {
  return [...ROW_TABLES, ...FACT_TABLES].every((table) => a[table] === b[table]);
}
