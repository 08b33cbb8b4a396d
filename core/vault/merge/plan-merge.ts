import type { AnyRecord } from "../../base/change.ts";
import type { FactRef, RecordRef, TableName } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Stamp } from "../../base/stamp.ts";
import { recordById } from "../apply-changes.ts";
import type { WorkspaceFile } from "../workspace-file.ts";
import { settingsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { joinSettings } from "./join-settings.ts";
import type { FieldClash, Side } from "./join-record.ts";
import { joinWorkspaces } from "./join-workspaces.ts";
import type { Copies, JoinedRecord, SavedRecord } from "./join-workspaces.ts";
import { doubledRecords } from "./doubled-records.ts";
import type { DoubledRecord } from "./doubled-records.ts";
import { keepNeeded } from "./needed-records.ts";
import { referencesOf } from "./record-references.ts";
import { settleSealed } from "./sealed-groups.ts";
import type { RefusedRecord } from "./sealed-groups.ts";
import { seenOf } from "./seen.ts";

/** One side of a merge: its state and the last stamp of its clock. */
export interface CopyToMerge {
  readonly workspace: Workspace;
  readonly stamp: Stamp | null;
}

/** What both sides say differently and a person may decide. */
export type MergeConflict =
  | {
      readonly kind: "field";
      /** `<table>/<id>#<field>` */
      readonly key: string;
      readonly table: TableName;
      readonly id: string;
      readonly clash: FieldClash;
      readonly proposed: Side;
      /** The other side is no choice: it names this record, which is gone. */
      readonly fixedBy?: RecordRef | FactRef;
    }
  | {
      readonly kind: "removed";
      /** `<table>/<id>` */
      readonly key: string;
      readonly table: TableName;
      readonly id: string;
      readonly saved: SavedRecord;
      /** Removal is no choice: this record needs it. */
      readonly fixedBy?: RecordRef | FactRef;
      /** The side that still has it: nothing that somebody wrote goes without being asked about. */
      readonly proposed: Side;
    };

/** Records of a table that a merge writes. */
export interface MergeCount {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a merge will do, before anything is done. */
export interface MergePlan {
  readonly records: readonly JoinedRecord[];
  readonly conflicts: readonly MergeConflict[];
  readonly refused: readonly RefusedRecord[];
  /** What would stand twice although it may stand once only: nothing is left out for it, but a person should know. */
  readonly doubled: readonly DoubledRecord[];
  readonly counts: ReadonlyMap<TableName, MergeCount>;
}

/** Why a file cannot be merged at all, or `null`: its names were replaced, or it counts in another currency.
 * @example mergeRefusal({ workspace: aSample() }, { workspace: aSample(), head: {} }) // => null
 */
export function mergeRefusal(
  mine: Pick<CopyToMerge, "workspace">,
  theirs: Pick<WorkspaceFile, "workspace" | "head">,
): Result<never> | null {
  const ours = settingsOf(mine.workspace);
  const other = settingsOf(theirs.workspace);
  if (theirs.head.share?.masked === true || other.isMasked === true) return refuse("masked");
  if (ours.isMasked === true) return refuse("masked-here");
  if (ours.currency === other.currency) return null;
  const params = { mine: ours.currency, theirs: other.currency };
  return fail([{ message: message("vault.merge.problem.currency", params) }]);
}

/** Plans the merge of two copies, with their common ancestor where it is given. Per field what one side alone changed is
 * taken; where both did, the later stamp is proposed and the conflict is listed; what the rules of a commit refuse stays as
 * it is and is listed with the reason. The plan of a copy with itself is empty.
 * @example planMerge({ mine: { workspace: aSample(), stamp: null }, theirs: { workspace: aSample(), stamp: null } }).next().value // => undefined
 */
export function* planMerge(of: {
  readonly mine: CopyToMerge;
  readonly theirs: CopyToMerge;
  readonly base?: Workspace | undefined;
}): Generator<void, MergePlan> {
  const copies: Copies = {
    mine: of.mine.workspace,
    theirs: of.theirs.workspace,
    mineSeen: seenOf(of.mine.workspace, of.mine.stamp),
    theirsSeen: seenOf(of.theirs.workspace, of.theirs.stamp),
    base: of.base,
    whole: wholeOf(of.mine.workspace, of.theirs.workspace),
  };
  yield;
  const settings = joinSettings(copies);
  const joined = yield* joinWorkspaces(copies);
  const settled = settleSealed(copies, joined);
  const kept = yield* keepNeeded(copies, settled.records);
  const records = [...settings.records, ...kept].filter((one) => !isAsItWas(one));
  const isThere = presenceAfter(copies, kept);
  const doubled = yield* doubledRecords(copies, records);
  return {
    records,
    conflicts: records.flatMap((one) => conflictsOf(copies, one, isThere)),
    refused: [...settings.refused, ...settled.refused],
    doubled,
    counts: countsOf(records),
  };
}

/** Nothing is written and nothing asked. */
function isAsItWas({ mine, theirs, joined, clashes, saved }: JoinedRecord): boolean {
  if (clashes.length > 0 || saved) return false;
  if (!joined) return mine === null && theirs !== null;
  return isSame(joined.record, mine?.record) && isSame(joined.stamps, mine?.stamps);
}

function wholeOf(mine: Workspace, theirs: Workspace): Side | undefined {
  const isPart = settingsOf(mine).isPart === true;
  if (isPart === (settingsOf(theirs).isPart === true)) return undefined;
  return isPart ? "theirs" : "mine";
}

type IsThere = (ref: RecordRef | FactRef) => boolean;

/** Whether a record is there after the merge as proposed. */
function presenceAfter({ mine }: Copies, joined: readonly JoinedRecord[]): IsThere {
  const byKey = new Map(joined.map((one) => [`${one.table}/${one.id}`, one]));
  return ({ table, id }) => {
    const one = byKey.get(`${table}/${id}`);
    return one ? one.joined !== null : recordById(mine, table, id) !== undefined;
  };
}

function conflictsOf(
  copies: Copies,
  { table, id, clashes, saved }: JoinedRecord,
  isThere: IsThere,
): readonly MergeConflict[] {
  const key = `${table}/${id}`;
  const fields = clashes.map((clash): MergeConflict => {
    const { proposed } = clash;
    const fixedBy = lostBy(copies, { table, id, clash }, isThere);
    return {
      kind: "field",
      key: `${key}#${clash.field}`,
      table,
      id,
      clash,
      proposed,
      ...(fixedBy && { fixedBy }),
    };
  });
  if (!saved) return fields;
  const proposed: Side = saved.removedBy === "mine" ? "theirs" : "mine";
  const { neededBy } = saved;
  const removed = { kind: "removed", key, table, id, saved, proposed } as const;
  return [...fields, { ...removed, ...(neededBy && { fixedBy: neededBy }) }];
}

/** What the side that is not proposed names and what the merge has removed. */
function lostBy(
  { mine, theirs }: Copies,
  of: { readonly table: TableName; readonly id: string; readonly clash: FieldClash },
  isThere: IsThere,
): RecordRef | FactRef | undefined {
  const { table, id, clash } = of;
  const other: Side = clash.proposed === "mine" ? "theirs" : "mine";
  const pairs = [clash, ...(clash.others ?? [])].map((pair) => [pair.field, pair[other].value]);
  return referencesOf(table, { id, ...Object.fromEntries(pairs) } as AnyRecord).find(
    (ref) =>
      !isThere(ref) && [mine, theirs].some((copy) => recordById(copy, ref.table, ref.id) !== undefined),
  );
}

function countsOf(records: readonly JoinedRecord[]): ReadonlyMap<TableName, MergeCount> {
  const counts = new Map<TableName, MergeCount>();
  for (const { table, mine, joined } of records) {
    const kind = kindOf(mine?.record, joined?.record);
    if (kind === null) continue;
    const known = counts.get(table) ?? { added: 0, changed: 0, removed: 0 };
    counts.set(table, { ...known, [kind]: known[kind] + 1 });
  }
  return counts;
}

function kindOf(before: object | undefined, after: object | undefined): keyof MergeCount | null {
  if (!before) return after ? "added" : null;
  if (!after) return "removed";
  return isSame(before, after) ? null : "changed";
}

function refuse(name: "masked" | "masked-here"): Result<never> {
  return fail([{ message: message(`vault.merge.problem.${name}`) }]);
}

/** Whether a plan would write anything.
 * @example isEmptyPlan({ records: [] }) // => true
 */
export function isEmptyPlan({ records }: Pick<MergePlan, "records">): boolean {
  return records.length === 0;
}
