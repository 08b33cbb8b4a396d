import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkSnapshot } from "../../../../renderer/storage/check-snapshot.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import type { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { beginStored, putSkill, skillIds } from "../../../builders/stored-team.ts";

let folder: MemoryFolder;

beforeEach(async () => void (folder = await beginStored()));

afterEach(closeWorkspace);

/** Turns one bit near the end of the newest snapshot, far behind its head. */
function flipBit(): void {
  const name = [...folder.files.keys()]
    .filter((file) => file.endsWith(".snapshot"))
    .toSorted()
    .at(-1)!;
  const { seen } = folder.files.get(name)!;
  seen[seen.length - 9]! ^= 1;
}

it("a whole snapshot is passed over in silence", async () => {
  const before = folder.files.size;
  expect(await checkSnapshot()).toBeNull();
  expect(folder.files.size).toBe(before);
});

it("a bit that flipped in a snapshot, which the start does not read, is noticed and mended before it is relied on", async () => {
  await closeWorkspace();
  flipBit();
  expect(await openWorkspace(memoryPlatform(folder))).toEqual({ outcome: "open", messages: [] });
  expect(await checkSnapshot()).toEqual({ key: "vault.start.snapshot-mended" });
  expect(await checkSnapshot()).toBeNull();
  await putSkill("s2");
  await closeWorkspace();
  await deleteDatabase();
  await openWorkspace(memoryPlatform(folder));
  expect(skillIds()).toEqual(["s1", "s2"]);
});

it("one that cannot be written anew is told", async () => {
  flipBit();
  const { files, ...rest } = folder;
  folder.failAt(new Map(Array.from({ length: 400 }, (_, at) => [at + 20, "before"] as const)));
  const said = await checkSnapshot();
  folder.failAt(new Map());
  expect([said?.key, files.size > 0, rest]).toEqual(["vault.start.snapshot-damaged", true, rest]);
});
