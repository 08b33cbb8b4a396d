import fc from "fast-check";
import type { AnyRecord, Change } from "../../core/base/change.ts";
import type { Day } from "../../core/base/day.ts";
import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { KpiId } from "../../core/base/id.ts";
import { nextStamp, stampMs } from "../../core/base/stamp.ts";
import type { Stamp, Stamps } from "../../core/base/stamp.ts";
import {
  isLocked,
  lockOf,
  lockTargets,
  presentValues,
  unlockTargets,
} from "../../core/target/target-lock.ts";
import { valuesAtVersion } from "../../core/target/target-versions.ts";
import { withVersion } from "../../core/target/with-version.ts";
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
  | { readonly do: "merge"; readonly on: number; readonly from: number }
  | ({ readonly on: number; readonly what: number; readonly ms: number } & (
      | { readonly do: "target"; readonly value: number; readonly why: "moment" | "shared" }
      | { readonly do: "turn lock" | "lock" }
      | { readonly do: "rate" }
      | { readonly do: "stage"; readonly value: number }
    ));

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
const place = { on: fc.nat(2), what: fc.nat(1), ms: fc.nat(60) };
/** A value under a lock: with a reason of its own moment. */
const target = fc.record({
  do: fc.constant("target" as const),
  value: fc.integer({ min: 1, max: 4 }),
  why: fc.constant("moment" as const),
  ...place,
});
/** The same with a reason that others give too, or on the same day again, and removed at times. */
const anyTarget = fc.record({
  do: fc.constant("target" as const),
  value: fc.nat(4),
  why: fc.constantFrom("moment" as const, "shared" as const),
  ...place,
});
const turnLock = fc.record({ do: fc.constant("turn lock" as const), ...place });
const lock = fc.record({ do: fc.constant("lock" as const), ...place });
const rate = fc.record({ do: fc.constant("rate" as const), ...place });
const stage = fc.record({ do: fc.constant("stage" as const), value: fc.nat(3), ...place });

const merge = fc.record({ do: fc.constant("merge" as const), on: fc.nat(2), from: fc.nat(2) });

const steps = (...kinds: readonly fc.Arbitrary<Step>[]): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.oneof({ arbitrary: set, weight: 2 }, target, stage, ...kinds), { maxLength: 14 });

/** Steps of copies that never met since they went out. */
export const apart = steps(life, rate, lock);
/** The same with reasons that two copies share, locked targets that are removed, and locks that are opened and closed again. */
export const apartAlike = steps(life, rate, anyTarget, anyTarget, turnLock);
/** Steps of copies that merge with each other on the way. */
export const meeting = steps(life, rate, merge, merge);
/** The same with reasons that two copies share. */
export const meetingAlike = steps(life, rate, anyTarget, merge, merge, turnLock);
/** The same where nothing is removed. */
export const meetingKeeping = steps(rate, merge, merge);

