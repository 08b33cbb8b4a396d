import { addDays, weekdayOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";

/** How many backups of each kind stay. */
export const KEPT_BACKUPS = { recent: 10, daily: 14, weekly: 10, monthly: 24 } as const;

/** Why a backup stays: it is one of the newest, or the newest of its day, week or month. */
export type BackupTier = keyof typeof KEPT_BACKUPS;

/** A backup as the rotation sees it. */
export interface RotatedBackup {
  /** Counts on with every backup: it alone says which is newer, for clocks are set back and forward. */
  readonly number: number;
  /** The day that the clock showed; only equal days matter, never which is later. */
  readonly day: Day;
  /** Read back, parsed, and found to hold what was written; and still as it was then. */
  readonly isVerified: boolean;
}

/** Which backups stay, and why: of those that were verified the ten newest, and the newest of each of the last 14 days, ten
 * weeks (from Monday) and 24 months that have one. A backup may stay for several reasons.
 * @example backupTiers([{ number: 1, day: "2026-11-26", isVerified: true }]).get(1) // => ["recent", "daily", "weekly", "monthly"]
 */
export function backupTiers(backups: readonly RotatedBackup[]): ReadonlyMap<number, readonly BackupTier[]> {
  const newestFirst = backups.filter((one) => one.isVerified).toSorted((a, b) => b.number - a.number);
  const tiers = new Map<number, BackupTier[]>();
  const keep = (tier: BackupTier, labelOf: (backup: RotatedBackup) => string | number) => {
    const labels = new Set<string | number>();
    for (const backup of newestFirst) {
      const label = labelOf(backup);
      if (labels.has(label)) continue;
      if (labels.size === KEPT_BACKUPS[tier]) break;
      labels.add(label);
      tiers.set(backup.number, [...(tiers.get(backup.number) ?? []), tier]);
    }
  };
  keep("recent", ({ number }) => number);
  keep("daily", ({ day }) => day);
  keep("weekly", ({ day }) => addDays(day, 1 - weekdayOf(day)));
  keep("monthly", ({ day }) => day.slice(0, 7));
  return tiers;
}

/** The numbers of the backups that may go, oldest first: verified ones that stay for no reason. What could not be verified is
 * neither counted nor removed, so that the last good backup never gives way to a bad one.
 * @example surplusBackups([{ number: 1, day: "2026-11-26", isVerified: false }]) // => []
 */
export function surplusBackups(backups: readonly RotatedBackup[]): readonly number[] {
  const tiers = backupTiers(backups);
  return backups
    .filter(({ number, isVerified }) => isVerified && !tiers.has(number))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}

/** Whether a backup holds so many records fewer than the one before, more than a fifth, that nothing may be rotated for it until
 * the person has said that this was meant.
 * @example hasLostTooMuch(100, 80) // => false
 * @example hasLostTooMuch(100, 79) // => true
 */
export function hasLostTooMuch(before: number, after: number): boolean {
  return after * 5 < before * 4;
}
