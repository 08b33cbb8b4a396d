import type * as Electron from "electron";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BackupState } from "../../core/bridge/backup-contract.ts";
import { createBackupHandlers } from "../ipc/backup-handlers.ts";
import type { Log } from "../log.ts";
import { createFileLedger } from "../vault/file-ledger.ts";
import type { FileLedger } from "../vault/file-ledger.ts";
import { BackupKeeper } from "./backup-keeper.ts";
import { openBackupRecords } from "./backup-records.ts";
import { createFolderReader } from "./folder-reader.ts";
import { notedLedger } from "./noted-ledger.ts";
import { createPassphraseStore } from "./passphrase-store.ts";
import { runApart } from "./run-apart.ts";

/** How long the app stays, its window closed, to make the last backup. */
const QUIT_PATIENCE_MS = 15_000;
const OWN_FOLDER = "backups";

export interface BackupsParts {
  readonly electron: Pick<typeof Electron, "app" | "dialog" | "safeStorage" | "utilityProcess">;
  readonly window: Electron.BrowserWindow;
  readonly userData: string;
  /** The built `backup-process.ts`. */
  readonly processPath: string;
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
  const { electron, userData, processPath, log, send } = parts;
  const ledger = createFileLedger(join(userData, "ledger"));
  const passphrasePath = join(userData, "backup-passphrase");
  const passphrases = createPassphraseStore(electron.safeStorage, passphrasePath);
  const ownFolder = join(userData, OWN_FOLDER);
  const apart = { processes: electron.utilityProcess, modulePath: processPath };
  const keeper = new BackupKeeper({
    records: openBackupRecords({
      path: join(userData, "backups.json"),
      ownFolder,
      hasPassphrase: () => existsSync(passphrasePath),
    }),
    passphrases,
    ownFolder,
    app: electron.app.getVersion(),
    readLedger: () => ledger.read("all"),
    run: (job, signal) => runApart(apart, { task: "make", given: job }, signal),
    askFolder: () => askFolder(parts),
    offsetMinutes: (atMs) => -new Date(atMs).getTimezoneOffset(),
    nowMs: Date.now,
    onChange: send,
    log,
  });
  return {
    ledger: notedLedger(ledger, () => keeper.noteChange()),
    handlers: createBackupHandlers({
      keeper,
      reader: createFolderReader(apart, () => keeper.place()),
      passphrases,
    }),
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
