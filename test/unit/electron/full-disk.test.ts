import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomically } from "../../../electron/report/write-file-atomically.ts";
import { writeFolderAtomically } from "../../../electron/report/write-folder-atomically.ts";
import { createFileLedger } from "../../../electron/vault/file-ledger.ts";
import { SmallDisk } from "../../builders/small-disk.ts";

/* A real disk of four megabytes that is filled to its last byte. */

const DISK_BYTES = 4 << 20;

const isPossible = SmallDisk.isPossible();
if (!isPossible) console.info("a full disk: skipped, no disk can be mounted here");

let small: SmallDisk;
let disk = "";

const bytes = (size: number, of: string) => Buffer.alloc(size, of);

describe.skipIf(!isPossible)("on a disk that is full", () => {
  beforeEach(() => {
    small = SmallDisk.mount(DISK_BYTES)!;
    disk = small.path;
  });
  afterEach(() => small.unmount());

  it("the ledger says that an entry was not saved, keeps all before it, and goes on when there is room", async () => {
    const ledger = createFileLedger(join(disk, "ledger"));
    await ledger.read();
    await ledger.compact(bytes(1000, "S"), 0);
    await ledger.append(bytes(1000, "a"));
    small.fill();
    const startMs = performance.now();
    expect(await ledger.append(bytes(500_000, "b"))).toEqual({ ok: false, error: "not-saved" });
    expect(performance.now() - startMs).toBeLessThan(2000);
    small.fill();
    expect(await ledger.compact(bytes(500_000, "T"), 1)).toEqual({ ok: false, error: "not-saved" });
    small.giveRoom();
    expect((await ledger.append(bytes(1000, "c"))).ok).toBe(true);
    const found = await createFileLedger(join(disk, "ledger")).read();
    expect(found.entries.map((entry) => String.fromCharCode(entry[0]!)).join("")).toBe("ac");
    expect(found.damage).toEqual([]);
  });

  it("the ledger gives its ballast back, so that a small entry fits at the next try", async () => {
    const ledger = createFileLedger(join(disk, "ledger"));
    await ledger.read();
    await ledger.compact(bytes(1000, "S"), 0);
    small.fill();
    expect((await ledger.append(bytes(500_000, "b"))).ok).toBe(false);
    expect((await ledger.append(bytes(5000, "c"))).ok).toBe(true);
  });

  it("a backup that does not fit is told, and the one before it is whole", async () => {
    const path = join(disk, "team.jiugong");
    await writeFileAtomically(path, bytes(1000, "o"));
    small.fill();
    expect(await writeFileAtomically(path, bytes(200_000, "n"))).toEqual({ ok: false, error: "disk-full" });
    expect(readFileSync(path)).toEqual(bytes(1000, "o"));
    expect(readdirSync(disk).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    small.giveRoom();
    expect(await writeFileAtomically(path, bytes(200_000, "n"))).toEqual({ ok: true, value: null });
  });

  it("a folder of files that does not fit leaves nothing behind", async () => {
    small.fill();
    const files = [{ name: "a", bytes: async () => bytes(200_000, "a") }];
    const job = { parent: disk, name: "letters", files };
    expect(await writeFolderAtomically(job)).toEqual({ ok: false, error: "disk-full" });
    expect(readdirSync(disk).filter((name) => !name.startsWith("filler"))).toEqual([]);
    small.giveRoom();
    expect(await writeFolderAtomically(job)).toEqual({ ok: true, value: "letters" });
  });
});
