import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays, day } from "../../../../core/base/day.ts";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { runBackupJob } from "../../../../electron/backup/backup-job.ts";
import type { BackupJob, BackupOutcome, MadeBackup } from "../../../../electron/backup/backup-job.ts";
import { realFileSteps } from "../../../../electron/report/write-file-atomically.ts";
import type { FileSteps } from "../../../../electron/report/write-file-atomically.ts";
import { decryptWithPassphrase } from "../../../../formats/age/decrypt-with-passphrase.ts";
import { aBackupJob, aLedger } from "../../../builders/backup-ledger.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const job = (given: Partial<BackupJob> = {}) =>
  aBackupJob(folder, { ledger: aLedger(10), isOwnFolder: false, ...given });

function made(outcome: BackupOutcome) {
  if (outcome.kind !== "made") throw new Error(JSON.stringify(outcome));
  return outcome;
}

const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

/** So many verified backups of one day. */
async function someBackups(count: number): Promise<readonly MadeBackup[]> {
  let kept: readonly MadeBackup[] = [];
  for (let number = 1; number <= count; number += 1) {
    kept = made(await runBackupJob(job({ number, made: kept, ledger: aLedger(10, 10 + number) }))).kept;
  }
  return kept;
}

describe("a backup", () => {
  test("holds what the ledger holds, under a name that sorts by number, with nothing beside it", async () => {
    const { backup } = made(await runBackupJob(job()));
    expect(readdirSync(folder)).toEqual(["jiugong-k3x9-000001-2026-11-26-0800.jiugong"]);
    const read = readWorkspaceFile(new Uint8Array(readFileSync(join(folder, backup.name))));
    expect(read.ok && read.value.head).toMatchObject({ sequence: 10, generation: "g1" });
    expect(backup.total).toBe(11);
  });

  test("is not made again while nothing has changed, unless it is wanted", async () => {
    const { kept } = made(await runBackupJob(job()));
    expect(await runBackupJob(job({ number: 2, made: kept }))).toEqual({ kind: "unchanged" });
    expect((await runBackupJob(job({ number: 2, made: kept, isWanted: true }))).kind).toBe("made");
  });

  test("is made again when the last one has gone", async () => {
    const { kept } = made(await runBackupJob(job()));
    rmSync(join(folder, kept[0]!.name));
    expect(made(await runBackupJob(job({ number: 2, made: kept }))).kept).toHaveLength(1);
  });

  test("that is encrypted opens with its passphrase alone", async () => {
    const { backup } = made(await runBackupJob(job({ passphrase: "九宫 9", workFactor: 4 })));
    const bytes = new Uint8Array(readFileSync(join(folder, backup.name)));
    const opened = await decryptWithPassphrase(bytes, "九宫 9");
    expect(opened.ok && readWorkspaceFile(opened.value).ok).toBe(true);
    expect((await decryptWithPassphrase(bytes, "wrong")).ok).toBe(false);
  });
});

describe("a folder", () => {
  test("of choice that is gone is not made anew", async () => {
    const gone = join(folder, "usb");
    expect(await runBackupJob(job({ folder: gone }))).toEqual({ kind: "failed", problem: "gone" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of the app's own is made with the first backup", async () => {
    const own = join(folder, "own");
    expect((await runBackupJob(job({ folder: own, isOwnFolder: true }))).kind).toBe("made");
  });

  test("that is a file is told as gone", async () => {
    writeFileSync(join(folder, "usb"), "");
    const outcome = await runBackupJob(job({ folder: join(folder, "usb") }));
    expect(outcome).toEqual({ kind: "failed", problem: "gone" });
  });

  test("is cleared of what a power cut left an hour ago, and of nothing younger or foreign", async () => {
    const old = ".jiugong-k3x9-000001-2026-11-26-0800.jiugong.aaaa.tmp";
    const others = [".jiugong-zzzz-000001-2026-11-26-0800.jiugong.aaaa.tmp", ".jiugong-k3x9-000002.b.tmp"];
    for (const name of [old, ...others]) writeFileSync(join(folder, name), "");
    const nowMs = Date.now();
    for (const name of [old, others[0]!]) utimesSync(join(folder, name), 0, nowMs / 1000 - 3601);
    await runBackupJob(job({ nowMs }));
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual(others.toSorted());
  });
});

describe("when the disk fails", () => {
  const faults: readonly (readonly [string, Partial<FileSteps>, string])[] = [
    ["the disk is full", { open: failing("ENOSPC") }, "disk-full"],
    ["the disk errs", { open: failing("EIO") }, "failed"],
    ["the file stays locked under two names", { rename: failing("EBUSY") }, "in-use"],
    ["the folder may not be written", { open: failing("EACCES") }, "not-permitted"],
    ["the disk is for reading only", { open: failing("EROFS") }, "not-permitted"],
    ["it reads back otherwise", { readFile: async () => new Uint8Array(3) }, "unverified"],
  ];
  test.each(faults)(
    "and %s, the reason is told and every older backup stays",
    async (_what, fault, problem) => {
      const kept = await someBackups(12);
      const steps = { ...realFileSteps, wait: async () => undefined, ...fault };
      const outcome = await runBackupJob(job({ number: 13, made: kept, ledger: aLedger(20) }), steps);
      expect(outcome).toEqual({ kind: "failed", problem });
      expect(readdirSync(folder)).toEqual(kept.map(({ name }) => name));
    },
  );

  test("a name that stays locked is given up for the next one", async () => {
    const rename: FileSteps["rename"] = (from, to) =>
      String(to).includes("-000001-") ? failing("EPERM")() : realFileSteps.rename(from, to);
    const steps = { ...realFileSteps, rename, wait: async () => undefined };
    expect(made(await runBackupJob(job(), steps)).backup.number).toBe(2);
  });
});

describe("rotation", () => {
  test("lets the oldest of a day go once the eleventh is verified", async () => {
    const kept = await someBackups(11);
    expect(kept.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(readdirSync(folder)).toEqual(kept.map(({ name }) => name));
  });

  test("touches no file that this installation has not made, and none that was altered since", async () => {
    const kept = await someBackups(10);
    writeFileSync(join(folder, "jiugong-zzzz-000001-2020-01-01-0800.jiugong"), "another's");
    writeFileSync(join(folder, kept[0]!.name), "altered");
    const after = made(await runBackupJob(job({ number: 11, made: kept, ledger: aLedger(30) })));
    expect(after.kept).toHaveLength(11);
    expect(readdirSync(folder)).toHaveLength(12);
  });

  test("rests when a backup has lost more than a fifth of its records, and says how many", async () => {
    const kept = await someBackups(10);
    const fewer = job({ number: 11, made: kept, ledger: aLedger(7), baseline: 11 });
    const outcome = made(await runBackupJob(fewer));
    expect(outcome.fall).toEqual({ before: 11, after: 8 });
    expect(readdirSync(folder)).toHaveLength(11);
  });

  test("orders by number when the clock was set back by years", async () => {
    const kept = await someBackups(10);
    const back = job({ number: 11, made: kept, ledger: aLedger(30), day: addDays(day("2020-01-01"), 1) });
    const outcome = made(await runBackupJob(back));
    expect(outcome.kept.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

test("a damaged ledger is told, and nothing is written", async () => {
  const ledger = { ...aLedger(10), damage: ["broken 00000001.segment"] };
  expect(await runBackupJob(job({ ledger }))).toEqual({ kind: "failed", problem: "ledger-unreadable" });
  expect(readdirSync(folder)).toEqual([]);
});
