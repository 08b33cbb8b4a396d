import type { FactRef, RecordRef } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { recordOrigins } from "../../../core/vault/record-origin.ts";
import type { RecordOrigin } from "../../../core/vault/record-origin.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** Which file and line a record came from, of a record that two systems hold both; typed by hand where there is no file. */
export function rowOrigin(workspace: Workspace, ref: FactRef | RecordRef): Message {
  const [first, ...others] = recordOrigins(workspace, ref).map(placeOf);
  if (!first) return message("app.explain.typed");
  return others.reduce((said, other) => message("customer.match.origins", { first: said, other }), first);
}

function placeOf({ file, line }: RecordOrigin): Message {
  return line === null
    ? message("app.explain.whole-file", { file })
    : message("app.explain.line", { file, line });
}
