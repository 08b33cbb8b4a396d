import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** When the log reaches this size it becomes `main.old.log` and a new one begins. */
const MAX_LOG_BYTES = 1024 * 1024;

/** Writes what happened to the app, never what is in it. */
export type Log = (event: string, details?: Readonly<Record<string, string | number>>) => void;

/** Makes the log of the main process: one JSON line an event, in the given folder. A log that cannot be written is done without. */
export function createLog(folder: string, nowIso: () => string): Log {
  const path = join(folder, "main.log");
  return (event, details = {}) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) {
        renameSync(path, join(folder, "main.old.log"));
      }
      appendFileSync(path, `${JSON.stringify({ at: nowIso(), event, ...details })}\n`);
    } catch {
      // The disk may be full: that must not take the app down as well.
    }
  };
}
