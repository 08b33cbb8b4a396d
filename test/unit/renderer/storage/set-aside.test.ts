import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWorkspaceFile, writeWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { SCHEMA_VERSION } from "../../../../core/vault/upgrades/upgrade-data.ts";
import { emptyWorkspace } from "../../../../core/vault/workspace.ts";
import type { LogFolder } from "../../../../core/vault/log-file.ts";
import { commit } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { asideStates } from "../../../../renderer/storage/rescue.ts";
import { beginBeside, setAllAside } from "../../../../renderer/storage/set-aside.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, skill } from "../../core/vault/build-workspace.ts";

let first: MemoryFolder;
let folders: LogFolder[];

const putSkill = (id: string) =>
  commit({ key: "test.label" }, [{ op: "put", table: "skills", records: [skill(id)] }]);
const skillIds = () => [...currentWorkspace().rows.skills.keys()];
const open = () => openWorkspace(memoryPlatform(folders));
const bytesOf = (folder: MemoryFolder) => JSON.stringify([...folder.files]);

beforeEach(async () => {
  first = new MemoryFolder();
  folders = [first];
  await deleteDatabase();
  await Dexie.delete("jiugong.2");
  await open();
  await createWorkspace(SETTINGS);
  await putSkill("s1");
});

afterEach(closeWorkspace);

/** The ledger as a later version of the app leaves it. */
async function makeNewer(): Promise<void> {
  await closeWorkspace();
  const bytes = writeWorkspaceFile({
    workspace: emptyWorkspace(SETTINGS),
    journal: [],
    app: "later",
    at: "2030-01-01T00:00:00.000Z",
    generation: "g9",
    sequence: 900,
    stamp: null,
    schema: SCHEMA_VERSION + 1,
  });
  const { ledger } = memoryPlatform(folders);
  await ledger.read();
  await ledger.compact(bytes, 900);
}

describe("a workspace of a newer version", () => {
  it("is set aside untouched, and a new one begins beside it and is there after the next start", async () => {
    await makeNewer();
    expect((await open()).outcome).toBe("refused");
    const before = bytesOf(first);
    await setAllAside(memoryPlatform(folders));
    expect(await open()).toEqual({ outcome: "first-start", messages: [{ key: "vault.start.set-aside" }] });
    await createWorkspace(SETTINGS);
    await putSkill("s2");
    expect(await open()).toEqual({ outcome: "open", messages: [] });
    expect(skillIds()).toEqual(["s2"]);
    expect(bytesOf(first)).toBe(before);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["jiugong", "jiugong.2"]);
  });

  it("is said to be one where it is asked for again", async () => {
    await makeNewer();
    await setAllAside(memoryPlatform(folders));
    const [state] = await asideStates(memoryPlatform(folders));
    expect(await state!.bytes()).toEqual({ ok: false, error: { key: "vault.rescue.newer" } });
  });
});

it("a ledger that was set aside can be had as a file, to the last entry", async () => {
  await beginBeside(memoryPlatform(folders));
  await createWorkspace(SETTINGS);
  const [state, ...others] = await asideStates(memoryPlatform(folders));
  const bytes = await state!.bytes();
  const read = bytes.ok ? readWorkspaceFile(bytes.value) : bytes;
  expect(read.ok && [...read.value.workspace.rows.skills.keys()]).toEqual(["s1"]);
  expect(others).toEqual([]);
});

it("where no other place can be made, all stays as it was", async () => {
  const platform = memoryPlatform(folders);
  const setAside = () => Promise.reject(new Error("the disk is full"));
  await expect(setAllAside({ ...platform, ledger: { ...platform.ledger, setAside } })).rejects.toThrow(
    "full",
  );
  expect(await open()).toEqual({ outcome: "open", messages: [] });
  expect(skillIds()).toEqual(["s1"]);
});

it("where the ledger does not answer, the newest place's database is shown, for reading only", async () => {
  await beginBeside(memoryPlatform(folders));
  await createWorkspace({ ...SETTINGS, name: "the second" });
  await closeWorkspace();
  const platform = memoryPlatform(folders);
  const dead = () => Promise.reject(new Error("dead"));
  const { messages } = await openWorkspace({
    ...platform,
    ledger: { ...platform.ledger, place: dead, read: dead },
  });
  expect(messages).toEqual([{ key: "vault.save.no-ledger" }]);
  expect(currentWorkspace().rows.settings.get("workspace")?.name).toBe("the second");
});
