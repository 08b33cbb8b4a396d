import type { Day } from "../../base/day.ts";

/** What the name of an automatic backup says. */
export interface BackupName {
  /** Tells the backups of one installation from those of another in the same folder. */
  readonly line: string;
  readonly number: number;
  readonly day: Day;
  /** The clock's hour and minute, `"0412"`. */
  readonly time: string;
  readonly isEncrypted: boolean;
}

/** The file name of an automatic backup: Latin letters and digits alone, and the number before the date, so that a list by name
 * is a list by age on every system.
 * @example backupFileName({ line: "k3x9", number: 42, day: "2026-11-26", time: "0412", isEncrypted: false }) // => "jiugong-k3x9-000042-2026-11-26-0412.jiugong"
 */
export function backupFileName({ line, number, day, time, isEncrypted }: BackupName): string {
  const ending = isEncrypted ? "jiugong.age" : "jiugong";
  return `jiugong-${line}-${String(number).padStart(6, "0")}-${day}-${time}.${ending}`;
}

/** Whether a file of a backup folder is a backup at all, ours or another's.
 * @example isBackupName("team.jiugong") // => true
 */
export function isBackupName(name: string): boolean {
  return /^[^.].*\.jiugong(\.age)?$/.test(name);
}
