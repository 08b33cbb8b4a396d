import { writeBackup } from "./backup.ts";
import { backupStore } from "./last-backup.ts";
import type { BackupState } from "../../core/bridge/backup-contract.ts";
import { message } from "../../core/base/message.ts";
import { notify } from "./notice-store.ts";
import { currentSession } from "./session.ts";
import { workspaceStore } from "./workspace-store.ts";

let isFollowing = false;

/** Begins automatic backups of the open workspace, and lets the screens know how they stand. Where the browser may clear data unasked,
 * it is asked here not to. */
export async function followBackups(): Promise<void> {
  void currentSession()
    .platform.storageRoom?.()
    .catch(() => undefined);
  const backups = await currentSession().platform.loadBackups?.();
  if (!backups) return;
  if (!isFollowing) {
    isFollowing = true;
    workspaceStore.subscribe(({ workspace }, before) => {
      if (!workspace) backups.stop();
      else if (before.workspace) backups.noteChange();
    });
  }
  await backups.start(hear, { standing: currentSession, write: writeBackup });
}

/** That the last end left something to be made up for is said once. */
function hear(state: BackupState): void {
  if (state.isOwed && !backupStore.getState().state?.isOwed)
    notify({ tone: "info", message: message("vault.auto.owed") });
  backupStore.setState({ state });
}
