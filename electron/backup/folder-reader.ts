import { fail } from "../../core/base/result.ts";
import type { Answer } from "../../core/bridge/contract.ts";
import type { BackupPlace, BackupToOpen, TaskAnswer } from "./backup-tasks.ts";
import { runApart } from "./run-apart.ts";
import type { Apart } from "./run-apart.ts";

/** A folder that has not been looked through by then does not answer. */
const LIST_PATIENCE_MS = 20_000;
/** A large backup from a slow disk, and a key derived from a passphrase. */
const OPEN_PATIENCE_MS = 120_000;

type Listed = TaskAnswer<"list">;

export interface FolderReader {
  /** The backups of the place. One list is made at a time, and those who ask meanwhile share the next. */
  list(): Promise<Listed>;
  open(backup: BackupToOpen): Promise<Answer<"openBackup">>;
}

/** Looks into the folder of backups from other processes. What has not answered in time is ended and said as `no-answer`; so is a list of
 * a folder that is no longer the place. */
export function createFolderReader(apart: Apart, place: () => BackupPlace): FolderReader {
  let running: Running | null = null;
  let next: Promise<Listed> | null = null;
  const begin = (): Promise<Listed> => {
    const given = place();
    const stop = new AbortController();
    const work = runApart(apart, { task: "list", given }, stop.signal);
    const listed = inTime(work, stop, LIST_PATIENCE_MS).finally(() => (running = null));
    running = { folder: given.folder, stop, listed };
    return listed;
  };
  return {
    list() {
      if (!running) return begin();
      if (running.folder !== place().folder) running.stop.abort();
      const after = () => {
        next = null;
        return begin();
      };
      next ??= running.listed.then(after, after);
      return next;
    },
    open(given) {
      const stop = new AbortController();
      return inTime(runApart(apart, { task: "open", given }, stop.signal), stop, OPEN_PATIENCE_MS);
    },
  };
}

interface Running {
  readonly folder: string;
  readonly stop: AbortController;
  readonly listed: Promise<Listed>;
}

async function inTime<T>(work: Promise<T | null>, stop: AbortController, patienceMs: number) {
  const timer = setTimeout(() => stop.abort(), patienceMs).unref();
  return (await work.finally(() => clearTimeout(timer))) ?? fail("no-answer" as const);
}
