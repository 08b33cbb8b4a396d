import { backupStore, writeBackup } from "./backup.ts";
import { currentSession } from "./session.ts";
import { workspaceStore } from "./workspace-store.ts";

let isFollowing = false;

/** Begins automatic backups of the open workspace, and lets the screens know how they stand. */
export async function followBackups(): Promise<void> {
  const backups = await currentSession().platform.loadBackups?.();
  if (!backups) return;
  if (!isFollowing) {
    isFollowing = true;
    workspaceStore.subscribe(({ workspace }, before) => {
      if (!workspace) backups.stop();
      else if (before.workspace) backups.noteChange();
    });
  }
  await backups.start((state) => backupStore.setState({ state }), {
    standing: currentSession,
    write: writeBackup,
  });
}
