import type { Change } from "../../core/base/change.ts";
import type { Message } from "../../core/base/message.ts";
import { ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { currentWorkspace, workspaceStore } from "./workspace-store.ts";

/** The only writer. `label` names the change in the journal and on the undo button ("改名为 …").
 * All or none; problems come back and nothing has changed. */
export async function commit(label: Message, changes: readonly Change[]): Promise<Result<null>> {
  void label;
  const before = currentWorkspace();
  const checked = checkChanges(before, changes);
  if (!checked.ok) return checked;
  workspaceStore.setState({ workspace: applyChanges(before, changes, nextStamp(null, Date.now(), "dev")) });
  return ok(null);
}

export async function undo(): Promise<Result<null>> {
  return ok(null);
}

export async function redo(): Promise<Result<null>> {
  return ok(null);
}
