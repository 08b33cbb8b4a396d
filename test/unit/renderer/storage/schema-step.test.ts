import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyRecord, Change } from "../../../../core/base/change.ts";
import { totalOf } from "../../../../core/vault/counts.ts";
import { encodeEntry } from "../../../../core/vault/ledger-entry.ts";
import type { LedgerEntry } from "../../../../core/vault/ledger-entry.ts";
import { SCHEMA_VERSION } from "../../../../core/vault/upgrades/upgrade-data.ts";
import { readWorkspaceHead, writeWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { commit } from "../../../../renderer/storage/commit.ts";
import { JiugongDatabase } from "../../../../renderer/storage/database.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, skill, stampAt } from "../../core/vault/build-workspace.ts";

const OLD = SCHEMA_VERSION - 1;
let platform = memoryPlatform(new MemoryFolder());

const putSkill = (id: string) =>
  commit({ key: "test.label" }, [{ op: "put", table: "skills", records: [skill(id)] }]);
const skillIds = () => [...currentWorkspace().rows.skills.keys()];

async function storedSchema(lowerTo?: number): Promise<number | undefined> {
  const database = new JiugongDatabase();
  if (lowerTo !== undefined) await database.meta.update("workspace", { schema: lowerTo });
  const meta = await database.meta.get("workspace");
  database.close();
  return meta?.schema;
}

async function ledgerSchema(): Promise<number | undefined> {
  const { snapshot } = await platform.ledger.read("all");
  return snapshot ? readWorkspaceHead(snapshot)?.schema : undefined;
}

/** The ledger as the build before this one left it. */
async function writeOldSnapshot(): Promise<void> {
  const workspace = currentWorkspace();
  await closeWorkspace();
  const database = new JiugongDatabase();
  const { generation, sequence, stamp } = (await database.meta.get("workspace"))!;
  database.close();
  const standing = { generation, sequence, stamp, app: "before", at: "2026-01-01T00:00:00.000Z" };
  const bytes = writeWorkspaceFile({ workspace, journal: [], ...standing, schema: OLD });
  await platform.ledger.compact(bytes, sequence);
}

/** Two commits of the build before: its skills have not all that this build's have, until the second adds it. */
async function appendOldEntries(): Promise<void> {
  const { snapshot } = await platform.ledger.read("all");
  const { generation, sequence, counts } = readWorkspaceHead(snapshot!)!;
  const { archived, ...bare } = skill("s2");
  const changes: readonly Change[] = [
    { op: "put", table: "skills", records: [bare as AnyRecord] },
    { op: "set", table: "skills", id: "s2", fields: { archived } },
  ];
  for (const [at, change] of changes.entries()) {
    const entry: LedgerEntry = {
      sequence: sequence + 1 + at,
      generation,
      stamp: stampAt(50 + at),
      kind: "do",
      label: { key: "test.label" },
      total: totalOf(counts) + 1,
      changes: [change],
    };
    await platform.ledger.append(encodeEntry(entry, OLD));
  }
}

beforeEach(async () => {
  platform = memoryPlatform(new MemoryFolder());
  await deleteDatabase();
  await openWorkspace(platform);
  await createWorkspace(SETTINGS);
  await putSkill("s1");
  await writeOldSnapshot();
  await storedSchema(OLD);
});

afterEach(closeWorkspace);

const steppedMessages = { outcome: "open", messages: [{ key: "vault.start.stepped" }] };

describe("data of an older schema", () => {
  it("is led on at the start in both copies, and said to be, once", async () => {
    expect(await openWorkspace(platform)).toMatchObject(steppedMessages);
    expect([await storedSchema(), await ledgerSchema()]).toEqual([SCHEMA_VERSION, SCHEMA_VERSION]);
    await putSkill("s2");
    expect(await openWorkspace(platform)).toEqual({ outcome: "open", messages: [] });
    expect(skillIds()).toEqual(["s1", "s2"]);
  });

  it("is put aside as it was before the step", async () => {
    await openWorkspace(platform);
    const [kept] = (await platform.ledger.kept?.()) ?? [];
    const bytes = await platform.ledger.readKept!(kept!.number);
    expect(readWorkspaceHead(bytes!)?.schema).toBe(OLD);
  });

  it("is taken from the ledger when the step was ended before the store had it", async () => {
    await openWorkspace(platform);
    await closeWorkspace();
    await storedSchema(OLD);
    expect(await openWorkspace(platform)).toMatchObject(steppedMessages);
    expect(await storedSchema()).toBe(SCHEMA_VERSION);
    expect(skillIds()).toEqual(["s1"]);
  });

  it("is led on from the ledger when the database is gone", async () => {
    await deleteDatabase();
    const { messages } = await openWorkspace(platform);
    expect(messages.map(({ key }) => key)).toEqual(["vault.start.restored-absent", "vault.start.stepped"]);
    expect(await ledgerSchema()).toBe(SCHEMA_VERSION);
  });

  it("takes entries after an old snapshot as they were written, before the step looks at them", async () => {
    await appendOldEntries();
    await deleteDatabase();
    const { messages } = await openWorkspace(platform);
    expect(messages.map(({ key }) => key)).toEqual(["vault.start.restored-absent", "vault.start.stepped"]);
    expect(skillIds()).toEqual(["s1", "s2"]);
  });

  it("takes up old entries that had not reached the database, in the same way", async () => {
    await appendOldEntries();
    const { messages } = await openWorkspace(platform);
    expect(messages.map(({ key }) => key)).toEqual(["vault.start.caught-up", "vault.start.stepped"]);
    expect(skillIds()).toEqual(["s1", "s2"]);
    expect(await ledgerSchema()).toBe(SCHEMA_VERSION);
  });

  it("stays untouched when it cannot be put aside", async () => {
    const full = { ...platform.ledger, keep: async () => ({ ok: false, error: "not-saved" }) as const };
    await expect(openWorkspace({ ...platform, ledger: full })).rejects.toThrow("put aside");
    expect([await storedSchema(), await ledgerSchema()]).toEqual([OLD, OLD]);
  });
});
