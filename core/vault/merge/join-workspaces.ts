import type { AnyRecord } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { RecordRef, TableName } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import type { Stamp, Stamps } from "../../base/stamp.ts";
import { PAGE_ROWS, isFactTable, recordById } from "../apply-changes.ts";
import type { FactPage, Workspace } from "../workspace.ts";
import { joinRecord, stampsIn } from "./join-record.ts";
import type { FieldClash, Held, JoinRule, Side } from "./join-record.ts";
import { heldById, heldOf } from "./held-by-id.ts";
import { isTableName } from "./record-references.ts";
import { knows } from "./seen.ts";
import type { Seen } from "./seen.ts";

/** Two copies and what each knows of. */
export interface Copies {
  readonly mine: Workspace;
  readonly theirs: Workspace;
  readonly mineSeen: Seen;
  readonly theirsSeen: Seen;
  /** The common ancestor, where one was given. */
  readonly base?: Workspace | undefined;
  /** The one of the two that is not a share. */
  readonly whole?: Side | undefined;
}

/** What became of one record that the copies do not have alike. */
export interface JoinedRecord {
  readonly table: TableName;
  readonly id: string;
  readonly mine: Held | null;
  readonly theirs: Held | null;
  /** `null`: removed. */
  readonly joined: Held | null;
  /** When it was removed; of records that are gone. */
  readonly removedAt?: Stamp | undefined;
  readonly clashes: readonly FieldClash[];
  /** One copy removed it, the other changed it without knowing: it stays. */
  readonly saved?: SavedRecord | undefined;
}

export interface SavedRecord {
  readonly removedBy: Side;
  readonly removedAt: Stamp;
  readonly changedAt: Stamp | "";
  /** It was not changed, but this record of the copy that has it points at it. */
  readonly neededBy?: RecordRef;
}

/** Every record that is not alike in both copies, joined. A record that one copy does not hold is not said by it; it is gone
 * when there is a tombstone, unless the copy that still has it changed it in a way the other did not know of: then it stays.
 * Yields now and then, so that a screen may have turns.
 * @example runToEnd(joinWorkspaces({ mine: aSample(), theirs: aSample(), mineSeen: new Map(), theirsSeen: new Map() })) // => []
 */
export function* joinWorkspaces(copies: Copies): Generator<void, readonly JoinedRecord[]> {
  const found: JoinedRecord[] = [];
  for (const table of [...ROW_TABLES, ...FACT_TABLES]) {
    if (table === "settings") continue;
    const mine = heldById(copies.mine, table);
    let count = 0;
    for (const theirs of eachHeld(copies.theirs, table)) {
      const joined = joinWithTheirs(copies, { table, mine: mine(theirs.record.id), theirs });
      if (joined) found.push(joined);
      count += 1;
      if (count % PAGE_ROWS === 0) yield;
    }
  }
  found.push(...joinTheirTombstones(copies));
  return found;
}

function joinWithTheirs(
  copies: Copies,
  of: { readonly table: TableName; readonly mine: Held | null; readonly theirs: Held },
): JoinedRecord | null {
  const { table, mine, theirs } = of;
  const { id } = theirs.record;
  if (mine) {
    if (isAlike(mine, theirs)) return null;
    const { clashes, ...joined } = joinRecord(mine, theirs, ruleFor(copies, table, id));
    return { table, id, mine, theirs, joined, clashes };
  }
  const removedAt = copies.mine.tombstones.get(`${table}/${id}`);
  const isNew = removedAt === undefined || knows(copies.theirsSeen, removedAt);
  if (isNew) return { table, id, mine, theirs, joined: theirs, clashes: [] };
  const changedAt = changedUnknown(theirs, copies.mineSeen);
  if (changedAt === null) return { table, id, mine, theirs, joined: null, removedAt, clashes: [] };
  const saved: SavedRecord = { removedBy: "mine", removedAt, changedAt };
  return { table, id, mine, theirs, joined: theirs, clashes: [], saved };
}

function joinTheirTombstones(copies: Copies): readonly JoinedRecord[] {
  const found: JoinedRecord[] = [];
  for (const [key, removedAt] of copies.theirs.tombstones) {
    const slash = key.indexOf("/");
    const table = key.slice(0, slash) as TableName;
    const id = key.slice(slash + 1);
    if (!isTableName(table) || table === "settings" || recordById(copies.theirs, table, id)) continue;
    const mine = heldOf(copies.mine, table, id);
    const gone = { table, id, mine, theirs: null, clashes: [] };
    if (!mine) {
      const known = copies.mine.tombstones.get(key);
      if (known === undefined || known < removedAt) found.push({ ...gone, joined: null, removedAt });
      continue;
    }
    if (knows(copies.mineSeen, removedAt)) continue;
    const changedAt = changedUnknown(mine, copies.theirsSeen);
    if (changedAt === null) found.push({ ...gone, joined: null, removedAt });
    else found.push({ ...gone, joined: mine, saved: { removedBy: "theirs", removedAt, changedAt } });
  }
  return found;
}

/** The last change of a record that the other copy did not know of; `null` when there is none. */
function changedUnknown({ stamps }: Held, seen: Seen): Stamp | null {
  return (
    stampsIn(stamps)
      .toSorted()
      .findLast((stamp) => !knows(seen, stamp)) ?? null
  );
}

/** What decides between two copies of one record.
 * @example ruleFor({ mineSeen: new Map(), theirsSeen: new Map() }, "skills", "s1").base // => undefined
 */
export function ruleFor(copies: Copies, table: TableName, id: string): JoinRule {
  const { mineSeen, theirsSeen, base, whole } = copies;
  return { mineSeen, theirsSeen, whole, base: base && (recordById(base, table, id) ?? null) };
}

function isAlike(mine: Held, theirs: Held): boolean {
  return isSameStamps(mine.stamps, theirs.stamps) && isSame(mine.record, theirs.record);
}

function isSameStamps(a: Stamps | null, b: Stamps | null): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && isSame(a, b));
}

function* eachHeld(workspace: Workspace, table: TableName): Generator<Held> {
  if (!isFactTable(table)) {
    const stamps = workspace.rowStamps[table];
    for (const record of workspace.rows[table].values() as Iterable<AnyRecord>)
      yield { record, stamps: stamps.get(record.id) ?? null };
    return;
  }
  for (const page of workspace.facts[table].pages as readonly FactPage[]) {
    const { rows, stamps } = page;
    for (let slot = 0; slot < rows.length; slot += 1) yield { record: rows[slot]!, stamps: stamps[slot]! };
  }
}
