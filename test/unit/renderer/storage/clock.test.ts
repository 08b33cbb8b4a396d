import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Platform } from "../../../../renderer/platform/platform.ts";
import { commit } from "../../../../renderer/storage/commit.ts";
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
import { SETTINGS, skill } from "../../core/vault/build-workspace.ts";

let folder = new MemoryFolder();
const at = (year: number): Platform => ({ ...memoryPlatform(folder), nowMs: () => Date.UTC(year, 0, 1) });

/** Opens with the clock at a year, names one skill after it, and answers the change's stamp. */
async function workIn(year: number) {
  const { outcome, messages } = await openWorkspace(at(year));
  if (outcome === "first-start") await createWorkspace(SETTINGS);
  const named = { ...skill("s1"), name: { zh: String(year), en: "" } };
  await commit({ key: "test.label" }, [{ op: "put", table: "skills", records: [named] }]);
  const stamp = currentSession().stamp!;
  await closeWorkspace();
  return { messages, stamp };
}

beforeEach(async () => {
  folder = new MemoryFolder();
  await deleteDatabase();
});
afterEach(closeWorkspace);

it("a clock that was set forward by years and back again puts no change in the wrong order and loses none", async () => {
  const stamps = [];
  for (const year of [2026, 2099, 1999, 2027]) {
    const { messages, stamp } = await workIn(year);
    expect(messages).toEqual([]);
    stamps.push(stamp);
  }
  expect(stamps.toSorted()).toEqual(stamps);
  await deleteDatabase();
  await openWorkspace(at(1980));
  expect(currentWorkspace().rows.skills.get("s1")?.name.zh).toBe("2027");
});
