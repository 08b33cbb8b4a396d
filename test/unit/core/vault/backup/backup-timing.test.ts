import { expect, test } from "vitest";
import { backupWaitMs, isBackupOld, retryPauseMs } from "../../../../../core/vault/backup/backup-timing.ts";
import type { BackupMoment } from "../../../../../core/vault/backup/backup-timing.ts";

const MINUTE = 60_000;

const at = (moment: Partial<BackupMoment>): BackupMoment => ({
  nowMs: 100 * MINUTE,
  changedMs: null,
  lastBackupMs: 95 * MINUTE,
  isOfToday: true,
  failures: 0,
  failedMs: null,
  ...moment,
});

test("nothing is due while nothing has changed", () => {
  expect(backupWaitMs(at({}))).toBeNull();
});

test("a change waits for a quiet minute, and for ten minutes since the last backup of the day", () => {
  expect(backupWaitMs(at({ changedMs: 100 * MINUTE, lastBackupMs: 0 }))).toBe(MINUTE);
  expect(backupWaitMs(at({ changedMs: 98 * MINUTE }))).toBe(5 * MINUTE);
});

test("the day's first backup does not wait for the last one", () => {
  expect(backupWaitMs(at({ changedMs: 98 * MINUTE, isOfToday: false }))).toBe(0);
});

test("after a failure the pause grows to an hour, and changes do not shorten it", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(retryPauseMs)).toEqual([
    30_000, 120_000, 300_000, 900_000, 1_800_000, 3_600_000, 3_600_000,
  ]);
  expect(backupWaitMs(at({ failures: 2, failedMs: 99 * MINUTE, changedMs: 0 }))).toBe(MINUTE);
});

test("a moment ahead of the clock counts as now, so that a clock set back delays nothing for long", () => {
  expect(backupWaitMs(at({ changedMs: 5000 * MINUTE, isOfToday: false }))).toBe(MINUTE);
  expect(backupWaitMs(at({ changedMs: 0, lastBackupMs: 5000 * MINUTE }))).toBe(10 * MINUTE);
});

test("a backup is old after seven days", () => {
  expect([isBackupOld(0, 7 * 86_400_000 - 1), isBackupOld(0, 7 * 86_400_000)]).toEqual([false, true]);
});
