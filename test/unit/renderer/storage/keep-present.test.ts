import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { SCHEMA_VERSION } from "../../../../core/vault/upgrades/upgrade-data.ts";
import { commitImport } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, customer } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
let folder: MemoryFolder;

beforeEach(async () => {
  folder = new MemoryFolder();
  await deleteDatabase();
});

afterEach(closeWorkspace);

const importOne = (id: string) =>
  commitImport(LABEL, {
    changes: [{ op: "put", table: "customers", records: [customer(id)] }],
    seen: currentWorkspace(),
    texts: new Map(),
  });

/** How many customers each kept state holds, newest first. */
async function keptCustomers(): Promise<readonly number[]> {
  const { ledger } = currentSession().platform;
  const counts: number[] = [];
  for (const { number } of (await ledger.kept?.()) ?? []) {
    const read = readWorkspaceFile((await ledger.readKept!(number))!);
    counts.push(read.ok ? read.value.head.counts.customers : -1);
  }
  return counts;
}

it("keeps the state before each import", async () => {
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
  await importOne("c1");
  await importOne("c2");
  expect(await keptCustomers()).toEqual([1, 0]);
});

it("refuses an import, and does not fail, when the browser's files can no longer be found", async () => {
  const platform = memoryPlatform(folder);
  const kept = () => Promise.reject(new DOMException("not found", "NotFoundError"));
  await openWorkspace({ ...platform, ledger: { ...platform.ledger, kept } });
  await createWorkspace(SETTINGS);
  expect(await importOne("c1")).toEqual({ ok: false, error: [{ message: { key: "vault.save.not-kept" } }] });
});

it("gives a ledger up that does not answer, so that an import does not hang on a full disk", async () => {
  const platform = memoryPlatform(folder);
  const kept = () => new Promise<never>(() => undefined);
  await openWorkspace(platform);
  await createWorkspace(SETTINGS);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  currentSession().platform.ledger.kept = kept;
  const imported = importOne("c1");
  for (let second = 0; second < 20; second += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(1000);
  }
  vi.useRealTimers();
  expect((await imported).ok).toBe(false);
});

it("imports nothing when the state before cannot be kept", async () => {
  const platform = memoryPlatform(folder);
  await openWorkspace({
    ...platform,
    ledger: { ...platform.ledger, keep: async () => ({ ok: false, error: "not-saved" }) },
  });
  await createWorkspace(SETTINGS);
  const outcome = await importOne("c1");
  expect(outcome).toEqual({ ok: false, error: [{ message: { key: "vault.save.not-kept" } }] });
  expect(currentWorkspace().facts.customers.pages).toEqual([]);
});

it("keeps the state before a step of the schema, and begins a new snapshot after it", async () => {
  const older = new Uint8Array(
    readFileSync(new URL("../../../fixtures/workspaces/schema-2.jiugong", import.meta.url)),
  );
  const platform = memoryPlatform(folder);
  await platform.ledger.read();
  await platform.ledger.compact(older, 3);
  await openWorkspace(platform);
  expect(await keptCustomers()).toEqual([8]);
  const { snapshot } = await platform.ledger.read();
  const read = readWorkspaceFile(snapshot!);
  expect(read.ok && read.value.head.schema).toBe(SCHEMA_VERSION);
});
