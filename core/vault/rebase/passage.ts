import type { TableName } from "../../base/id.ts";
import { isFactTable } from "../apply-changes.ts";
import type { Workspace } from "../workspace.ts";

/** What a command saw, and what is there when its changes are to be written. */
export interface Passage {
  readonly seen: Workspace;
  readonly now: Workspace;
}

/** Whether nobody wrote to a table in between.
 * @example isUntouched({ seen: aSample(), now: aSample() }, "skills") // => false
 */
export function isUntouched({ seen, now }: Passage, table: TableName): boolean {
  return isFactTable(table) ? seen.facts[table] === now.facts[table] : seen.rows[table] === now.rows[table];
}
