import type { FactRef, RecordRef } from "../base/id.ts";
import { inOrder } from "../customer/match/compose-kept.ts";
import { sourceOrder } from "../customer/match/source-order.ts";
import { twinsByKept } from "../customer/match/twin-record.ts";
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

/** Where a record came from, one place for each system that holds it, in the order in which they are heard; none when it was
 * typed here.
 * @example recordOrigins(aSample(), { table: "customers", id: "fxiaoke:customers:C0001" }).length // => 1
 */
export function recordOrigins(workspace: Workspace, ref: FactRef | RecordRef): readonly RecordOrigin[] {
  const twins = twinsByKept(workspace).get(ref.id);
  if (twins === undefined) {
    const origin = recordOrigin(workspace, ref);
    return origin === null ? [] : [origin];
  }
  return inOrder(twins, ref.id, sourceOrder(workspace)).flatMap(({ batchId, line }) => {
    const batch = batchId === undefined ? undefined : workspace.rows.batches.get(batchId);
    return batch ? [{ file: batch.fileName, line: line ?? null }] : [];
  });
}
