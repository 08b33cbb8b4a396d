import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { commit } from "../../../../renderer/storage/commit.ts";
import { closeWorkspace } from "../../../../renderer/storage/open-workspace.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { checkStorage, mendStorage, readStorageHealth } from "../../../../renderer/storage/storage-health.ts";
import type { MemoryFolder } from "../../../builders/memory-folder.ts";
import { beginStored } from "../../../builders/stored-team.ts";
import { customer } from "../../core/vault/build-workspace.ts";

let folder: MemoryFolder;

beforeEach(async () => {
  folder = await beginStored();
  await commit({ key: "test.label" }, [{ op: "put", table: "customers", records: [customer("c1")] }]);
});

afterEach(closeWorkspace);

const alterRow = () =>
  currentSession()
    .database.rows.where("key")
    .equals("skills/s1")
    .modify((row) => {
      Object.assign(row, { text: row.text.replace("谈判", "谈到") });
    });

it("finds nothing where nothing is damaged", async () => {
  expect(await checkStorage()).toEqual([]);
});

it("names the record that is damaged, and the table that is short of it", async () => {
  await alterRow();
  const skills = { key: "vault.table.skills" };
  expect(await checkStorage()).toEqual([
    { copy: "database", what: { key: "vault.found.row", params: { place: "s1", table: skills } } },
    { copy: "database", what: { key: "vault.found.count", params: { table: skills, there: 0, here: 1 } } },
  ]);
});

it("names the page that is damaged, counted from one", async () => {
  await currentSession()
    .database.pages.toCollection()
    .modify((page) => void (page.bytes[9]! ^= 1));
  const [first] = await checkStorage();
  expect(first?.what).toMatchObject({ key: "vault.found.page", params: { place: 1 } });
});

it("names the file of the ledger that is damaged", async () => {
  const [name, contents] = [...folder.files].find(([file]) => file.endsWith(".segment"))!;
  const at = contents.seen.length - 3;
  contents.seen[at]! ^= 1;
  const found = await checkStorage();
  expect(found[0]).toMatchObject({ copy: "ledger", what: { params: { file: name } } });
});

it("mends the database from what is on screen, to the last record", async () => {
  await alterRow();
  expect(await mendStorage()).toBe(true);
  expect(await checkStorage()).toEqual([]);
});

it("tells a database that is a change behind", async () => {
  await currentSession()
    .database.meta.toCollection()
    .modify((meta) => void Object.assign(meta, { sequence: meta.sequence - 1 }));
  const [found] = await checkStorage();
  expect(found?.what).toEqual({ key: "vault.found.database-other", params: { there: 2, here: 3 } });
});

it("says what it can where ledger and database no longer answer, and names both", async () => {
  const { platform, database } = currentSession();
  const gone = () => Promise.reject(new DOMException("not found", "NotFoundError"));
  Object.assign(platform.ledger, { read: gone, size: gone, kept: gone });
  vi.spyOn(database, "transaction").mockImplementation(gone as never);
  expect(await readStorageHealth()).toMatchObject({ ledgerBytes: null, kept: [] });
  expect((await checkStorage()).map(({ what }) => what.key)).toEqual([
    "vault.found.unreadable",
    "vault.found.unreadable-database",
  ]);
});
