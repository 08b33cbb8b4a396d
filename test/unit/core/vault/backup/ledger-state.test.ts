import { expect, test } from "vitest";
import type { AnyRecord, Change } from "../../../../../core/base/change.ts";
import { ledgerState } from "../../../../../core/vault/backup/ledger-state.ts";
import { countRecords, totalOf } from "../../../../../core/vault/counts.ts";
import { encodeEntry } from "../../../../../core/vault/ledger-entry.ts";
import { SCHEMA_VERSION } from "../../../../../core/vault/upgrades/upgrade-data.ts";
import { writeWorkspaceFile } from "../../../../../core/vault/workspace-file.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import { customer, stampAt, standing, workspaceAfter } from "../build-workspace.ts";

const put = (id: string): Change => ({ op: "put", table: "customers", records: [customer(id)] });
const before = workspaceAfter([put("c1")]);
const snapshot = writeWorkspaceFile({ ...standing, workspace: before, journal: [] });

const ENTRY = {
  sequence: 8,
  generation: "g1",
  stamp: stampAt(8),
  kind: "do",
  label: { key: "vault.journal.created" },
} as const;

const entry = (sequence: number, id: string, total: number) =>
  encodeEntry({ ...ENTRY, sequence, stamp: stampAt(sequence), total, changes: [put(id)] }, SCHEMA_VERSION);
const total = totalOf(countRecords(before));

test("the state of a ledger is its snapshot and every entry after it, with the journal's lines", () => {
  const entries = [entry(8, "c2", total + 1), entry(9, "c3", total + 2)];
  const state = ledgerState({ snapshot, entries, damage: [] });
  expect(state && countRecords(state.workspace).customers).toBe(3);
  expect(state?.standing).toEqual({ generation: "g1", sequence: 9, stamp: stampAt(9) });
  expect(state?.journal.map(({ sequence }) => sequence)).toEqual([8, 9]);
});

test("a ledger whose acknowledged entries cannot be read gives no state", () => {
  expect(ledgerState({ snapshot, entries: [], damage: ["broken 00000001.segment"] })).toBeNull();
  expect(ledgerState({ snapshot, entries: [entry(9, "c2", total + 1)], damage: [] })).toBeNull();
});

test("a torn tail, which was never acknowledged, does no harm", () => {
  expect(ledgerState({ snapshot, entries: [], damage: ["torn 00000001.segment"] })?.standing.sequence).toBe(
    7,
  );
});

test("a ledger of an older schema gives a state of this one, its entries included", () => {
  const older = writeWorkspaceFile({ ...standing, workspace: before, journal: [], schema: 1 });
  const { name, ...nameless } = customer("c2");
  const old = (sequence: number, change: Change) =>
    encodeEntry({ ...ENTRY, sequence, stamp: stampAt(sequence), total: total + 1, changes: [change] }, 1);
  const entries = [
    old(8, { op: "put", table: "customers", records: [nameless as AnyRecord] }),
    old(9, { op: "set", table: "customers", id: "c2", fields: { name } }),
  ];
  const state = ledgerState({ snapshot: older, entries, damage: [] });
  expect(state?.schema).toBe(SCHEMA_VERSION);
  expect(state && factsOf(state.workspace, "customers").map(({ id }) => id)).toEqual(["c1", "c2"]);
});

test("one whose records no step makes right gives no state", () => {
  const older = writeWorkspaceFile({ ...standing, workspace: before, journal: [], schema: 1 });
  const bad = { op: "put", table: "customers", records: [{ id: "c2" } as AnyRecord] } as const;
  const entries = [encodeEntry({ ...ENTRY, total: total + 1, changes: [bad] }, 1)];
  expect(ledgerState({ snapshot: older, entries, damage: [] })).toBeNull();
});

test("entries that add up to another number of records give no state", () => {
  expect(ledgerState({ snapshot, entries: [entry(8, "c2", total + 5)], damage: [] })).toBeNull();
});
