import { create } from "zustand";
import type { Message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import type { ValueChange } from "../../../core/target/target-versions.ts";
import { lockedChanges, withVersion } from "../../../core/target/with-version.ts";
import { madeBy, runCommand } from "../../storage/run-command.ts";
import type { Command, Made } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";

/** What is asked for while a change of locked targets waits for its reason. */
export interface ReasonRequest {
  readonly changes: readonly ValueChange[];
  /** The reason, or `null`: the change is given up. */
  answer(reason: string | null): void;
}

export const useReasonRequest = create<{ readonly request: ReasonRequest | null }>(() => ({ request: null }));

/** What every screen calls that changes targets, in place of `runCommand`: where a target is locked it asks for the
 * reason first (`ReasonDrawer` of the room asks it) and commits targets and version together. Given up: a failure
 * without problems, and nothing has changed. */
export async function runTargetCommand(label: Message, by: Command | Made): Promise<Result<null>> {
  const { command, seen } = madeBy(by);
  if (!command.ok) return runCommand(label, { command, seen });
  const locked = lockedChanges(currentWorkspace().rows, command.value);
  if (locked.length === 0) return runCommand(label, { command, seen });
  const reason = await askReason(locked);
  if (reason === null) return fail([]);
  const on = useView.getState().today;
  const versioned = withVersion(currentWorkspace().rows, command.value, { on, reason });
  return runCommand(label, { command: versioned, seen });
}

function askReason(changes: readonly ValueChange[]): Promise<string | null> {
  return new Promise((answer) => {
    useReasonRequest.setState({
      request: {
        changes,
        answer(reason) {
          useReasonRequest.setState({ request: null });
          answer(reason);
        },
      },
    });
  });
}
