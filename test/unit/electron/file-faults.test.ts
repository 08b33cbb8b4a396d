import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addDays, day } from "../../../core/base/day.ts";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { runBackupJob } from "../../../electron/backup/backup-job.ts";
import type { BackupOutcome, MadeBackup } from "../../../electron/backup/backup-job.ts";
import { createFileLedger } from "../../../electron/vault/file-ledger.ts";
import type { FileLedger } from "../../../electron/vault/file-ledger.ts";
import { writeFileAtomically } from "../../../electron/report/write-file-atomically.ts";
import { writeFolderAtomically } from "../../../electron/report/write-folder-atomically.ts";
import { aBackupJob, aLedger } from "../../builders/backup-ledger.ts";
import { DISK_FAULTS, skipWaiting } from "../../builders/failing-disk.ts";

/* Every file call of each writer fails in every way, once and for good. */

const disk = await vi.hoisted(async () => {
  const { FailingDisk } = await import("../../builders/failing-disk.ts");
  return new FailingDisk();
});
vi.mock("node:fs", async (original) => disk.watch(await original<object>()));
vi.mock("node:fs/promises", async (original) => disk.watch(await original<object>()));

/** In memory where there is such a place: thousands of flushes are not what is tried. */
const PLACE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

let home = "";
let waitAgain = (): void => undefined;

beforeEach(() => {
  home = mkdtempSync(join(PLACE, "jiugong-file-faults-"));
  waitAgain = skipWaiting();
});
afterEach(() => {
  disk.work();
  waitAgain();
  rmSync(home, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array | null) => (of === null ? null : new TextDecoder().decode(of));

/** Runs `work` with each fault at each of its calls, until a run has no call left to fail at. */
async function atEveryCall(prepare: () => unknown, work: () => Promise<() => unknown>): Promise<number> {
  let faults = 0;
  for (const fault of DISK_FAULTS) {
    for (const lasts of [false, true]) {
      for (let at = 0; ; at += 1) {
        await prepare();
        disk.failAt(at, fault, lasts);
        const judge = await work();
        const wasReached = disk.calls.length > at;
        const calls = disk.calls.join(" ");
        disk.work();
        try {
          await judge();
        } catch (error) {
          throw new Error(`${fault}${lasts ? " for good" : ""} at call ${at} of ${calls}`, { cause: error });
        }
        if (!wasReached) break;
        faults += 1;
      }
    }
  }
  return faults;
}

describe("at every file call, in every way it can fail", () => {
  it("a file is the new one and said to be, or the old one whole", async () => {
    const path = join(home, "backup.jiugong");
    const faults = await atEveryCall(
      () => writeFileSync(path, "the old backup"),
      async () => {
        const written = await writeFileAtomically(path, bytes("the new backup"));
        return () => {
          const found = readFileSync(path, "utf8");
          if (written.ok) expect(found).toBe("the new backup");
          else expect(["the old backup", "the new backup"]).toContain(found);
          // Only what fails after the new file has its name is not taken back, and it says so.
          if (!written.ok && written.error !== "unverified") expect(found).toBe("the old backup");
        };
      },
    );
    expect(faults).toBeGreaterThan(50);
  });

  it("a folder of files stands whole under its name and said to, or not at all", async () => {
    const files = ["a", "b"].map((name) => ({ name, bytes: async () => bytes(`the file ${name}`) }));
    const faults = await atEveryCall(
      () => rmSync(join(home, "letters"), { recursive: true, force: true }),
      async () => {
        const written = await writeFolderAtomically({ parent: home, name: "letters", files });
        return () => {
          const names = readdirSync(home).filter((name) => !name.startsWith("."));
          expect(names).toEqual(written.ok ? ["letters"] : []);
          for (const name of written.ok ? ["a", "b"] : [])
            expect(readFileSync(join(home, "letters", name), "utf8")).toBe(`the file ${name}`);
        };
      },
    );
    expect(faults).toBeGreaterThan(100);
  });

  it("an automatic backup is whole and said to be, or told as failed with every older one as it was", async () => {
    const folder = join(home, "backups");
    const kept = await elevenBackups(folder);
    const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    const faults = await atEveryCall(
      () => putBack(folder, before),
      async () => {
        const outcome = await runBackupJob(
          aBackupJob(folder, { number: 12, made: kept, ledger: aLedger(5, 12) }),
        );
        return () => judgeBackups(folder, { outcome, before });
      },
    );
    expect(faults).toBeGreaterThan(100);
  }, 120_000);

  it("the ledger holds every entry that it acknowledged, and none that it said was not saved", async () => {
    const folder = join(home, "ledger");
    const faults = await atEveryCall(
      () => beginLedger(folder),
      async () => {
        const allowed = await writeOn(createFileLedger(folder));
        return async () => {
          const found = await createFileLedger(folder).read();
          expect(allowed).toContain([text(found.snapshot), ...found.entries.map(text)].join(" "));
        };
      },
    );
    expect(faults).toBeGreaterThan(200);
  }, 120_000);
});

/** As many as the rotation keeps of one day, and one of a day before that stays for its own sake. */
async function elevenBackups(folder: string): Promise<readonly MadeBackup[]> {
  let made: readonly MadeBackup[] = [];
  for (let number = 1; number <= 11; number += 1) {
    const on = addDays(day("2026-11-26"), number === 1 ? -1 : 0);
    const outcome = await runBackupJob(
      aBackupJob(folder, { number, made, day: on, ledger: aLedger(5, number) }),
    );
    if (outcome.kind === "made") made = outcome.kept;
  }
  return made;
}

function putBack(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

function judgeBackups(
  folder: string,
  found: { readonly outcome: BackupOutcome; readonly before: ReadonlyMap<string, Uint8Array> },
): void {
  const { outcome, before } = found;
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    const old = before.get(name);
    if (old) expect(content.equals(old)).toBe(true);
    // Nothing stands under a good name that cannot be restored.
    else expect(readWorkspaceFile(new Uint8Array(content)).ok).toBe(true);
  }
  const gone = [...before.keys()].filter((name) => !names.includes(name));
  if (outcome.kind !== "made") return expect([outcome.kind, gone]).toEqual(["failed", []]);
  expect(names).toContain(outcome.backup.name);
  expect(gone.length).toBeLessThanOrEqual(1);
  // What is remembered is there: only that is counted and rotated.
  expect(names).toEqual(expect.arrayContaining(outcome.kept.map(({ name }) => name)));
}

async function beginLedger(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const ledger = createFileLedger(folder);
  await ledger.read();
  await ledger.compact(bytes("S0"), 0);
  await ledger.append(bytes("e1"));
}

/** What may be found afterwards. Who cannot read the ledger at the start writes nothing to it. */
async function writeOn(ledger: FileLedger): Promise<readonly string[]> {
  let allowed = ["S0 e1"];
  const began = await ledger.read().catch(() => null);
  if (!began) return allowed;
  expect([text(began.snapshot), ...began.entries.map(text)].join(" ")).toBe("S0 e1");
  let state = "S0 e1";
  for (const step of ["e2", "S2", "e3", "e4"]) {
    const isEntry = step.startsWith("e");
    const write = () => (isEntry ? ledger.append(bytes(step)) : ledger.compact(bytes(step), 2));
    const said = await write().catch(() => ({ ok: false, error: "unknown" }) as const);
    const next = isEntry ? `${state} ${step}` : step;
    // A snapshot of a state that lacks what was refused before is not what is tried here.
    if (said.ok) allowed = [(state = next)];
    else if (said.error === "unknown") allowed = [...allowed, next];
  }
  return allowed;
}
