import type { FactRef, RecordRef } from "../base/id.ts";
import { recordById } from "./apply-changes.ts";
import type { Workspace } from "./workspace.ts";

/** The file and line a record came from. */
export interface RecordOrigin {
  readonly file: string;
  readonly line: number | null;
}

/** Where a record came from: its import's file and its line there; `null` when it was typed here.
 * @example recordOrigin(aSample(), { table: "customers", id: "fxiaoke:customers:C0001" }).line // => 2
 * @example recordOrigin(aSample(), { table: "groups", id: "sample-1" }) // => null
 */
export function recordOrigin(workspace: Workspace, ref: FactRef | RecordRef): RecordOrigin | null {
  const record = recordById(workspace, ref.table, ref.id) as
    { readonly batchId?: string; readonly line?: number } | undefined;
  if (record?.batchId === undefined) return null;
  const batch = workspace.rows.batches.get(record.batchId);
  return batch ? { file: batch.fileName, line: record.line ?? null } : null;
}
