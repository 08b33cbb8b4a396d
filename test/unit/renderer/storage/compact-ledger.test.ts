import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compactWhenIdle, holdCompacting } from "../../../../renderer/storage/compact-ledger.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

/** More than is let grow before a new snapshot. */
const MANY = 1 << 30;

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  currentSession().entryBytes = MANY;
});

afterEach(async () => {
  vi.useRealTimers();
  await closeWorkspace();
});

test("a snapshot is written when nobody has typed for three seconds", async () => {
  compactWhenIdle();
  vi.advanceTimersByTime(3000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(currentSession().entryBytes).toBe(0));
});

test("while work holds the thread none is planned, and the last to let go plans it", () => {
  compactWhenIdle();
  const [first, second] = [holdCompacting(), holdCompacting()];
  compactWhenIdle();
  first();
  first();
  expect(vi.getTimerCount()).toBe(0);
  second();
  expect(vi.getTimerCount()).toBe(1);
});
