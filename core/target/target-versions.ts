import { memoBy } from "../kpi/memo-by.ts";
import { recordAt } from "./target-id.ts";
import type { Target, TargetLock, TargetVersion } from "./records.ts";
import type { TargetRows } from "./target-rows.ts";

/** A target's value before and after; `null` where there was none. */
export type ValueChange = TargetVersion["changes"][number];

/** The values of a locked year as they were at a version: 0 is the original. Made from the original and the versions up to
 * that one, so nothing that happens later can change it. A number beyond the last version is the last.
 * @example valuesAtVersion({ original: { a: 1 }, versions: [{ number: 1, on: "2026-03-01", reason: "x", changes: [{ id: "a", before: 1, after: 2 }, { id: "b", before: null, after: 5 }] }] }, 1).get("a") // => 2
 * @example valuesAtVersion({ original: { a: 1 }, versions: [{ number: 1, on: "2026-03-01", reason: "x", changes: [{ id: "a", before: 1, after: 2 }] }] }, 0).get("a") // => 1
 */
export function valuesAtVersion(
  lock: Pick<TargetLock, "original" | "versions">,
  number: number,
): ReadonlyMap<string, number> {
  const values = new Map(Object.entries(lock.original));
  for (const version of lock.versions) {
    if (version.number > number) break;
    for (const { id, after } of version.changes) {
      if (after === null) values.delete(id);
      else values.set(id, after);
    }
  }
  return values;
}

/** The tables as the targets of a lock were at a version, over the team as it is known today; of the targets only those of the
 * lock. The same targets for the same lock.
 * @example rowsAtVersion(book(), { original: { "visits|team|2026-07|target": 3 }, versions: [] }, 0).targets.size // => 1
 */
export function rowsAtVersion(
  rows: TargetRows,
  lock: Pick<TargetLock, "original" | "versions">,
  number: number,
): TargetRows {
  const stage = number === 0 ? lock.original : lock.versions;
  const targets = memoBy([stage], `targets at ${number}`, () => {
    const records = [...valuesAtVersion(lock, number)].map(([id, value]) => recordAt(id, value));
    return new Map(records.filter((one): one is Target => one !== null).map((one) => [one.id, one]));
  });
  return { ...rows, targets };
}

/** What differs between two states of the targets, in the order of their ids.
 * @example changesBetween(new Map([["a", 1], ["b", 2]]), new Map([["a", 3]])) // => [{ id: "a", before: 1, after: 3 }, { id: "b", before: 2, after: null }]
 */
export function changesBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ValueChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((change) => change.before !== change.after);
}
