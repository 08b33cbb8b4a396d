import { failureMessage } from "../../core/bridge/failure.ts";
import type { BackupChoice, BackupListing } from "../../core/bridge/backup-contract.ts";
import { message } from "../../core/base/message.ts";
import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { BackupPort } from "../platform/backup-port.ts";
import { backupStore } from "./last-backup.ts";
import { currentSession } from "./session.ts";

/** Who makes automatic backups here. `null`: nobody. */
export async function backupPort(): Promise<BackupPort | null> {
  return (await currentSession().platform.loadBackups?.()) ?? null;
}

/** The backups of the folder, newest first. */
export async function listBackups(): Promise<Result<readonly BackupListing[]>> {
  const listed = await (await backupPort())?.list();
  if (!listed) return fail([{ message: failureMessage("failed") }]);
  return listed.ok ? listed : fail([{ message: message(`vault.auto.problem.${listed.error}`) }]);
}

/** Makes one now; how it went is in `backupStore`. */
export async function backUpNow(): Promise<void> {
  const state = await (await backupPort())?.backUpNow();
  if (state) backupStore.setState({ state });
}

/** Sets what the person chose; how it stands then is in `backupStore`. */
export async function chooseBackups(choice: BackupChoice): Promise<void> {
  const state = await (await backupPort())?.choose(choice);
  if (state) backupStore.setState({ state });
}

/** A backup of the list as bytes, decrypted where this computer has its passphrase or one is given. `"ask"`: it needs one. */
export async function openListed(
  name: string,
  passphrase: string | null,
): Promise<Result<Uint8Array<ArrayBuffer>> | "ask"> {
  const opened = await (await backupPort())?.open(name, passphrase);
  if (!opened) return fail([{ message: failureMessage("failed") }]);
  if (opened.ok) return opened;
  const { error } = opened;
  if (error === "no-passphrase" || (error === "wrong-passphrase" && passphrase === null)) return "ask";
  if (error === "wrong-passphrase" || error === "too-much-work" || error === "damaged")
    return fail([{ message: message(`vault.age.${error}`) }]);
  if (error === "no-answer") return fail([{ message: message("vault.auto.problem.no-answer") }]);
  return fail([{ message: failureMessage(error) }]);
}
