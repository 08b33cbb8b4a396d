import { message } from "../../core/base/message.ts";
import type { Result } from "../../core/base/result.ts";
import { workspaceWithout } from "../../core/vault/person/erase-person.ts";
import type { EraseChoice } from "../../core/vault/person/erase-person.ts";
import { notify } from "./notice-store.ts";
import { replaceForGood } from "./replace-workspace.ts";
import { currentSession } from "./session.ts";

/** Erases a person for good: the state without them is all that this device holds from now on. Undo does not lead back, and
 * neither does a snapshot, a state put aside or the journal. Copies elsewhere are not in its reach. A file of before that another program
 * holds is said; it is removed at the next snapshot or start. */
export async function eraseForGood(choice: EraseChoice): Promise<Result<null>> {
  const label = message("vault.person.journal", { name: choice.neutral.name });
  const erased = await replaceForGood(label, (workspace, journal, stamp) =>
    workspaceWithout(workspace, journal, { ...choice, stamp }),
  );
  if (erased.ok && (await isSomethingLeft()))
    notify({ tone: "failure", message: message("vault.damage.left") });
  return erased;
}

async function isSomethingLeft(): Promise<boolean> {
  const found =
    (await currentSession()
      .platform.ledger.check?.()
      .catch(() => [])) ?? [];
  return found.some((one) => one.startsWith("left"));
}
