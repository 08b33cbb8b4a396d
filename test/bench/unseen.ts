import type { Workspace } from "../../core/vault/workspace.ts";

/** The same workspace as no memory has seen it: pages and tables are other objects, records are the same. */
export function unseen(workspace: Workspace): Workspace {
  const facts = Object.fromEntries(
    Object.entries(workspace.facts).map(([table, { pages, pageIndexById }]) => [
      table,
      { pages: pages.map(({ rows, stamps }) => ({ rows: [...rows], stamps })), pageIndexById },
    ]),
  ) as unknown as Workspace["facts"];
  const rows = Object.fromEntries(
    Object.entries(workspace.rows).map(([table, records]) => [table, new Map(records as never)]),
  ) as unknown as Workspace["rows"];
  return { ...workspace, rows, facts };
}
