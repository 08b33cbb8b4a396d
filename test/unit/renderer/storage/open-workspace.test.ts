import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commit, redo, retrySaving, undo } from "../../../../renderer/storage/commit.ts";
import { snapshotNow } from "../../../../renderer/storage/compact-ledger.ts";
import { JiugongDatabase } from "../../../../renderer/storage/database.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { readJournal } from "../../../../renderer/storage/read-journal.ts";
import { saveStatus } from "../../../../renderer/storage/save-status.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { undoState } from "../../../../renderer/storage/undo-state.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import type { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { beginStored, putSkill, restart, skillIds } from "../../../builders/stored-team.ts";
import { customer } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
let folder: MemoryFolder;

const said = (report: { readonly messages: readonly { readonly key: string }[] }) =>
  report.messages.map(({ key }) => key);

async function spoil(table: "rows" | "pages", change: (row: never) => unknown): Promise<void> {
  await closeWorkspace();
  const database = new JiugongDatabase();
  await database
    .table(table)
    .toCollection()
    .modify(change as never);
  database.close();
}

beforeEach(async () => void (folder = await beginStored()));

afterEach(closeWorkspace);

describe("opening", () => {
  it("finds everything that was committed, in the order in which it was first written", async () => {
    await putSkill("a");
    await commit(LABEL, [{ op: "put", table: "customers", records: [customer("c1")] }]);
    const before = currentWorkspace();
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
    expect(currentWorkspace()).toEqual(before);
    expect(skillIds()).toEqual(["s1", "a"]);
  });

  it("restores a database that was deleted, twice over", async () => {
    for (const id of ["s2", "s3"]) {
      await putSkill(id);
      const before = currentWorkspace();
      await closeWorkspace();
      await deleteDatabase();
      expect(said(await restart(folder))).toEqual(["vault.start.restored-absent"]);
      expect(currentWorkspace()).toEqual(before);
    }
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
  });

  it("restores a database whose row was altered", async () => {
    await spoil("rows", (row: { text: string }) => (row.text = row.text.replace("谈判", "谈到")));
    expect(said(await restart(folder))).toEqual(["vault.start.restored-damaged"]);
    expect(currentWorkspace().rows.skills.get("s1")?.name.zh).toBe("谈判");
  });

  it("restores a database whose page has a flipped bit", async () => {
    await commit(LABEL, [{ op: "put", table: "customers", records: [customer("c1")] }]);
    await spoil("pages", (page: { bytes: Uint8Array }) => (page.bytes[9]! ^= 1));
    expect(said(await restart(folder))).toEqual(["vault.start.restored-damaged"]);
    expect(currentWorkspace().facts.customers.pages[0]?.rows[0]).toEqual(customer("c1"));
  });

  it("writes the ledger anew from the database when its files are gone", async () => {
    folder.files.clear();
    expect(said(await restart(folder))).toEqual(["vault.start.ledger-rewritten"]);
    await putSkill("s2");
    await closeWorkspace();
    await deleteDatabase();
    expect(said(await restart(folder))).toEqual(["vault.start.restored-absent"]);
    expect(skillIds()).toEqual(["s1", "s2"]);
  });

  it("gives the database what only the ledger has", async () => {
    const database = new JiugongDatabase();
    const old = await Promise.all(database.tables.map((table) => table.toArray()));
    await putSkill("s2");
    await closeWorkspace();
    await database.open();
    for (const [index, table] of database.tables.entries()) {
      await table.clear();
      await table.bulkPut(old[index]!);
    }
    database.close();
    expect(said(await restart(folder))).toEqual(["vault.start.caught-up"]);
    expect(skillIds()).toEqual(["s1", "s2"]);
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
  });

  it("says what may be lost where an older snapshot does not lead to the end", async () => {
    await putSkill("s2");
    await snapshotNow(currentSession());
    for (const id of ["s3", "s4"]) await putSkill(id);
    await closeWorkspace();
    await deleteDatabase();
    folder.files.get("00000002.snapshot")!.seen[300]! ^= 1;
    const first = folder.files.get("00000001.segment")!;
    first.seen[first.seen.length - 5]! ^= 1;
    const report = await restart(folder);
    expect(report.messages.at(-1)).toEqual({ key: "vault.start.may-be-lost", params: { count: 3 } });
    expect(skillIds()).toEqual(["s1"]);
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
  });

  it("refuses a newer database and leaves both copies untouched", async () => {
    await closeWorkspace();
    const newer = indexedDB.open("jiugong", 20);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    const files = JSON.stringify([...folder.files]);
    expect(await openWorkspace(memoryPlatform(folder))).toMatchObject({ outcome: "refused" });
    expect(JSON.stringify([...folder.files])).toBe(files);
    expect((await indexedDB.databases())[0]?.version).toBe(20);
  });
});

describe("an empty start", () => {
  it("is a first one where nothing was, and says that data is gone where there was some", async () => {
    const platform = memoryPlatform(folder);
    await closeWorkspace();
    await openWorkspace(platform);
    await closeWorkspace();
    folder.files.clear();
    await deleteDatabase();
    expect(said(await openWorkspace(platform))).toEqual(["vault.start.vanished"]);
    await closeWorkspace();
    expect(said(await openWorkspace(memoryPlatform(folder)))).toEqual([]);
  });
});

describe("a commit", () => {
  it("changes nothing when the disk refuses it, and says so until the person tries again", async () => {
    const before = currentWorkspace();
    folder.failAt(new Map([...Array(40).keys()].map((call) => [call, "before"] as const)));
    expect(await putSkill("s2")).toMatchObject({ ok: false });
    expect(currentWorkspace()).toBe(before);
    expect(saveStatus.getState().message?.key).toMatch(/^vault\.save\./);
  });

  it("goes on when there is room again although the connection stays broken: the database is opened anew", async () => {
    const { database } = currentSession();
    const refuse = () => Promise.reject(new DOMException("Internal error", "UnknownError"));
    const broken = vi.spyOn(database, "transaction").mockImplementation(refuse as never);
    const open = database.open.bind(database);
    vi.spyOn(database, "open").mockImplementation(() => {
      broken.mockRestore();
      return open();
    });
    expect((await putSkill("s2")).ok).toBe(true);
    expect(saveStatus.getState().state).toBe("behind");
    expect((await retrySaving()).ok).toBe(true);
    expect((await putSkill("s3")).ok).toBe(true);
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
    expect(skillIds()).toEqual(["s1", "s2", "s3"]);
  });

  it("is taken back and done again across rooms", async () => {
    await commit({ key: "b" }, [{ op: "put", table: "customers", records: [customer("c1")] }]);
    expect(undoState.getState()).toEqual({ undoLabel: { key: "b" }, redoLabel: null });
    await undo();
    await undo();
    expect(skillIds()).toEqual([]);
    expect(undoState.getState()).toEqual({ undoLabel: null, redoLabel: LABEL });
    await redo();
    expect(skillIds()).toEqual(["s1"]);
    await restart(folder);
    expect(skillIds()).toEqual(["s1"]);
  });

  it("is in the journal, also after the database was lost", async () => {
    await undo();
    const kinds = async () => (await readJournal({ limit: 10 })).map(({ kind }) => kind);
    expect(await kinds()).toEqual(["undo", "do", "restore"]);
    await closeWorkspace();
    await deleteDatabase();
    await restart(folder);
    expect(await kinds()).toEqual(["undo", "do", "restore"]);
  });
});
