import type { AnyRecord } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { isFactTable } from "../apply-changes.ts";
import { heldById } from "../merge/held-by-id.ts";
import type { FactPage, Workspace } from "../workspace.ts";
import { isUntouched } from "./passage.ts";
import type { Passage } from "./passage.ts";

/** The records of a table that were written since the command looked, page by page: only pages that are new are read.
 * @example [...newRows({ seen: aSample(), now: aSample() }, "skills")].flat().length // => 12
 */
export function* newRows({ seen, now }: Passage, table: TableName): Generator<readonly AnyRecord[]> {
  if (isUntouched({ seen, now }, table)) return;
  if (!isFactTable(table)) {
    const before = seen.rows[table] as ReadonlyMap<string, AnyRecord>;
    yield [...(now.rows[table].values() as Iterable<AnyRecord>)].filter((row) => before.get(row.id) !== row);
    return;
  }
  const known = new Set<FactPage>(pagesOf(seen, table));
  const before = heldById(seen, table);
  for (const page of pagesOf(now, table)) {
    if (!known.has(page)) yield page.rows.filter((row) => before(row.id)?.record !== row);
  }
}

function pagesOf(workspace: Workspace, table: TableName & keyof Workspace["facts"]): readonly FactPage[] {
  return workspace.facts[table].pages as readonly FactPage[];
}
