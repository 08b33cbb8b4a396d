import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { putRecords, removeRecords } from "../../../../core/base/change.ts";
import { commit, commitImport, undo } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, skill } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
const folder = new MemoryFolder();

const skillNow = () => currentWorkspace().rows.skills.get("s1");
/** What a command of the screen answers: the whole record with one field changed. */
const edit = (fields: object) => [putRecords("skills", [{ ...skillNow()!, ...fields }])];

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
  await commit(LABEL, [putRecords("skills", [skill("s1")])]);
});
afterEach(closeWorkspace);

it("two edits of one record that follow each other before the first is written are both kept, after a restart too", async () => {
  const both = [commit(LABEL, edit({ order: 7 })), commit(LABEL, edit({ archived: true }))];
  expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true);
  await closeWorkspace();
  await openWorkspace(memoryPlatform(folder));
  expect(skillNow()).toMatchObject({ order: 7, archived: true });
});

it("undo takes back the second of two quick edits alone", async () => {
  await Promise.all([commit(LABEL, edit({ order: 7 })), commit(LABEL, edit({ archived: true }))]);
  await undo();
  expect(skillNow()).toMatchObject({ order: 7, archived: false });
});

it("a form that was opened before another change writes the fields that were changed in it, no others", async () => {
  const seen = currentWorkspace();
  const held = edit({ archived: true });
  await commit(LABEL, edit({ order: 7 }));
  await commit(LABEL, held, seen);
  expect(skillNow()).toMatchObject({ order: 7, archived: true });
});

it("an edit of what was removed a moment ago is refused by name, and nothing is written", async () => {
  const removed = commit(LABEL, [removeRecords("skills", ["s1"])]);
  const edited = await commit(LABEL, edit({ order: 7 }));
  expect((await removed).ok).toBe(true);
  expect(edited).toMatchObject({ ok: false, error: [{ message: { key: "vault.rebase.gone" } }] });
  expect(skillNow()).toBeUndefined();
});

it("an import that was planned against a workspace that has moved on is not written", async () => {
  const seen = currentWorkspace();
  await commit(LABEL, edit({ order: 7 }));
  const changes = [putRecords("skills", [skill("s1"), skill("s2")])];
  expect((await commitImport(LABEL, { changes, seen, texts: new Map() })).ok).toBe(false);
  expect(skillNow()?.order).toBe(7);
});
