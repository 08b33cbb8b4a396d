/** A backup is made when nothing has changed for a minute … */
const QUIET_MS = 60_000;
/** … and at most every ten minutes, but once on every day that has changes. */
const GAP_MS = 10 * 60_000;
/** After a failure, longer each time; the last one for ever. */
const RETRY_MS = [30_000, 120_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;

/** What is known when the next backup is planned; all moments by one clock. */
export interface BackupMoment {
  readonly nowMs: number;
  /** The last change; `null`: nothing has changed since the last backup. */
  readonly changedMs: number | null;
  readonly lastBackupMs: number | null;
  /** Whether the last backup was made on the day that the clock shows now. */
  readonly isOfToday: boolean;
  /** Failures since the last backup, and when the last one was. */
  readonly failures: number;
  readonly failedMs: number | null;
}

/** In how many milliseconds the next backup is due; `null`: there is nothing to back up. A moment that lies ahead of the clock,
 * because it was set back, counts as now.
 * @example backupWaitMs({ nowMs: 0, changedMs: null, lastBackupMs: null, isOfToday: false, failures: 0, failedMs: null }) // => null
 * @example backupWaitMs({ nowMs: 5000, changedMs: 0, lastBackupMs: null, isOfToday: false, failures: 0, failedMs: null }) // => 55000
 */
export function backupWaitMs(at: BackupMoment): number | null {
  if (at.failures > 0) return remaining(at, at.failedMs, retryPauseMs(at.failures));
  if (at.changedMs === null) return null;
  const quiet = remaining(at, at.changedMs, QUIET_MS);
  return at.isOfToday ? Math.max(quiet, remaining(at, at.lastBackupMs, GAP_MS)) : quiet;
}

/** The pause before a backup is tried again after so many failures in a row.
 * @example retryPauseMs(1) // => 30000
 * @example retryPauseMs(99) // => 3600000
 */
export function retryPauseMs(failures: number): number {
  return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
}

/** Days after which a backup is called old, where something has changed since.
 * @example isBackupOld(0, 7 * 86400000) // => true
 */
export function isBackupOld(lastMs: number, nowMs: number): boolean {
  return nowMs - lastMs >= OLD_AFTER_MS;
}

const OLD_AFTER_MS = 7 * 86_400_000;

function remaining({ nowMs }: BackupMoment, sinceMs: number | null, pauseMs: number): number {
  if (sinceMs === null) return 0;
  return Math.max(0, Math.min(sinceMs, nowMs) + pauseMs - nowMs);
}
