import type { AnyRecord } from "../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { TableName } from "../base/id.ts";
import { isSame } from "../base/same.ts";
import { isFactTable } from "./apply-changes.ts";
import { countRecords } from "./counts.ts";
import { factsOf } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** How one table differs between two states. */
export interface TableDifference {
  readonly table: TableName;
  /** Records in each. */
  readonly now: number;
  readonly other: number;
  /** Records that are in one alone, or in both with other contents. */
  readonly different: number;
}

/** Compares two states table by table, by the records' ids and contents; tables that are empty in both are left out.
 * @example compareWorkspaces(aSample(), aSample()).every((table) => table.different === 0) // => true
 */
export function compareWorkspaces(now: Workspace, then: Workspace): readonly TableDifference[] {
  const countsNow = countRecords(now);
  const countsThen = countRecords(then);
  return [...ROW_TABLES, ...FACT_TABLES]
    .filter((table) => countsNow[table] + countsThen[table] > 0)
    .map((table) => ({
      table,
      now: countsNow[table],
      other: countsThen[table],
      different: countDifferent(recordsOf(now, table), recordsOf(then, table)),
    }));
}

function countDifferent(now: readonly AnyRecord[], then: readonly AnyRecord[]): number {
  const thenById = new Map(then.map((record) => [record.id, record]));
  let same = 0;
  let shared = 0;
  for (const record of now) {
    const other = thenById.get(record.id);
    if (!other) continue;
    shared += 1;
    if (isSame(record, other)) same += 1;
  }
  return now.length + then.length - shared - same;
}

function recordsOf(workspace: Workspace, table: TableName): readonly AnyRecord[] {
  return isFactTable(table) ? factsOf(workspace, table) : [...workspace.rows[table].values()];
}
