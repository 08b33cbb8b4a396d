import type { AnyRecord, Change } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { isSame } from "../../base/same.ts";
import { sealedProblems } from "../../incentive/pay/sealed-pay.ts";
import { statementId } from "../../incentive/pay/statement-id.ts";
import type { PayAdjustment } from "../../incentive/records.ts";
import { lockBroken } from "../../review/review-lock.ts";
import type { Review } from "../../review/records.ts";
import { lockScopeOf } from "../../target/target-lock.ts";
import { unversioned } from "../../target/with-version.ts";
import type { Workspace } from "../workspace.ts";
import type { Side } from "./join-record.ts";
import { stampsIn } from "./join-record.ts";
import type { Copies, JoinedRecord } from "./join-workspaces.ts";
import { knows } from "./seen.ts";
import { settleLocked } from "./settle-locked.ts";

/* What a lock, an approval or a locked review covers is merged as one: what was agreed on one side stands, and the whole of it
   or nothing comes over. */

/** A change of one side that a lock, an approval or another rule keeps out. */
export interface RefusedRecord {
  readonly table: TableName;
  readonly id: string;
  /** Whose change is left out. */
  readonly side: Side;
  readonly reason: Message;
}

export interface Settled {
  readonly records: readonly JoinedRecord[];
  readonly refused: readonly RefusedRecord[];
}

const SEALABLE: ReadonlySet<TableName> = new Set([
  "targets",
  "targetLocks",
  "statements",
  "payAdjustments",
  "reviewCycles",
  "reviews",
  "reviewSnapshots",
]);

/** Lets what is sealed on one side alone stand as it is there, unless the other side has opened it since; then leaves out what
 * the rules of a commit refuse, a whole group at a time, with their reason.
 * @example settleSealed({ mine: aSample(), theirs: aSample() }, []).refused // => []
 */
export function settleSealed(copies: Copies, joined: readonly JoinedRecord[]): Settled {
  const groups = new Map<string, JoinedRecord[]>();
  const records: JoinedRecord[] = [];
  for (const one of joined) {
    const key = SEALABLE.has(one.table) ? sealKey(copies.mine, one) : null;
    if (key === null) records.push(one);
    else groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const refused: RefusedRecord[] = [];
  for (const [key, group] of groups) {
    const stood = stoodOf(copies, key, group);
    const passed = leaveOutRefused(copies, stood.records);
    records.push(...passed.records);
    refused.push(...stood.refused, ...passed.refused);
  }
  return { records, refused };
}

function stoodOf(copies: Copies, key: string, group: readonly JoinedRecord[]): Settled {
  const side = sealedSide(copies, key, group);
  if (side !== null) return letSealedStand(copies, { side, key }, group);
  const [table, id = ""] = splitKey(key);
  return table === "targetLocks" ? settleLocked(copies, id, group) : { records: group, refused: [] };
}

function letSealedStand(
  copies: Copies,
  { side, key }: { readonly side: Side; readonly key: string },
  group: readonly JoinedRecord[],
): Settled {
  const other: Side = side === "mine" ? "theirs" : "mine";
  const reason = message(`vault.merge.sealed.${key.slice(0, key.indexOf("/"))}`);
  const records: JoinedRecord[] = [];
  const refused: RefusedRecord[] = [];
  for (const { saved: _saved, ...one } of group) {
    const removedAt = copies[side].tombstones.get(`${one.table}/${one.id}`) ?? one.removedAt;
    const held = one[side] ?? (side === "theirs" && removedAt === undefined ? one.mine : null);
    if (held || removedAt) records.push({ ...one, joined: held, removedAt, clashes: [] });
    if (isNews(copies, other, one) && !isSame(one[other]?.record, held?.record)) {
      refused.push({ table: one.table, id: one.id, side: other, reason });
    }
  }
  return { records, refused };
}

/** The one side on which a group is sealed; `null` where neither or both are, or where the other has opened it. */
function sealedSide(
  { mine, theirs, ...seen }: Copies,
  key: string,
  group: readonly JoinedRecord[],
): Side | null {
  const isMine = isSealed(mine, key);
  const isTheirs = isSealed(theirs, key);
  if (isMine === isTheirs) return null;
  const side: Side = isMine ? "mine" : "theirs";
  const seal = group.find(({ table, id }) => `${table}/${id}` === key);
  const opened = seal && (isMine ? seal.theirs : seal.mine);
  const known = isMine ? seen.mineSeen : seen.theirsSeen;
  const hasOpened = opened && stampsIn(opened.stamps).some((stamp) => !knows(known, stamp));
  return hasOpened ? null : side;
}

function leaveOutRefused({ mine }: Copies, group: readonly JoinedRecord[]): Settled {
  const changes = group.flatMap(changeOf);
  const problem = [
    ...unversioned(mine.rows, changes),
    ...sealedProblems(mine.rows, changes),
    ...lockBroken(mine.rows, changes),
  ][0];
  if (!problem) return { records: group, refused: [] };
  const refused = group
    .filter((one) => changeOf(one).length > 0)
    .map(({ table, id }): RefusedRecord => ({ table, id, side: "theirs", reason: problem.message }));
  return { records: [], refused };
}

function changeOf({ table, id, mine, joined }: JoinedRecord): readonly Change[] {
  if (joined) {
    return isSame(mine?.record, joined.record) ? [] : [{ op: "put", table, records: [joined.record] }];
  }
  return mine ? [{ op: "remove", table, ids: [id] }] : [];
}

function isNews(copies: Copies, side: Side, one: JoinedRecord): boolean {
  const seen = side === "mine" ? copies.theirsSeen : copies.mineSeen;
  return stampsIn(one[side]?.stamps ?? null).some((stamp) => !knows(seen, stamp));
}

function isSealed({ rows }: Workspace, key: string): boolean {
  const [table = "", id = ""] = splitKey(key);
  if (table === "targetLocks") {
    const lock = rows.targetLocks.get(id);
    return lock !== undefined && lock.opened === undefined;
  }
  return table === "statements" ? rows.statements.has(id) : rows.reviewCycles.get(id)?.state === "locked";
}

/** `<table>/<id>` of the record that seals this one; `null` when none could. */
function sealKey(workspace: Workspace, one: JoinedRecord): string | null {
  const record = (one.mine ?? one.theirs)?.record;
  if (one.table === "targetLocks" || one.table === "statements" || one.table === "reviewCycles") {
    return `${one.table}/${one.id}`;
  }
  if (one.table === "targets") {
    const scope = lockScopeOf(workspace.rows, one.id);
    return scope && `targetLocks/${scope.kpiId}|${scope.year}`;
  }
  if (!record) return null;
  if (one.table === "payAdjustments") return `statements/${adjustedStatement(record)}`;
  return `reviewCycles/${(record as Review).cycleId}`;
}

function adjustedStatement(record: AnyRecord): string {
  const { memberId, periodId } = record as PayAdjustment;
  return statementId(memberId, periodId);
}

function splitKey(key: string): readonly string[] {
  const slash = key.indexOf("/");
  return [key.slice(0, slash), key.slice(slash + 1)];
}
