import type { Change } from "../../core/base/change.ts";
import type { Message } from "../../core/base/message.ts";
import { ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { commit } from "./commit.ts";
import { notify } from "./notice-store.ts";

/** What screens call: takes a command's result, commits its changes, and shows what went wrong.
 * An empty list of changes commits nothing. A form that has held its fields since it was opened hands in what it saw then as `seen`. */
export async function runCommand(
  label: Message,
  command: Result<readonly Change[]>,
  seen?: Workspace,
): Promise<Result<null>> {
  if (command.ok && command.value.length === 0) return ok(null);
  const outcome = command.ok ? await commit(label, command.value, seen) : command;
  if (!outcome.ok) for (const problem of outcome.error) notify({ tone: "failure", message: problem.message });
  return outcome;
}
