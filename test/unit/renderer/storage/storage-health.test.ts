import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commit } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { checkStorage, mendStorage } from "../../../../renderer/storage/storage-health.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, customer, skill } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
let folder: MemoryFolder;

beforeEach(async () => {
  folder = new MemoryFolder();
  await deleteDatabase();
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
  await commit(LABEL, [
    { op: "put", table: "skills", records: [skill("s1")] },
    { op: "put", table: "customers", records: [customer("c1")] },
  ]);
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
  expect(found?.what).toEqual({ key: "vault.found.database-other", params: { there: 1, here: 2 } });
});
