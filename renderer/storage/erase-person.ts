import { message } from "../../core/base/message.ts";
import type { Result } from "../../core/base/result.ts";
import { workspaceWithout } from "../../core/vault/person/erase-person.ts";
import type { EraseChoice } from "../../core/vault/person/erase-person.ts";
import { replaceForGood } from "./replace-workspace.ts";

/** Erases a person for good: the state without them is all that this device holds from now on. Undo does not lead back, and
 * neither does a snapshot, a state put aside or the journal. Copies elsewhere are not in its reach. */
export function eraseForGood(choice: EraseChoice): Promise<Result<null>> {
  const label = message("vault.person.journal", { name: choice.neutral.name });
  return replaceForGood(label, (workspace, journal, stamp) =>
    workspaceWithout(workspace, journal, { ...choice, stamp }),
  );
}
