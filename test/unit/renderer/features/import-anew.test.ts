import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import type { Change } from "../../../../core/base/change.ts";
import { ok } from "../../../../core/base/result.ts";
import { addFiles, importNow } from "../../../../renderer/features/customer/import/import-actions.ts";
import { importStore } from "../../../../renderer/features/customer/import/import-store.ts";
import { commit } from "../../../../renderer/storage/commit.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { SETTINGS, customer, skill } from "../../core/vault/build-workspace.ts";

/** How often the book still moves on between a plan and its commit, and how many skills each plan knew. */
const worker = vi.hoisted(() => ({ movesLeft: 0, plans: [] as number[] }));

vi.mock("../../../../renderer/platform/current-platform.ts", () => ({
  currentPlatform: () => ({ newId: () => crypto.randomUUID(), nowMs: () => Date.UTC(2026, 10, 26) }),
}));
vi.mock("../../../../renderer/worker/import-client.ts", () => ({ startImportClient: () => fakeClient() }));

const skillCount = () => currentWorkspace().rows.skills.size;

/** Answers what a worker would for a file of one customer; while it hands out, somebody else may write. */
function fakeClient() {
  const changes: readonly Change[] = [putRecords("customers", [customer("c1")])];
  return {
    open: async () =>
      ok({ tables: [{ rows: 1 }], best: 0, size: 1, hash: "h", encoding: "utf-8", delimiter: "," }),
    prepare: async () =>
      ok({ prepared: { source: "generic", object: "customers", columns: [] }, headerRow: 1, signature: "s" }),
    show: function* () {},
    plan: async (book: { rows: { skills: ReadonlyMap<string, unknown> } }) => {
      worker.plans.push(book.rows.skills.size);
      return ok({ writes: true, batch: { id: "b1", fileName: "a.csv" } });
    },
    take: async (hear: (change: Change) => void) => {
      changes.forEach(hear);
      if (worker.movesLeft > 0) {
        worker.movesLeft -= 1;
        await commit({ key: "test.label" }, [putRecords("skills", [skill(`s${skillCount()}`)])]);
      }
      return ok({ changes, texts: new Map() });
    },
    end: () => undefined,
  };
}

beforeEach(async () => {
  await deleteDatabase();
  await openWorkspace(memoryPlatform(new MemoryFolder()));
  await createWorkspace(SETTINGS);
  worker.plans = [];
  await addFiles([{ name: "a.csv", size: 1, bytes: async () => new Uint8Array(1) }]);
});

afterEach(async () => {
  importStore.setState({ jobs: [], openId: null });
  await closeWorkspace();
});

const job = () => importStore.getState().jobs[0]!;

it("an import that nobody disturbs is planned once", async () => {
  await importNow(job().id);
  expect(worker.plans).toEqual([0]);
  expect(job().state).toBe("done");
});

it("an import whose book moves on while it is taken is planned anew against the book as it is, and written beside the other change", async () => {
  worker.movesLeft = 2;
  await importNow(job().id);
  expect(worker.plans).toEqual([0, 1, 2]);
  expect(job()).toMatchObject({ state: "done", step: "result", problems: [] });
  expect([skillCount(), currentWorkspace().facts.customers.pages.length]).toEqual([2, 1]);
});

it("an import whose book never rests gives up after three plans, says so and has written nothing", async () => {
  worker.movesLeft = 9;
  await importNow(job().id);
  worker.movesLeft = 0;
  expect(worker.plans).toHaveLength(3);
  expect(job().state).toBe("ready");
  expect(job().problems.map(({ message }) => message.key)).toEqual(["vault.rebase.moved"]);
  expect(currentWorkspace().facts.customers.pages).toEqual([]);
});
