import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Target, TargetLock } from "./records.ts";
import { isLocked, lockOf, lockScopeOf } from "./target-lock.ts";
import type { LockRows } from "./target-lock.ts";
import type { ValueChange } from "./target-versions.ts";

/** What a list of changes does to locked targets: the values before and after, in the order of writing. Empty when it
 * needs no reason: nothing of it is locked, or only openings and remarks change.
 * @example lockedChanges(book({ targets: { "team 2026-07": 3 } }), [{ op: "remove", table: "targets", ids: ["visits|team|2026-07|target"] }]) // => []
 */
export function lockedChanges(rows: LockRows, changes: readonly Change[]): readonly ValueChange[] {
  if (rows.targetLocks.size === 0) return [];
  return [...valuesAfter(changes)]
    .map(([id, after]) => ({ id, before: rows.targets.get(id)?.value ?? null, after }))
    .filter(({ id, before, after }) => {
      const scope = before === after ? null : lockScopeOf(rows, id);
      return scope !== null && isLocked(rows, scope);
    });
}

/** The changes of a gesture with what makes them versions: for each lock they touch one version with all of its values,
 * in the same commit. Changes of the same day with the same reason share a version. What touches no standing lock comes
 * back as it is and needs no reason. Refused: locked targets without a reason (field `reason`).
 * @example withVersion(book(), [{ op: "remove", table: "targets", ids: ["visits|team|2026-07|target"] }], { on: "2026-03-01", reason: "" }).value.length // => 1
 */
export function withVersion(
  rows: LockRows,
  changes: readonly Change[],
  why: { readonly on: Day; readonly reason: string },
): Result<readonly Change[]> {
  const changesByLock = new Map<TargetLock, ValueChange[]>();
  for (const change of lockedChanges(rows, changes)) {
    const lock = lockOf(rows, lockScopeOf(rows, change.id)!)!;
    changesByLock.set(lock, [...(changesByLock.get(lock) ?? []), change]);
  }
  if (changesByLock.size === 0) return ok(changes);
  const reason = why.reason.trim();
  if (reason === "") return fail([{ field: "reason", message: message("target.problem.reason") }]);
  const versions = [...changesByLock].map(([lock, values]) =>
    setFields<TargetLock>("targetLocks", lock.id, {
      versions: versionsAfter(lock, values, { on: why.on, reason }),
    }),
  );
  return ok([...changes, ...versions]);
}

/** Why a commit is refused that changes locked targets without their version; empty where each lock that it touches is written
 * with it. What every commit is checked by, so that no screen can go round a lock.
 * @example unversioned(book(), [{ op: "remove", table: "targets", ids: ["visits|team|2026-07|target"] }]) // => []
 */
export function unversioned(rows: LockRows, changes: readonly Change[]): readonly Problem[] {
  if (!changes.some(({ table }) => table === "targets")) return [];
  const locked = lockedChanges(rows, changes);
  const written = new Set(changes.flatMap(lockIdsOf));
  const isOpen = locked.some(({ id }) => !written.has(lockOf(rows, lockScopeOf(rows, id)!)!.id));
  return isOpen ? [{ field: "reason", message: message("target.problem.reason") }] : [];
}

function lockIdsOf(change: Change): readonly string[] {
  if (change.table !== "targetLocks" || change.op === "remove") return [];
  return change.op === "set" ? [change.id] : change.records.map(({ id }) => id);
}

/** Target id → its value after the changes, `null` where it is removed. */
function valuesAfter(changes: readonly Change[]): ReadonlyMap<string, number | null> {
  const after = new Map<string, number | null>();
  for (const change of changes) {
    if (change.table !== "targets") continue;
    if (change.op === "put")
      for (const { id, value } of change.records as readonly Target[]) after.set(id, value);
    else if (change.op === "remove") for (const id of change.ids) after.set(id, null);
    else if (typeof change.fields["value"] === "number") after.set(change.id, change.fields["value"]);
  }
  return after;
}

function versionsAfter(
  { versions }: TargetLock,
  changes: readonly ValueChange[],
  why: { readonly on: Day; readonly reason: string },
): TargetLock["versions"] {
  const last = versions.at(-1);
  if (last?.on !== why.on || last.reason !== why.reason) {
    return [...versions, { number: versions.length + 1, ...why, changes: [...changes] }];
  }
  const byId = new Map(last.changes.map((change) => [change.id, change]));
  for (const change of changes) {
    const first = byId.get(change.id) ?? change;
    byId.set(change.id, { ...change, before: first.before });
  }
  const shared = [...byId.values()].filter((change) => change.before !== change.after);
  return [...versions.slice(0, -1), { ...last, changes: shared }];
}
