import { isSame } from "../../base/same.ts";
import type { TargetLock, TargetVersion } from "../../target/records.ts";

type Versions = TargetLock["versions"];
type ValueChange = TargetVersion["changes"][number];

/** Which copy's word on a target is the later one, and whether it knew of the other's. */
export interface LaterWord {
  /** `null`: both have the same. */
  readonly side: "mine" | "theirs" | null;
  readonly knewOther: boolean;
}

/** The versions of a lock that two copies went on from, as one list: each version once, by its day and reason; the order of each
 * copy stays, and between the copies the earlier day comes first, on one day the smaller reason. Where both have a version the
 * changes of both are in it; of a target that stands differently in the two, as the later word on that target says it, which
 * also takes a change out when it knew of it. Numbered anew from 1.
 * @example joinVersions([{ number: 1, on: "2026-03-02", reason: "a", changes: [] }], [{ number: 1, on: "2026-03-01", reason: "b", changes: [] }], () => ({ side: "mine", knewOther: false })).map(({ reason }) => reason) // => ["b", "a"]
 */
export function joinVersions(
  mine: Versions,
  theirs: Versions,
  laterWord: (targetId: string) => LaterWord,
): Versions {
  const left = byKey(mine);
  const right = byKey(theirs);
  return inOrder([...left.keys()], [...right.keys()]).map((key, index): TargetVersion => {
    const [a, b] = [left.get(key), right.get(key)];
    const one = a && b ? { ...a, changes: joinChanges(a.changes, b.changes, laterWord) } : (a ?? b)!;
    return { ...one, number: index + 1 };
  });
}

/** Day, reason, and which of several with the same of both. */
function byKey(versions: Versions): ReadonlyMap<string, TargetVersion> {
  const found = new Map<string, TargetVersion>();
  for (const version of versions) {
    let turn = 0;
    const keyOf = () => `${version.on} ${version.reason} ${turn}`;
    while (found.has(keyOf())) turn += 1;
    found.set(keyOf(), version);
  }
  return found;
}

/** Always the smallest of those whose predecessors in both lists are placed. */
function inOrder(left: readonly string[], right: readonly string[]): readonly string[] {
  const placed = new Set<string>();
  const heads = () => {
    const [a, b] = [left, right].map((list) => list.find((key) => !placed.has(key)));
    const open = [a, b].filter((key): key is string => key !== undefined);
    const free = open.filter((key) => isFree(left, key) && isFree(right, key));
    return free.length > 0 ? free : open;
  };
  const isFree = (list: readonly string[], key: string) => {
    const at = list.indexOf(key);
    return list.slice(0, Math.max(at, 0)).every((one) => placed.has(one));
  };
  for (let next = heads(); next.length > 0; next = heads()) placed.add(next.toSorted()[0]!);
  return [...placed];
}

function joinChanges(
  mine: readonly ValueChange[],
  theirs: readonly ValueChange[],
  laterWord: (targetId: string) => LaterWord,
): ValueChange[] {
  if (isSame(mine, theirs)) return [...mine];
  const left = new Map(mine.map((change) => [change.id, change]));
  const right = new Map(theirs.map((change) => [change.id, change]));
  const ids = [...new Set([...left.keys(), ...right.keys()])].toSorted();
  return ids.flatMap((id) => {
    const [a, b] = [left.get(id), right.get(id)];
    if (a && b && a.before === b.before && a.after === b.after) return [a];
    const { side, knewOther } = laterWord(id);
    const isMine = side === null ? textOf(a) > textOf(b) : side === "mine";
    const [later, earlier] = isMine ? [a, b] : [b, a];
    return later || knewOther ? (later ?? []) : (earlier ?? []);
  });
}

/** What is there before what is not, then by its text. */
function textOf(change: ValueChange | undefined): string {
  return change ? JSON.stringify([change.before, change.after]) : "";
}
