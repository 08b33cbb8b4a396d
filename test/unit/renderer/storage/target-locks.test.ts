import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { putRecords, setFields } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import { lockTargets } from "../../../../core/target/target-lock.ts";
import { withVersion } from "../../../../core/target/with-version.ts";
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
import { visits, visitTarget } from "../../../builders/target-book.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
const SCOPE = { kpiId: visits.id, year: 2026 };
const JULY = "visits|team|2026-07|target";

const put = (value: number) => [putRecords("targets", [visitTarget("team 2026-07", value)])];
const valueNow = () => currentWorkspace().rows.targets.get(JULY)?.value;

async function lock(): Promise<void> {
  const command = lockTargets(currentWorkspace().rows, { ...SCOPE, on: day("2026-03-01"), note: "" });
  if (!command.ok) throw new Error("the lock was refused");
  await commit(LABEL, command.value);
}

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
  await commit(LABEL, put(3));
});

afterEach(closeWorkspace);

it("a locked target and its version are one commit", async () => {
  await lock();
  const why = { on: day("2026-04-01"), reason: "market" };
  const command = withVersion(currentWorkspace().rows, put(5), why);
  expect(command.ok && (await commit(LABEL, command.value)).ok).toBe(true);
  expect(valueNow()).toBe(5);
  expect(currentWorkspace().rows.targetLocks.get("visits|2026")?.versions).toHaveLength(1);
});

it("undo stops at a lock, and takes back what came after it", async () => {
  await lock();
  await commit(LABEL, [setFields<Settings>("settings", "workspace", { name: "B" })]);
  expect((await undo()).ok).toBe(true);
  expect(await undo()).toMatchObject({
    ok: false,
    error: [{ message: { key: "target.problem.undo-lock" } }],
  });
  expect(currentWorkspace().rows.targetLocks.size).toBe(1);
});

it("undo stops at a version", async () => {
  await lock();
  const why = { on: day("2026-04-01"), reason: "market" };
  const command = withVersion(currentWorkspace().rows, put(5), why);
  if (command.ok) await commit(LABEL, command.value);
  expect((await undo()).ok).toBe(false);
  expect(valueNow()).toBe(5);
});

it("a commit that goes round a lock is refused, and nothing has changed", async () => {
  await lock();
  expect(await commit(LABEL, put(9))).toMatchObject({ ok: false, error: [{ field: "reason" }] });
  expect(valueNow()).toBe(3);
});
