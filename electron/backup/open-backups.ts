import type * as Electron from "electron";
import { join } from "node:path";
import type { BackupState } from "../../core/bridge/backup-contract.ts";
import { createBackupHandlers } from "../ipc/backup-handlers.ts";
import type { Log } from "../log.ts";
import { createFileLedger } from "../vault/file-ledger.ts";
import type { FileLedger } from "../vault/file-ledger.ts";
import { BackupKeeper } from "./backup-keeper.ts";
import { openBackupRecords } from "./backup-records.ts";
import { notedLedger } from "./noted-ledger.ts";
import { createPassphraseStore } from "./passphrase-store.ts";
import { runOnThread } from "./run-on-thread.ts";

/** How long the app stays, its window closed, to make the last backup. */
const QUIT_PATIENCE_MS = 15_000;
const OWN_FOLDER = "backups";

export interface BackupsParts {
  readonly electron: Pick<typeof Electron, "app" | "dialog" | "safeStorage">;
  readonly window: Electron.BrowserWindow;
  readonly userData: string;
  readonly workerPath: string;
  readonly log: Log;
  readonly send: (state: BackupState) => void;
}

/** Automatic backups with the ledger that they are made from. */
export interface Backups {
  /** The ledger; what is written to it is noted for the next backup. */
  readonly ledger: FileLedger;
  readonly handlers: ReturnType<typeof createBackupHandlers>;
  start(): void;
  finish(): Promise<void>;
}

/** Opens the ledger and the backups of it. */
export function openBackups(parts: BackupsParts): Backups {
  const { electron, userData, workerPath, log, send } = parts;
  const ledger = createFileLedger(join(userData, "ledger"));
  const passphrases = createPassphraseStore(electron.safeStorage, join(userData, "backup-passphrase"));
  const keeper = new BackupKeeper({
    records: openBackupRecords(join(userData, "backups.json")),
    passphrases,
    ownFolder: join(userData, OWN_FOLDER),
    app: electron.app.getVersion(),
    readLedger: () => ledger.read("all"),
    run: (job) => runOnThread(workerPath, job),
    askFolder: () => askFolder(parts),
    offsetMinutes: (atMs) => -new Date(atMs).getTimezoneOffset(),
    nowMs: Date.now,
    onChange: send,
    log,
  });
  return {
    ledger: notedLedger(ledger, () => keeper.noteChange()),
    handlers: createBackupHandlers(keeper, passphrases),
    start: () => keeper.start(),
    finish: () => keeper.finish(QUIT_PATIENCE_MS),
  };
}

async function askFolder({ electron, window }: BackupsParts): Promise<string | null> {
  const { canceled, filePaths } = await electron.dialog.showOpenDialog(window, {
    properties: ["openDirectory", "createDirectory"],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
