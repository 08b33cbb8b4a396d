import fc from "fast-check";
import type { AnyRecord, Change } from "../../core/base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Stamp, Stamps } from "../../core/base/stamp.ts";
import { applyChanges, isFactTable, recordById } from "../../core/vault/apply-changes.ts";
import { heldOf } from "../../core/vault/merge/held-by-id.ts";
import { mergeCopies } from "../../core/vault/merge/merge-copies.ts";
import type { CopyToMerge } from "../../core/vault/merge/plan-merge.ts";
import { rememberSeen, seenList, seenOf } from "../../core/vault/merge/seen.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { aSettings } from "./vault-sample.ts";

/* Histories of copies that went out from one: each edits, removes and adds for itself, with a clock of its own that may be
   wrong; in some they merge with each other on the way. */

/** A copy on its device. */
export interface Replica extends CopyToMerge {
  readonly device: string;
}

type Step =
  | {
      readonly do: "set";
      readonly on: number;
      readonly what: number;
      readonly field: string;
      readonly value: number;
      readonly ms: number;
    }
  | { readonly do: "remove" | "add"; readonly on: number; readonly what: number; readonly ms: number }
  | { readonly do: "merge"; readonly on: number; readonly from: number };

/** Records of both kinds: rows, and facts in pages; the last two are not there at the start. */
const RECORDS = [
  ["skills", "s1"],
  ["skills", "s2"],
  ["customers", "c1"],
  ["customers", "c2"],
  ["skills", "s3"],
  ["customers", "c3"],
] as const;
const AT_START = 4;

const set = fc.record({
  do: fc.constant("set" as const),
  on: fc.nat(2),
  what: fc.nat(RECORDS.length),
  field: fc.constantFrom("name", "industry", "phone"),
  value: fc.nat(3),
  ms: fc.nat(60),
});
const life = fc.record({
  do: fc.constantFrom("remove" as const, "add" as const),
  on: fc.nat(2),
  what: fc.nat(RECORDS.length - 1),
  ms: fc.nat(60),
});
const merge = fc.record({ do: fc.constant("merge" as const), on: fc.nat(2), from: fc.nat(2) });

/** Steps of copies that never met since they went out. */
export const apart: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof({ arbitrary: set, weight: 2 }, life), {
  maxLength: 14,
});
/** Steps of copies that merge with each other on the way. */
export const meeting: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ arbitrary: set, weight: 2 }, life, merge),
  {
    maxLength: 14,
  },
);
/** The same where nothing is removed. */
export const meetingKeeping: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ arbitrary: set, weight: 3 }, merge),
  {
    maxLength: 14,
  },
);

/** The copies after a history. */
export function replicasAfter(count: number, steps: readonly Step[]): readonly Replica[] {
  const first = applyChanges(emptyWorkspace(aSettings()), RECORDS.slice(0, AT_START).map(adding), START);
  const replicas = Array.from({ length: count }, (_, index): Replica => {
    const device = `d${index}`;
    return { workspace: rememberSeen(first, START, device), stamp: START, device };
  });
  for (const step of steps) {
    const at = step.on % count;
    replicas[at] = after(replicas[at]!, step, replicas);
  }
  return replicas;
}

/** The first state, from which all went out. */
export function ancestor(): Workspace {
  return replicasAfter(1, [])[0]!.workspace;
}

/** Merges without a person. */
export function merged(mine: CopyToMerge, theirs: CopyToMerge, base?: Workspace): CopyToMerge {
  const { workspace, stamp } = mergeCopies({ mine, theirs, base });
  return { workspace, stamp };
}

/** All that a copy says, in one order: records with the stamp of each field, tombstones, and what it knows of. */
export function saying({ workspace, stamp }: CopyToMerge): unknown {
  const records = [...ROW_TABLES, ...FACT_TABLES].flatMap((table) => {
    const ids = isFactTable(table)
      ? [...workspace.facts[table].pageIndexById.keys()]
      : [...workspace.rows[table].keys()];
    return ids.toSorted().map((id) => [table, plainFields(heldOf(workspace, table, id)!)]);
  });
  return {
    records,
    tombstones: [...workspace.tombstones].toSorted(),
    seen: seenList(seenOf(workspace, stamp)),
  };
}

function plainFields({
  record,
  stamps,
}: {
  readonly record: AnyRecord;
  readonly stamps: Stamps | null;
}): unknown {
  const own = typeof stamps === "object" && stamps !== null ? stamps : {};
  const rest = typeof stamps === "string" ? stamps : (own[""] ?? "");
  const fields = new Set([...Object.keys(record), ...Object.keys(own)]);
  fields.delete("");
  fields.delete("seen");
  return [...fields]
    .toSorted()
    .map((field) => [field, (record as unknown as Record<string, unknown>)[field], own[field] ?? rest]);
}

const START = "000000064-0000-start" as Stamp;

function after(replica: Replica, step: Step, replicas: readonly Replica[]): Replica {
  if (step.do === "merge") {
    const other = replicas[step.from % replicas.length]!;
    return other === replica ? replica : { ...replica, ...merged(replica, other) };
  }
  const changes = changesOf(replica.workspace, step);
  if (changes.length === 0) return replica;
  const stamp = nextStamp(replica.stamp, 100 + step.ms, replica.device);
  return { ...replica, workspace: applyChanges(replica.workspace, changes, stamp), stamp };
}

function changesOf(workspace: Workspace, step: Exclude<Step, { do: "merge" }>): readonly Change[] {
  const place = RECORDS[step.what];
  if (step.do !== "set") {
    if (!place) return [];
    const [table, id] = place;
    const isThere = recordById(workspace, table, id) !== undefined;
    if (step.do === "add") return isThere ? [] : [adding(place)];
    return isThere ? [{ op: "remove", table, ids: [id] }] : [];
  }
  if (!place)
    return [{ op: "set", table: "settings", id: "workspace", fields: { dutyLimit: 1 + step.value } }];
  const [table, id] = place;
  if (!recordById(workspace, table, id)) return [];
  const isSkill = table === "skills";
  const value = isSkill ? { order: step.value } : { [step.field]: textOf(step) };
  return [{ op: "set", table, id, fields: value }];
}

/** An optional field may be emptied. */
function textOf({ field, value }: { readonly field: string; readonly value: number }): string | undefined {
  return value === 0 && field !== "name" ? undefined : `${field} ${value}`;
}

function adding([table, id]: (typeof RECORDS)[number]): Change {
  const record =
    table === "skills"
      ? { id, name: { zh: id, en: "" }, order: 1, archived: false }
      : { id, name: id, phone: "1", source: "typed" };
  return { op: "put", table, records: [record as AnyRecord] };
}
