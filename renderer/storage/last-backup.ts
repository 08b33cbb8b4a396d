import { create } from "zustand";
import type { BackupState } from "../../core/bridge/backup-contract.ts";
import type { Platform } from "../platform/platform.ts";

/** The last backup that was saved from this device. */
export interface LastBackup {
  readonly atMs: number;
  readonly sequence: number;
}

/** For the vault's square and room. `null`: none yet. */
export const lastBackupStore = create<{ readonly last: LastBackup | null }>(() => ({ last: null }));

/** How automatic backups stand. `null`: not yet heard of. */
export const backupStore = create<{ readonly state: BackupState | null }>(() => ({ state: null }));

const KEY = "lastBackup";

/** Takes the last backup's date from the device's preferences; called when a workspace opens. */
export function recallLastBackup(platform: Platform): void {
  lastBackupStore.setState({ last: parseLast(platform.readPreference(KEY)) });
}

/** Remembers the backup that was just saved by hand. */
export function noteLastBackup(platform: Platform, last: LastBackup): void {
  platform.writePreference(KEY, JSON.stringify(last));
  lastBackupStore.setState({ last });
}

/** The newer of the last backup that was saved by hand and the last that was made by itself. */
export function newestBackup(byHand: LastBackup | null, auto: BackupState | null): LastBackup | null {
  const last = auto?.last ?? null;
  if (!byHand || !last) return byHand ?? last;
  return last.atMs >= byHand.atMs ? last : byHand;
}

function parseLast(text: string | null): LastBackup | null {
  try {
    const { atMs, sequence } = JSON.parse(text ?? "") as Partial<LastBackup>;
    return typeof atMs === "number" && typeof sequence === "number" ? { atMs, sequence } : null;
  } catch {
    return null;
  }
}
