import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { putRecords, removeRecords, setFields } from "../../../../core/base/change.ts";
import type { AnyRecord, Change } from "../../../../core/base/change.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import { fail } from "../../../../core/base/result.ts";
import { nextStamp } from "../../../../core/base/stamp.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { bringsSealed } from "../../../../core/vault/merge/brings-sealed.ts";
import { writeWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import { commit, redo, retrySaving, undo } from "../../../../renderer/storage/commit.ts";
import { finishMerge, openMerge } from "../../../../renderer/storage/merge.ts";
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
import { SETTINGS, customer, skill } from "../../core/vault/build-workspace.ts";

const LABEL = { key: "test.label" };
const folder = new MemoryFolder();

/** All that the workspace says, without what it knows of other clocks. */
function said() {
  const { rows } = currentWorkspace();
  const { seen: _, ...settings } = rows.settings.get("workspace")!;
  return { settings, skills: [...rows.skills.values()], customers: factsOf(currentWorkspace(), "customers") };
}

const LOCK = {
  id: "visits|2026",
  kpiId: "visits",
  year: 2026,
  on: "2026-01-05",
  note: "",
  original: {},
  versions: [],
};

/** The file of a deputy who renamed the team, added a customer and removed a skill. */
function deputysFile(...more: readonly Change[]) {
  const stamp = nextStamp(currentSession().stamp, Date.UTC(2027, 0, 1), "d2");
  const workspace = applyChanges(
    currentWorkspace(),
    [
      setFields<Settings>("settings", "workspace", { name: "华东一部" }),
      putRecords("customers", [customer("c2", "远山贸易")]),
      removeRecords("skills", ["s2"]),
      ...more,
    ],
    stamp,
  );
  const head = { app: "0.1.0", at: "2027-01-01T00:00:00.000Z", generation: "g2", sequence: 9, stamp };
  const bytes = writeWorkspaceFile({ ...head, workspace, journal: [] });
  return { name: "deputy.jiugong", size: bytes.length, bytes: async () => bytes };
}

async function merge(...more: readonly Change[]): Promise<void> {
  const opened = await openMerge(deputysFile(...more));
  if (!opened.ok) throw new Error("the file was not read");
  expect(bringsSealed(opened.value.plan)).toBe(more.length > 0);
  expect((await finishMerge(LABEL, opened.value, new Map())).ok).toBe(true);
}

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
  await commit(LABEL, [putRecords("skills", [skill("s1"), skill("s2", 2)])]);
  await commit(LABEL, [putRecords("customers", [customer("c1")])]);
});
afterEach(closeWorkspace);

it("a merge that the disk refused leaves the clock as it was: opened again, the file means the same", async () => {
  const file = deputysFile();
  const [before, opened] = [currentSession().stamp, await openMerge(file)];
  if (!opened.ok) throw new Error("the file was not read");
  const append = vi
    .spyOn(currentSession().platform.ledger, "append")
    .mockResolvedValueOnce(fail("not-saved"));
  expect((await finishMerge(LABEL, opened.value, new Map())).ok).toBe(false);
  append.mockRestore();
  await retrySaving();
  expect(currentSession().stamp).toBe(before);
  const again = await openMerge(file);
  expect(again.ok && again.value.plan).toEqual(opened.value.plan);
});

it("the clock goes on from the later of both once a merge is kept", async () => {
  const file = await openMerge(deputysFile());
  await merge();
  expect(file.ok && currentSession().stamp! > file.value.file.head.stamp!).toBe(true);
});

it("a merge is taken back in one step, what it removed is there again, and so it is after a restart", async () => {
  const before = said();
  await merge();
  expect(said()).not.toEqual(before);
  await undo();
  expect(said()).toEqual(before);
  await closeWorkspace();
  await openWorkspace(memoryPlatform(folder));
  expect({ ...said(), skills: said().skills.toSorted((a, b) => a.order - b.order) }).toEqual(before);
});

it("a merge that was taken back is done again in one step", async () => {
  await merge();
  const merged = said();
  await undo();
  await redo();
  expect(said()).toEqual(merged);
  expect(merged.settings.name).toBe("华东一部");
  expect(merged.skills.map(({ id }) => id)).toEqual(["s1"]);
});

it("a merge that brought a lock is not undone: the refusal names the state that was kept before it", async () => {
  const { sequence } = currentSession();
  await merge(putRecords("targetLocks", [LOCK as unknown as AnyRecord]));
  const merged = said();
  expect(await undo()).toEqual({ ok: false, error: [{ message: { key: "vault.merge.undo-sealed" } }] });
  expect(said()).toEqual(merged);
  expect(await currentSession().platform.ledger.kept!()).toContainEqual(
    expect.objectContaining({ sequence }),
  );
});
