import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { closeWorkspace, openWorkspace } from "../../../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { findRescue } from "../../../../renderer/storage/rescue.ts";
import type { BackupPort } from "../../../../renderer/platform/backup-port.ts";
import { fail, ok } from "../../../../core/base/result.ts";
import { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { beginStored, putSkill, restart, skillIds } from "../../../builders/stored-team.ts";
import { SETTINGS } from "../../core/vault/build-workspace.ts";

let folder = new MemoryFolder();
let allow: readonly (() => void)[] = [];

/** What a browser does whose files of the database it cannot open. */
function refuseDatabase(): void {
  const refuse = () =>
    Promise.reject(new DOMException("Internal error opening backing store", "UnknownError"));
  const spies = [
    vi.spyOn(indexedDB, "databases").mockImplementation(refuse),
    vi.spyOn(Dexie, "delete").mockImplementation(refuse as never),
  ];
  allow = spies.map((spy) => () => spy.mockRestore());
}

const withBackups = (backups: Partial<BackupPort>) => ({
  ...memoryPlatform(new MemoryFolder()),
  loadBackups: async () => backups as BackupPort,
});

beforeEach(async () => {
  folder = await beginStored();
  await createWorkspace(SETTINGS);
  await putSkill("s2");
  await closeWorkspace();
});

afterEach(async () => {
  for (const one of allow) one();
  allow = [];
  await closeWorkspace();
});

describe("a database that the browser refuses", () => {
  it("is not opened, and everything saved so far can be had as files, the newest first", async () => {
    refuseDatabase();
    await expect(openWorkspace(memoryPlatform(folder))).rejects.toThrow("Internal error");
    const { states } = await findRescue(memoryPlatform(folder));
    const skills = await Promise.all(
      states.map(async (state) => {
        const bytes = await state.bytes();
        const read = bytes.ok ? readWorkspaceFile(bytes.value) : bytes;
        return read.ok ? [...read.value.workspace.rows.skills.keys()] : read.error;
      }),
    );
    expect(states.map(({ kind }) => kind)).toEqual(["last", "kept"]);
    expect(skills).toEqual([["s2"], ["s1"]]);
  });

  it("leaves the ledger untouched, and opens as it was once it is let in", async () => {
    const before = JSON.stringify([...folder.files]);
    refuseDatabase();
    await openWorkspace(memoryPlatform(folder)).catch(() => undefined);
    expect(JSON.stringify([...folder.files])).toBe(before);
    for (const one of allow) one();
    expect(await openWorkspace(memoryPlatform(folder))).toEqual({ outcome: "open", messages: [] });
    expect(skillIds()).toEqual(["s2"]);
    await putSkill("s3");
    expect(await restart(folder)).toEqual({ outcome: "open", messages: [] });
    expect(skillIds()).toEqual(["s2", "s3"]);
  });

  it("leaves the automatic backups to be had, and names those that ask for a passphrase", async () => {
    const listing = { bytes: 9, isVerified: true, tiers: [], head: null };
    const { states, hidden } = await findRescue(
      withBackups({
        list: async () =>
          ok([
            { ...listing, name: "two.jiugong.age", atMs: 2, isEncrypted: true },
            { ...listing, name: "one.jiugong", atMs: 1, isEncrypted: false },
          ]),
        open: async (name) => (name.endsWith(".age") ? fail("no-passphrase") : ok(Uint8Array.of(9))),
      }),
    );
    expect(hidden).toBeNull();
    expect(states.map(({ kind, name, atMs }) => [kind, name, atMs])).toEqual([
      ["auto", "two.jiugong.age", 2],
      ["auto", "one.jiugong", 1],
    ]);
    const said = { key: "vault.rescue.passphrase", params: { name: "two.jiugong.age" } };
    expect(await Promise.all(states.map((state) => state.bytes()))).toEqual([
      { ok: false, error: said },
      { ok: true, value: Uint8Array.of(9) },
    ]);
  });

  it("offers what was made here before strange files, whenever those say they were made", async () => {
    const listing = { bytes: 9, tiers: [], head: null, isEncrypted: false };
    const strange = Array.from({ length: 9 }, (_, at) => ({
      ...listing,
      name: `strange-${at}.jiugong`,
      atMs: 100 - at,
      isVerified: false,
    }));
    const own = { ...listing, name: "own.jiugong", atMs: 1, isVerified: true };
    const { states } = await findRescue(withBackups({ list: async () => ok([...strange, own]) }));
    expect(states.map(({ name }) => name)).toEqual([
      ...strange.slice(0, 7).map(({ name }) => name),
      "own.jiugong",
    ]);
  });

  it("names a folder of backups that cannot be looked into, and asks for it after a click", async () => {
    let isAllowed = false;
    const platform = withBackups({
      list: async () => (isAllowed ? ok([]) : fail("no-permission")),
      folder: async () => "usb",
      reach: async () => void (isAllowed = true),
    });
    const { hidden } = await findRescue(platform);
    expect(hidden).toMatchObject({ name: "usb", problem: "no-permission" });
    await hidden!.reach();
    expect((await findRescue(platform)).hidden).toBeNull();
  });

  it("does not wait for a folder of backups that never answers", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const never = () => new Promise<never>(() => undefined);
    const found = findRescue(withBackups({ list: never, folder: never }));
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect((await found).hidden).toMatchObject({ name: null, problem: "no-answer" });
  });

  it("is never begun anew while the ledger cannot be read either", async () => {
    refuseDatabase();
    await expect(openWorkspace(memoryPlatform(new MemoryFolder()))).rejects.toThrow("does not open");
  });
});
