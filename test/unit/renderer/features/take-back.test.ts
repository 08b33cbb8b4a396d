import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { putRecords, removeRecords } from "../../../../core/base/change.ts";
import { ok } from "../../../../core/base/result.ts";
import type { UndoPlan } from "../../../../core/customer/undo-import.ts";
import { factById } from "../../../../core/vault/workspace.ts";
import { takeBack } from "../../../../renderer/features/customer/use-undo-plan.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { runCommand } from "../../../../renderer/storage/run-command.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, customer } from "../../core/vault/build-workspace.ts";

vi.mock("../../../../renderer/platform/current-platform.ts", () => ({
  currentPlatform: () => ({ nowMs: () => Date.UTC(2026, 10, 26) }),
}));

const LABEL = { key: "test.label" };
const customerNow = () => factById(currentWorkspace(), "customers", "c1");

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
  await runCommand(LABEL, () => ok([putRecords("customers", [customer("c1")])]));
});
afterEach(closeWorkspace);

it("an import is not taken back by a plan that does not know of an edit that is still being written", async () => {
  const seen = currentWorkspace();
  const batch = { id: "b1", fileName: "客户.csv" } as UndoPlan["batch"];
  const changes = [removeRecords("customers", ["c1"])];
  const plan: UndoPlan = { batch, reverted: [], kept: [], failed: [], changes };
  const edit = runCommand(LABEL, () =>
    ok([{ op: "set", table: "customers", id: "c1", fields: { industry: "软件" } }]),
  );
  const taken = await takeBack({ share: 1, plan, seen, problems: [] });
  expect((await edit).ok).toBe(true);
  expect(taken).toMatchObject({ ok: false, error: [{ message: { key: "vault.rebase.moved" } }] });
  expect(customerNow()).toMatchObject({ industry: "软件" });
});

it("a command is run of the workspace as it is, and one that changes nothing commits nothing", async () => {
  const before = currentWorkspace();
  const seen: unknown[] = [];
  await runCommand(LABEL, (workspace) => {
    seen.push(workspace);
    return ok([]);
  });
  expect(seen).toEqual([before]);
  expect(currentWorkspace()).toBe(before);
});