/** The copies after a history. */
export function replicasAfter(count: number, steps: readonly Step[]): readonly Replica[] {
  const first = applyChanges(
    emptyWorkspace(aSettings()),
    [...RECORDS.slice(0, AT_START).map(adding), ...BOOK],
    START,
  );
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

/** Whether every locked target is as its lock says it, and every rating has its skill. */
export function isWhole({ workspace: { rows } }: CopyToMerge): boolean {
  const locked = [...rows.targetLocks.values()].filter(({ opened }) => opened === undefined);
  const isAsAgreed = locked.every((lock) => {
    const agreed = valuesAtVersion(lock, lock.versions.length);
    const present = presentValues(rows, lock);
    return agreed.size === present.size && [...agreed].every(([id, value]) => present.get(id) === value);
  });
  return isAsAgreed && [...rows.skillRatings.values()].every(({ skillId }) => rows.skills.has(skillId));
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
  const stamp = nextStamp(replica.stamp, 100 + step.ms, replica.device);
  const changes = changesOf(replica.workspace, step, stamp);
  if (changes.length === 0) return replica;
  return { ...replica, workspace: applyChanges(replica.workspace, changes, stamp), stamp };
}

function changesOf(
  workspace: Workspace,
  step: Exclude<Step, { do: "merge" }>,
  stamp: Stamp,
): readonly Change[] {
  if (step.do === "target") return settingTarget(workspace, step, stamp);
  if (step.do === "turn lock" || step.do === "lock") return turningLock(workspace, step, stamp);
  if (step.do === "rate") return rating(workspace, step);
  if (step.do === "stage") return [{ op: "set", table: "deals", id: "x1", fields: STAGES[step.value]! }];
  const place = RECORDS[step.what];
  if (step.do !== "set") {
    if (!place) return [];
    const [table, id] = place;
    const isThere = recordById(workspace, table, id) !== undefined;
    if (step.do === "add") return isThere ? [] : [adding(place)];
    const isUsed = [...workspace.rows.skillRatings.values()].some(({ skillId }) => skillId === id);
    return isThere && !isUsed ? [{ op: "remove", table, ids: [id] }] : [];
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

/** One KPI is locked at the start with two targets, another one has one that is free. */
const [LOCKED, FREE] = ["visits", "calls"];
const BOOK: readonly Change[] = [
  ...[aTarget(LOCKED!, 0, 3), aTarget(LOCKED!, 1, 5), aTarget(FREE!, 0, 3)].map((record): Change => ({
    op: "put",
    table: "targets",
    records: [record as AnyRecord],
  })),
  {
    op: "put",
    table: "targetLocks",
    records: [
      {
        id: `${LOCKED}|2026`,
        kpiId: LOCKED,
        year: 2026,
        on: "2026-01-01",
        note: "",
        original: { [aTarget(LOCKED!, 0, 3).id]: 3, [aTarget(LOCKED!, 1, 5).id]: 5 },
        versions: [],
      } as unknown as AnyRecord,
    ],
  },
  {
    op: "put",
    table: "deals",
    records: [{ id: "x1", name: "Pump", category: "open", stage: "Offer", source: "typed" } as AnyRecord],
  },
];

/** What is said of a deal in one go. */
const STAGES = [
  { stage: "Offer", category: "open", closedOn: undefined },
  { stage: "Won", category: "won", closedOn: "2026-03-02" },
  { stage: "Lost", category: "lost", closedOn: "2026-03-05", lossReason: "price" },
  { probability: 500_000 },
] as const;

function aTarget(kpiId: string, month: number, value: number): { readonly id: string } {
  const periodId = `2026-0${7 + month}`;
  const id = `${kpiId}|team|${periodId}|target`;
  return { id, kpiId, subject: "team", periodId, line: "target", value } as { readonly id: string };
}

function settingTarget(
  { rows }: Workspace,
  { what, value, why }: { readonly what: number; readonly value: number; readonly why: "moment" | "shared" },
  stamp: Stamp,
): readonly Change[] {
  const record = aTarget(LOCKED!, what, value) as AnyRecord;
  const isThere = rows.targets.has(record.id);
  if (value === 0 && !isThere) return [];
  const change: Change =
    value === 0
      ? { op: "remove", table: "targets", ids: [record.id] }
      : { op: "put", table: "targets", records: [record] };
  const given =
    why === "moment" ? { on: dayOf(stamp), reason: stamp } : { on: "2026-01-03", reason: "shared" };
  const versioned = withVersion(rows, [change], given as { readonly on: Day; readonly reason: string });
  return versioned.ok ? versioned.value : [];
}

/** Opens the lock that stands from the start or closes it again; locks what was free. */
function turningLock(
  { rows }: Workspace,
  step: { readonly do: "turn lock" | "lock" },
  stamp: Stamp,
): readonly Change[] {
  const of = { kpiId: (step.do === "lock" ? FREE : LOCKED) as KpiId, year: 2026, on: dayOf(stamp), note: "" };
  if (step.do === "lock" && !lockOf(rows, of) && stampMs(stamp) % 2 === 0) {
    return [{ op: "put", table: "targets", records: [aTarget(FREE!, 0, stampMs(stamp)) as AnyRecord] }];
  }
  const turned =
    isLocked(rows, of) && step.do !== "lock"
      ? unlockTargets(rows, { ...of, reason: stamp })
      : lockTargets(rows, of);
  return turned.ok ? turned.value : [];
}

/** The day that goes with a moment, so that versions are in the order of their stamps. */
function dayOf(stamp: Stamp): Day {
  const day = 1 + Math.floor((stampMs(stamp) - 100) / 10);
  return `2026-01-${String(day).padStart(2, "0")}` as Day;
}

function rating(workspace: Workspace, { what }: { readonly what: number }): readonly Change[] {
  const skillId = `s${what + 1}`;
  if (!recordById(workspace, "skills", skillId)) return [];
  const record = { id: `m1|${skillId}|2026-01-01`, memberId: "m1", skillId, on: "2026-01-01", level: 3 };
  return [
    { op: "put", table: "skillRatings", records: [{ ...record, source: "manager", note: "" } as AnyRecord] },
  ];
}
