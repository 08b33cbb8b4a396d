import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setFields } from "../../../../core/base/change.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import { redoNow, undoNow } from "../../../../renderer/app/undo-now.ts";
import { commit } from "../../../../renderer/storage/commit.ts";
import { noticeStore } from "../../../../renderer/storage/notice-store.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { allWritten } from "../../../../renderer/storage/write-queue.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.renamed" };
const rename = (name: string) => commit(LABEL, [setFields<Settings>("settings", "workspace", { name })]);
const lastNotice = () => noticeStore.getState().notices.at(-1)?.message;
const nameNow = () => currentWorkspace().rows.settings.get("workspace")?.name;

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
});

afterEach(closeWorkspace);

it("undo pressed while the very first change is still being written takes it back and says which", async () => {
  const before = nameNow();
  const writing = rename("B");
  undoNow();
  await writing;
  await allWritten();
  expect(nameNow()).toBe(before);
  await expect.poll(lastNotice).toEqual({ key: "app.undone", params: { what: LABEL } });
});

it("redo pressed while the undo is still being written does it again", async () => {
  await rename("B");
  undoNow();
  redoNow();
  await allWritten();
  expect(nameNow()).toBe("B");
});

it("with nothing to undo nothing happens", async () => {
  undoNow();
  await allWritten();
  expect(nameNow()).toBe(SETTINGS.name);
});
