import { laterStamp } from "../../base/stamp.ts";
import type { Stamp } from "../../base/stamp.ts";
import { message } from "../../base/message.ts";
import { isSame } from "../../base/same.ts";
import type { Target, TargetLock } from "../../target/records.ts";
import { recordAt } from "../../target/target-id.ts";
import { valuesAtVersion } from "../../target/target-versions.ts";
import type { Workspace } from "../workspace.ts";
import { heldOf } from "./held-by-id.ts";
import { joinRecord, stampOf } from "./join-record.ts";
import type { Held, Side } from "./join-record.ts";
import { ruleFor } from "./join-workspaces.ts";
import type { Copies, JoinedRecord } from "./join-workspaces.ts";
import { joinVersions } from "./join-versions.ts";
import type { LaterWord } from "./join-versions.ts";
import type { RefusedRecord, Settled } from "./sealed-groups.ts";
import { knows } from "./seen.ts";

/** The targets under a lock that both copies have: the reasons of both are kept, each version once, and while the lock stands
 * a target is as the last version says it, whichever copy is merged into which. A change that another one has overtaken is
 * listed with the reason; it is no choice, for a locked value needs its version.
 * @example settleLocked({ mine: aSample(), theirs: aSample() }, "none", []).records // => []
 */
export function settleLocked(copies: Copies, lockId: string, group: readonly JoinedRecord[]): Settled {
  const mine = heldOf(copies.mine, "targetLocks", lockId);
  const theirs = heldOf(copies.theirs, "targetLocks", lockId);
  if (!mine || !theirs) return { records: group, refused: [] };
  const lock = joinLock(copies, mine, theirs);
  const joined = lock.record as TargetLock;
  const values = joined.opened === undefined ? valuesAtVersion(joined, Infinity) : null;
  const areBothLocked = [mine, theirs].every(({ record }) => (record as TargetLock).opened === undefined);
  const refused: RefusedRecord[] = [];
  const isTold = isSame((mine.record as TargetLock).versions, (theirs.record as TargetLock).versions);
  const alike = isTold || !values ? [] : alikeOf(copies, values, { lock: joined, group });
  const records = [...group, ...alike].map((one): JoinedRecord => {
    if (one.table === "targetLocks") return { ...one, joined: lock, clashes: lock.clashes };
    if (!values) return one;
    const settled = settleTarget(copies, one, values.get(one.id) ?? null);
    refused.push(...(areBothLocked ? overtaken(copies, one, settled) : leftOut(copies, one, settled)));
    return settled;
  });
  return { records, refused };
}

function joinLock(copies: Copies, mine: Held, theirs: Held) {
  const rule = ruleFor(copies, "targetLocks", mine.record.id);
  const [a, b] = [mine.record as TargetLock, theirs.record as TargetLock];
  if (isSame(a.versions, b.versions)) return joinRecord(mine, theirs, rule);
  const versions = joinVersions(a.versions, b.versions, (id) => laterWord(copies, id));
  return joinRecord(mine, theirs, { ...rule, settled: new Map([["versions", versions]]) });
}

function laterWord(copies: Copies, id: string): LaterWord {
  const [mine, theirs] = [wordOf(copies, "mine", id), wordOf(copies, "theirs", id)];
  if (mine === theirs) return { side: null, knewOther: false };
  return mine < theirs
    ? { side: "theirs", knewOther: knows(copies.theirsSeen, mine) }
    : { side: "mine", knewOther: knows(copies.mineSeen, theirs) };
}

/** When a copy last said a target's value. */
function wordOf(copies: Copies, side: Side, id: string): Stamp | "" {
  const held = heldOf(copies[side], "targets", id);
  if (held) return stampOf(held.stamps, "value");
  return buriedAt(copies[side], id) ?? "";
}

function buriedAt({ tombstones }: Workspace, id: string): Stamp | null {
  return tombstones.get(`targets/${id}`) ?? null;
}

/** `value`: `null` where the last version removed the target. */
function settleTarget(copies: Copies, one: JoinedRecord, value: number | null): JoinedRecord {
  const { saved: _saved, joined: _joined, ...rest } = one;
  const { mine, theirs, id } = one;
  const [here, there] = [wordOf(copies, "mine", id), wordOf(copies, "theirs", id)];
  const last = here < there ? there : here;
  if (value === null) {
    const removedAt = laterStamp(buriedAt(copies.mine, id), buriedAt(copies.theirs, id)) ?? last;
    return { ...rest, joined: null, ...(removedAt && { removedAt }), clashes: [] };
  }
  if (mine && theirs) {
    const rule = { ...ruleFor(copies, "targets", id), settled: new Map([["value", value]]) };
    const { clashes, ...joined } = joinRecord(mine, theirs, rule);
    return { ...rest, joined, clashes };
  }
  const held = mine ?? theirs;
  if (held && valueOf(held) === value) return { ...rest, joined: held };
  const record = held ? { ...held.record, value } : recordAt(id, value);
  return record ? { ...rest, joined: { record, stamps: last || null } } : one;
}

/** Targets that both copies have alike, and of which the versions of both together say something else. */
function alikeOf(
  copies: Copies,
  values: ReadonlyMap<string, number>,
  of: { readonly lock: TargetLock; readonly group: readonly JoinedRecord[] },
): readonly JoinedRecord[] {
  const ids = new Set(of.lock.versions.flatMap(({ changes }) => changes.map(({ id }) => id)));
  for (const { id } of of.group) ids.delete(id);
  return [...ids].flatMap((id): readonly JoinedRecord[] => {
    const mine = heldOf(copies.mine, "targets", id);
    const theirs = heldOf(copies.theirs, "targets", id);
    const isSaid = [mine, theirs].every((held) => valueOf(held) === (values.get(id) ?? null));
    return isSaid ? [] : [{ table: "targets", id, mine, theirs, joined: mine, clashes: [] }];
  });
}

function valueOf(held: Held | null): number | null {
  return held ? (held.record as Target).value : null;
}

/** The side whose version of a value has been overtaken by one that did not know of it. */
function overtaken(copies: Copies, one: JoinedRecord, settled: JoinedRecord): readonly RefusedRecord[] {
  const isClash = SIDES.every((side) => isNews(copies, side, one.id));
  return isClash ? lost(one, settled, "versions") : [];
}

/** The side whose change was free to make, for the lock was open there, and that the lock of the other one leaves out. */
function leftOut(copies: Copies, one: JoinedRecord, settled: JoinedRecord): readonly RefusedRecord[] {
  return lost(one, settled, "targetLocks").filter(({ side }) => isNews(copies, side, one.id));
}

const SIDES = ["mine", "theirs"] as const;

function isNews(copies: Copies, side: Side, id: string): boolean {
  return !knows(side === "mine" ? copies.theirsSeen : copies.mineSeen, wordOf(copies, side, id));
}

function lost(
  one: JoinedRecord,
  settled: JoinedRecord,
  why: "versions" | "targetLocks",
): readonly RefusedRecord[] {
  const value = valueOf(settled.joined);
  const reason = message(`vault.merge.sealed.${why}`);
  return SIDES.filter((side) => valueOf(one[side]) !== value).map((side) => {
    return { table: "targets", id: one.id, side, reason };
  });
}
