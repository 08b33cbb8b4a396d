import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { TableName } from "../base/id.ts";
import type { Counts } from "./counts.ts";

/** How many records a table holds in two states. */
export interface CountDifference {
  readonly table: TableName;
  readonly now: number;
  readonly then: number;
}

/** The tables in which at least one of two states holds records, in the order of the tables.
 * @example countDifferences({ members: 2, deals: 0 }, { members: 1, deals: 0 }) // => [{ table: "members", now: 2, then: 1 }]
 */
export function countDifferences(now: Counts, then: Counts): readonly CountDifference[] {
  return [...ROW_TABLES, ...FACT_TABLES]
    .map((table) => ({ table, now: now[table] ?? 0, then: then[table] ?? 0 }))
    .filter((difference) => difference.table !== "settings" && difference.now + difference.then > 0);
}
