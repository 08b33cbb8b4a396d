import { putRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { KpiId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { parsePeriod } from "../base/period.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { fiscalYearOf } from "./fiscal-year.ts";
import type { TargetLock } from "./records.ts";
import { parseTargetId } from "./target-id.ts";
import { settingsIn } from "./target-rows.ts";
import type { TargetRows } from "./target-rows.ts";
import { changesBetween, valuesAtVersion } from "./target-versions.ts";

/** The tables that a lock needs. A workspace's `rows` are these and more. */
export interface LockRows extends Pick<TargetRows, "settings" | "targets"> {
  readonly targetLocks: ReadonlyMap<string, TargetLock>;
}

/** What a lock covers: all lines, subjects and periods of a KPI in a fiscal year. */
export interface LockScope {
  readonly kpiId: KpiId;
  readonly year: number;
}

/** The lock of a KPI and fiscal year, standing or opened; `null` when its targets were never locked.
 * @example lockOf(book(), { kpiId: "visits", year: 2026 }) // => null
 */
export function lockOf(rows: Pick<LockRows, "targetLocks">, { kpiId, year }: LockScope): TargetLock | null {
  return rows.targetLocks.get(`${kpiId}|${year}`) ?? null;
}

/** The lock of a KPI and fiscal year whose targets changed since; `null` where there is none, or where original and present
 * are still one.
 * @example changedLockOf(book(), { kpiId: "visits", year: 2026 }) // => null
 */
export function changedLockOf(rows: Pick<LockRows, "targetLocks">, scope: LockScope): TargetLock | null {
  const lock = lockOf(rows, scope);
  return lock && (lock.versions.length > 0 || lock.opened) ? lock : null;
}

/** Whether the targets of a KPI and fiscal year are locked now, so that a change needs a reason (see `withVersion`).
 * @example isLocked(book(), { kpiId: "visits", year: 2026 }) // => false
 */
export function isLocked(rows: Pick<LockRows, "targetLocks">, scope: LockScope): boolean {
  const lock = lockOf(rows, scope);
  return lock !== null && lock.opened === undefined;
}

/** The KPI and fiscal year that a target's id belongs to; `null` when it is no such id.
 * @example lockScopeOf(book(), "visits|team|2026-Q3|target") // => { kpiId: "visits", year: 2026 }
 */
export function lockScopeOf(rows: Pick<LockRows, "settings">, targetId: string): LockScope | null {
  const place = parseTargetId(targetId);
  const { fiscalStart } = settingsIn(rows);
  const period = place && parsePeriod(place.periodId, fiscalStart);
  return place && period ? { kpiId: place.kpiId, year: fiscalYearOf(period, fiscalStart) } : null;
}

/** Locks the targets of a KPI and fiscal year as they are: the first time that is the original. Locked again after it was
 * opened, what changed meanwhile becomes one version with the reason of the opening, and the original stays.
 * Refused: no targets there, locked already.
 * @example lockTargets(book({ targets: { "team 2026-07": 3 } }), { kpiId: "visits", year: 2026, on: "2026-03-01", note: "" }).value[0].records[0].original // => { "visits|team|2026-07|target": 3 }
 */
export function lockTargets(
  rows: LockRows,
  of: LockScope & { readonly on: Day; readonly note: string },
): Result<readonly Change[]> {
  const known = lockOf(rows, of);
  const present = presentValues(rows, of);
  if (known && !known.opened) return fail([{ message: message("target.problem.locked-already") }]);
  if (!known && present.size === 0) return fail([{ message: message("target.problem.nothing-to-lock") }]);
  if (!known?.opened) {
    const { kpiId, year, on, note } = of;
    const lock: TargetLock = {
      id: `${kpiId}|${year}`,
      kpiId,
      year,
      on,
      note: note.trim(),
      original: Object.fromEntries(present),
      versions: [],
    };
    return ok([putRecords("targetLocks", [lock])]);
  }
  const version = {
    number: known.versions.length + 1,
    on: of.on,
    reason: known.opened.reason,
    changes: changesBetween(valuesAtVersion(known, known.versions.length), present),
  };
  return ok([
    setFields<TargetLock>("targetLocks", known.id, {
      versions: [...known.versions, version],
      opened: undefined,
    }),
  ]);
}

/** Unlocks with a reason; original and versions are kept. Refused: no standing lock, no reason.
 * @example unlockTargets(book(), { kpiId: "visits", year: 2026, on: "2026-03-01", reason: "x" }).ok // => false
 */
export function unlockTargets(
  rows: LockRows,
  of: LockScope & { readonly on: Day; readonly reason: string },
): Result<readonly Change[]> {
  const lock = lockOf(rows, of);
  const reason = of.reason.trim();
  if (!lock || lock.opened) return fail([{ message: message("target.problem.not-locked") }]);
  if (reason === "") return fail([{ field: "reason", message: message("target.problem.reason") }]);
  return ok([setFields<TargetLock>("targetLocks", lock.id, { opened: { on: of.on, reason } })]);
}

/** Target id → value, of a KPI and fiscal year as the tables have them now.
 * @example presentValues(book({ targets: { "team 2026-07": 3 } }), { kpiId: "visits", year: 2026 }).size // => 1
 */
export function presentValues(rows: LockRows, { kpiId, year }: LockScope): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const target of rows.targets.values()) {
    if (target.kpiId === kpiId && lockScopeOf(rows, target.id)?.year === year) {
      values.set(target.id, target.value);
    }
  }
  return values;
}
