import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomically } from "../../../electron/report/write-file-atomically.ts";
import { writeFolderAtomically } from "../../../electron/report/write-folder-atomically.ts";
import { createFileLedger } from "../../../electron/vault/file-ledger.ts";

/* A real disk of four megabytes that is filled to its last byte. */

const DISK_BYTES = 4 << 20;
const SPARE_BYTES = 64 << 10;

/** Mounting a disk in memory takes root on Linux; elsewhere the faults of single file calls must do. */
function mountDisk(): string | null {
  const path = mkdtempSync(join(tmpdir(), "jiugong-full-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs", path], { stdio: "ignore" });
    return path;
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
}

const probe = mountDisk();
if (probe === null) console.info("a full disk: skipped, no disk can be mounted here");
else unmount(probe);

let disk = "";

function unmount(path: string): void {
  // The ledger holds its segment open until its process ends.
  execFileSync("umount", ["-l", path]);
  rmSync(path, { recursive: true });
}

function fill(): void {
  for (const bytes of [SPARE_BYTES, 4096, 1]) {
    for (let number = 0; ; number += 1) {
      try {
        writeFileSync(join(disk, `filler-${bytes}-${number}`), Buffer.alloc(bytes), { flag: "wx" });
      } catch {
        rmSync(join(disk, `filler-${bytes}-${number}`), { force: true });
        break;
      }
    }
  }
}

function giveRoom(): void {
  for (const name of readdirSync(disk)) if (name.startsWith("filler")) rmSync(join(disk, name));
}

const bytes = (size: number, of: string) => Buffer.alloc(size, of);

describe.skipIf(probe === null)("on a disk that is full", () => {
  beforeEach(() => void (disk = mountDisk()!));
  afterEach(() => unmount(disk));

  it("the ledger says that an entry was not saved, keeps all before it, and goes on when there is room", async () => {
    const ledger = createFileLedger(join(disk, "ledger"));
    await ledger.read();
    await ledger.compact(bytes(1000, "S"), 0);
    await ledger.append(bytes(1000, "a"));
    fill();
    const startMs = performance.now();
    expect(await ledger.append(bytes(500_000, "b"))).toEqual({ ok: false, error: "not-saved" });
    expect(performance.now() - startMs).toBeLessThan(2000);
    fill();
    expect(await ledger.compact(bytes(500_000, "T"), 1)).toEqual({ ok: false, error: "not-saved" });
    giveRoom();
    expect((await ledger.append(bytes(1000, "c"))).ok).toBe(true);
    const found = await createFileLedger(join(disk, "ledger")).read();
    expect(found.entries.map((entry) => String.fromCharCode(entry[0]!)).join("")).toBe("ac");
    expect(found.damage).toEqual([]);
  });

  it("the ledger gives its ballast back, so that a small entry fits at the next try", async () => {
    const ledger = createFileLedger(join(disk, "ledger"));
    await ledger.read();
    await ledger.compact(bytes(1000, "S"), 0);
    fill();
    expect((await ledger.append(bytes(500_000, "b"))).ok).toBe(false);
    expect((await ledger.append(bytes(5000, "c"))).ok).toBe(true);
  });

  it("a backup that does not fit is told, and the one before it is whole", async () => {
    const path = join(disk, "team.jiugong");
    await writeFileAtomically(path, bytes(1000, "o"));
    fill();
    expect(await writeFileAtomically(path, bytes(200_000, "n"))).toEqual({ ok: false, error: "disk-full" });
    expect(readFileSync(path)).toEqual(bytes(1000, "o"));
    expect(readdirSync(disk).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    giveRoom();
    expect(await writeFileAtomically(path, bytes(200_000, "n"))).toEqual({ ok: true, value: null });
  });

  it("a folder of files that does not fit leaves nothing behind", async () => {
    fill();
    const files = [{ name: "a", bytes: async () => bytes(200_000, "a") }];
    const job = { parent: disk, name: "letters", files };
    expect(await writeFolderAtomically(job)).toEqual({ ok: false, error: "disk-full" });
    expect(readdirSync(disk).filter((name) => !name.startsWith("filler"))).toEqual([]);
    giveRoom();
    expect(await writeFolderAtomically(job)).toEqual({ ok: true, value: "letters" });
  });
});
