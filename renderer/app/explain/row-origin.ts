import { FACT_TABLES } from "../../../core/base/id.ts";
import type { FactRef, FactTable, RecordRef } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { factById } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** Which file and line a record came from; typed by hand where there is no file. */
export function rowOrigin(workspace: Workspace, ref: FactRef | RecordRef): Message {
  if (!(FACT_TABLES as readonly string[]).includes(ref.table)) return message("app.explain.typed");
  const fact = factById(workspace, ref.table as FactTable, ref.id);
  const batch = fact?.batchId === undefined ? undefined : workspace.rows.batches.get(fact.batchId);
  if (!batch) return message("app.explain.typed");
  if (fact?.line === undefined) return message("app.explain.whole-file", { file: batch.fileName });
  return message("app.explain.line", { file: batch.fileName, line: fact.line });
}
