import type { Change } from "../../core/base/change.ts";
import type { Message } from "../../core/base/message.ts";
import { ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { commit } from "./commit.ts";
import { notify } from "./notice-store.ts";
import { currentWorkspace } from "./workspace-store.ts";

/** A command that is run at once, of the workspace as it is. */
export type Command = (workspace: Workspace) => Result<readonly Change[]>;

/** What a command answered, and the workspace that it was made of: the one on screen, or, for fields that a form has held, the
 * one that the form was opened with. */
export interface Made {
  readonly command: Result<readonly Change[]>;
  readonly seen: Workspace;
}

/** What screens call: commits the changes of a command, and shows what went wrong. No change commits nothing. What a command
 * was made of is always said, so that what has changed since is not written over. */
export async function runCommand(label: Message, by: Command | Made): Promise<Result<null>> {
  const { command, seen } = madeBy(by);
  if (command.ok && command.value.length === 0) return ok(null);
  const outcome = command.ok ? await commit(label, command.value, seen) : command;
  if (!outcome.ok) for (const problem of outcome.error) notify({ tone: "failure", message: problem.message });
  return outcome;
}

/** A command that is still to be run is run now. */
export function madeBy(by: Command | Made): Made {
  if (typeof by !== "function") return by;
  const seen = currentWorkspace();
  return { command: by(seen), seen };
}
