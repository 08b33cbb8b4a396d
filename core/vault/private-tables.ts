import type { RowTable } from "../base/id.ts";
import type { Workspace } from "./workspace.ts";

/** Tables of what is said between two people. They are in the person's own backups, and in nothing that is made to be given
 * to others: no document, no share file, no search. */
export const PRIVATE_TABLES: readonly RowTable[] = ["oneToOneNotes"];

/** A workspace without what is private: what documents and files for others are made from.
 * @example withoutPrivate(aSample()).rows.oneToOneNotes.size // => 0
 */
export function withoutPrivate(workspace: Workspace): Workspace {
  const bare = Object.fromEntries(PRIVATE_TABLES.map((table) => [table, new Map()]));
  return {
    ...workspace,
    rows: { ...workspace.rows, ...bare },
    rowStamps: { ...workspace.rowStamps, ...bare },
  };
}
