import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail } from "../../../../core/base/result.ts";
import { retrySaving } from "../../../../renderer/storage/commit.ts";
import { JiugongDatabase } from "../../../../renderer/storage/database.ts";
import {
  closeWorkspace,
  deleteDatabase,
  openWorkspace,
} from "../../../../renderer/storage/open-workspace.ts";
import { readJournal } from "../../../../renderer/storage/read-journal.ts";
import { replaceWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { saveStatus } from "../../../../renderer/storage/save-status.ts";
import { currentSession } from "../../../../renderer/storage/session.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";
import type { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { beginStored, putSkill, restart, skillIds } from "../../../builders/stored-team.ts";

let folder: MemoryFolder;

beforeEach(async () => void (folder = await beginStored()));
afterEach(closeWorkspace);

const sequences = async () => (await readJournal({ limit: 20 })).map(({ sequence }) => sequence);

/** The database refuses so many transactions. */
function refuseTransactions(count: number): void {
  const refuse = () => Promise.reject(new DOMException("quota", "QuotaExceededError"));
  let left = count;
  const spy = vi.spyOn(JiugongDatabase.prototype, "transaction");
  spy.mockImplementation((() => {
    left -= 1;
    if (left === 0) spy.mockRestore();
    return refuse();
  }) as never);
}

async function loseDatabase() {
  await closeWorkspace();
  await deleteDatabase();
  return restart(folder);
}

describe("the journal after the database refused a write", () => {
  it.each([1, 2])(
    "has the line of that commit, at once and after the database is lost (%i refused)",
    async (count) => {
      refuseTransactions(count);
      await putSkill("s2");
      await retrySaving();
      await putSkill("s3");
      expect(await sequences()).toEqual([4, 3, 2, 1]);
      await loseDatabase();
      expect(await sequences()).toEqual([4, 3, 2, 1]);
    },
  );

  it("has the line of a restore, and those that came with it", async () => {
    const journal = await readJournal({ limit: 1 });
    refuseTransactions(1);
    await replaceWorkspace(currentWorkspace(), { key: "test.restored" }, { journal });
    expect(saveStatus.getState().state).toBe("behind");
    await retrySaving();
    expect(await sequences()).toEqual([3, 2]);
  });

  it("is whole when the start could not write what it restored", async () => {
    await closeWorkspace();
    await deleteDatabase();
    refuseTransactions(1);
    await restart(folder);
    expect(saveStatus.getState().state).toBe("behind");
    await retrySaving();
    expect(await sequences()).toEqual([2, 1]);
  });
});

describe("a start that could not write the ledger anew", () => {
  /** The end of the ledger is torn off, the database has it still, and the disk takes no snapshot. */
  async function startWithoutSnapshot() {
    await putSkill("s2");
    await closeWorkspace();
    const name = [...folder.files.keys()].findLast((one) => one.endsWith("segment"))!;
    const file = folder.files.get(name)!;
    file.seen = file.seen.slice(0, -20);
    file.kept = file.seen.slice();
    const platform = memoryPlatform(folder);
    const compact = vi.spyOn(platform.ledger, "compact").mockResolvedValue(fail("not-saved"));
    await openWorkspace(platform);
    return compact;
  }

  it("lets nothing in, and trying again on a full disk changes nothing", async () => {
    await startWithoutSnapshot();
    expect(saveStatus.getState().message?.key).toBe("vault.save.ledger-old");
    expect((await retrySaving()).ok).toBe(false);
    expect((await putSkill("s3")).ok).toBe(false);
  });

  it("writes it when it is tried again, and what is saved then is there when the database is lost", async () => {
    const compact = await startWithoutSnapshot();
    compact.mockRestore();
    expect((await retrySaving()).ok).toBe(true);
    expect((await putSkill("s3")).ok).toBe(true);
    await loseDatabase();
    expect(skillIds()).toEqual(["s1", "s2", "s3"]);
  });
});

describe("a snapshot whose fate is unknown", () => {
  it("stops all writing with words that say so, and no retry calls it saved", async () => {
    vi.spyOn(currentSession().platform.ledger, "compact").mockResolvedValue(fail("unknown"));
    refuseTransactions(1);
    expect((await putSkill("s2")).ok).toBe(true);
    expect(saveStatus.getState()).toMatchObject({ state: "unknown", message: { key: "vault.save.stopped" } });
    expect((await retrySaving()).ok).toBe(false);
    expect(saveStatus.getState().state).toBe("unknown");
  });
});
