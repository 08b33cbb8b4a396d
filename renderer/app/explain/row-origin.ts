import type { FactRef, RecordRef } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { recordOrigin } from "../../../core/vault/record-origin.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** Which file and line a record came from; typed by hand where there is no file. */
export function rowOrigin(workspace: Workspace, ref: FactRef | RecordRef): Message {
  const origin = recordOrigin(workspace, ref);
  if (!origin) return message("app.explain.typed");
  const { file, line } = origin;
  return line === null
    ? message("app.explain.whole-file", { file })
    : message("app.explain.line", { file, line });
}
