import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { putRecords, setFields } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import { lockCycle, reopenCycle } from "../../../../core/review/review-cycle.ts";
import { commit, undo } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { aCycle, aPart, aReview } from "../../../builders/review-cycle.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
const OF = { cycleId: "2026-Q3", on: day("2026-10-05") };
const REFUSED = { ok: false, error: [{ message: { key: "app.review.undo-lock" } }] };

const stateNow = () => currentWorkspace().rows.reviewCycles.get("2026-Q3")?.state;

async function lock(): Promise<void> {
  const command = lockCycle(currentWorkspace().rows, { ...OF, members: [], levels: [] });
  if (!command.ok) throw new Error("the lock was refused");
  await commit(LABEL, command.value);
}

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
  const whole = aReview({ self: aPart(), manager: aPart(), performance: 2, potential: 2 });
  await commit(LABEL, [
    putRecords("reviewCycles", [aCycle({ state: "calibration" })]),
    putRecords("reviews", [whole]),
  ]);
  await lock();
});

afterEach(closeWorkspace);

it("undo stops at a locked review, and takes back what came after it", async () => {
  await commit(LABEL, [setFields<Settings>("settings", "workspace", { name: "B" })]);
  expect((await undo()).ok).toBe(true);
  expect(await undo()).toMatchObject(REFUSED);
  expect(stateNow()).toBe("locked");
});

it("undo does not close again what was reopened", async () => {
  const reopened = reopenCycle(currentWorkspace().rows, { ...OF, reason: "an appeal" });
  expect(reopened.ok && (await commit(LABEL, reopened.value)).ok).toBe(true);
  expect(await undo()).toMatchObject(REFUSED);
  expect(stateNow()).toBe("calibration");
});
