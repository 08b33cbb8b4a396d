import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putRecords, setFields } from "../../../../core/base/change.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import type { Member } from "../../../../core/team/records.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { message } from "../../../../core/base/message.ts";
import { commit, undo } from "../../../../renderer/storage/commit.ts";
import { eraseForGood } from "../../../../renderer/storage/erase-person.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { noticeStore } from "../../../../renderer/storage/notice-store.ts";
import { readJournal } from "../../../../renderer/storage/read-journal.ts";
import { createWorkspace, replaceWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { anEraseChoice } from "../../../builders/vault-person.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

const ANN = "m-ann" as MemberId;
const NAME = "Annabel Zhu";
const choice = anEraseChoice({ memberId: ANN });

let folder: MemoryFolder;

/** Everything that the ledger's files hold. */
function allBytes(): string {
  return [...folder.files.values()].map(({ seen }) => new TextDecoder().decode(seen)).join("\n");
}

const added = () =>
  commit(message("team.added", { name: NAME }), [
    putRecords("members", [
      { id: ANN, name: NAME, ftePercent: 100, aliases: [], interests: {}, notes: "", order: 1 },
    ]),
  ]);

beforeEach(async () => {
  noticeStore.setState({ notices: [] });
  await deleteDatabase();
  folder = new MemoryFolder();
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
});

afterEach(closeWorkspace);

test("no file of the ledger, no kept state, no line of the journal and no step of undo holds an erased person", async () => {
  await added();
  await replaceWorkspace(currentWorkspace(), message("vault.journal.created"));
  await commit(message("team.renamed", { name: NAME }), [
    setFields<Member>("members", ANN, { notes: `${NAME} plays chess` }),
  ]);
  expect(allBytes().includes(NAME)).toBe(true);
  expect(await eraseForGood(choice)).toEqual({ ok: true, value: null });
  expect(allBytes().includes(NAME)).toBe(false);
  expect(await currentSession().platform.ledger.kept!()).toEqual([]);
  expect(JSON.stringify(await readJournal({ limit: 100 }))).not.toContain(NAME);
  expect(await undo()).toEqual({ ok: true, value: null });
});

test("after a restart an erased person is still gone, in the ledger and in the database, and work goes on", async () => {
  await added();
  await eraseForGood(choice);
  await closeWorkspace();
  await openWorkspace(memoryPlatform(folder));
  expect([...currentWorkspace().rows.members.keys()]).toEqual(["erased-1"]);
  const changed = await commit(message("team.renamed"), [
    setFields<Settings>("settings", "workspace", { name: "T" }),
  ]);
  expect(changed.ok).toBe(true);
  expect(await undo()).toMatchObject({ ok: true });
  expect([...currentWorkspace().rows.members.values()].map(({ name }) => name)).toEqual(["Former member 1"]);
});

test("where the ledger cannot be written nothing is erased and the person is told", async () => {
  await added();
  folder.failAt(new Map(Array.from({ length: 200 }, (_, at) => [at, "before"] as const)));
  expect((await eraseForGood(choice)).ok).toBe(false);
  folder.failAt(new Map());
  expect(currentWorkspace().rows.members.has(ANN)).toBe(true);
});

test("a file of before that cannot be removed is said, is offered nowhere, and is gone after the next start", async () => {
  await added();
  await replaceWorkspace(currentWorkspace(), message("vault.journal.created"));
  const remove = folder.remove.bind(folder);
  folder.remove = async () => Promise.reject(new Error("EBUSY"));
  expect((await eraseForGood(choice)).ok).toBe(true);
  expect(noticeStore.getState().notices.map((one) => one.message.key)).toEqual(["vault.damage.left"]);
  expect(await currentSession().platform.ledger.kept!()).toEqual([]);
  await closeWorkspace();
  folder.remove = remove;
  expect(await openWorkspace(memoryPlatform(folder))).toEqual({ outcome: "open", messages: [] });
  expect(allBytes().includes(NAME)).toBe(false);
});

test("a start at which such a file is still held says so and opens all the same", async () => {
  await added();
  folder.remove = async () => Promise.reject(new Error("EBUSY"));
  await eraseForGood(choice);
  await closeWorkspace();
  const report = await openWorkspace(memoryPlatform(folder));
  expect(report).toEqual({ outcome: "open", messages: [{ key: "vault.damage.left" }] });
  expect((await commit(message("team.renamed"), [])).ok).toBe(true);
});
