import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import type { BackupJob } from "../../../../electron/backup/backup-job.ts";
import { runApart } from "../../../../electron/backup/run-apart.ts";
import type { Processes } from "../../../../electron/backup/run-apart.ts";
import { createFileLedger } from "../../../../electron/vault/file-ledger.ts";
import { aBackupJob } from "../../../builders/backup-ledger.ts";
import { silentProcess } from "../../../builders/silent-process.ts";
import { utilityProcess } from "../../../desktop/stand-in/utility-process.ts";

const PROCESS = resolve("electron/backup/backup-process.ts");

let home = "";

beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "jiugong-apart-"))));
afterEach(() => rmSync(home, { recursive: true }));

const make = (modulePath: string, given: BackupJob, signal = new AbortController().signal) =>
  runApart({ processes: utilityProcess, modulePath }, { task: "make", given }, signal);

const begun = () => readdirSync(home).filter((name) => name.startsWith("pid-"));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it("makes, lists and opens a backup in another process", async () => {
  const apart = { processes: utilityProcess, modulePath: PROCESS };
  const { signal } = new AbortController();
  const folder = join(home, "backups");
  const outcome = await make(PROCESS, aBackupJob(folder, { passphrase: "九宫", workFactor: 4 }));
  if (outcome?.kind !== "made") throw new Error(JSON.stringify(outcome));
  const { name } = outcome.backup;
  const listed = await runApart(apart, { task: "list", given: { folder, made: outcome.kept } }, signal);
  expect(listed).toMatchObject({ ok: true, value: [{ name, isVerified: true }] });
  const given = { folder, name, passphrase: "九宫" };
  const opened = await runApart(apart, { task: "open", given }, signal);
  expect(opened?.ok && opened.value).toBeInstanceOf(Uint8Array);
  const wrong = await runApart(apart, { task: "open", given: { ...given, passphrase: "八宫" } }, signal);
  expect(wrong).toEqual({ ok: false, error: "wrong-passphrase" });
});

it.each([
  ["ends without an answer", "process.exit(3)"],
  ["throws", "throw new Error('out of memory')"],
])("a backup is made all the same where its process %s", async (_, code) => {
  const modulePath = join(home, "process.mjs");
  writeFileSync(modulePath, code);
  const folder = join(home, "backups");
  expect(await make(modulePath, aBackupJob(folder))).toMatchObject({ kind: "made", backup: { number: 1 } });
  expect(readdirSync(folder)).toHaveLength(1);
});

it("a backup is made all the same where no process can be started", async () => {
  const processes: Processes = {
    fork() {
      throw new Error("none");
    },
  };
  const task = { task: "make", given: aBackupJob(join(home, "backups")) } as const;
  const outcome = await runApart({ processes, modulePath: "" }, task, new AbortController().signal);
  expect(outcome?.kind).toBe("made");
});

describe.skipIf(process.platform === "win32")("a folder whose calls never come back", () => {
  test("is left by a signal, and the process that it holds is ended", async () => {
    const stop = new AbortController();
    const outcome = make(silentProcess(home), aBackupJob(home), stop.signal);
    await vi.waitFor(() => expect(begun()).toHaveLength(1), 5000);
    stop.abort();
    expect(await outcome).toBe(null);
    const pid = Number(begun()[0]!.slice(4));
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  test("takes none of the threads by which the ledger is kept", async () => {
    const stop = new AbortController();
    const modulePath = silentProcess(home);
    const outcomes = [1, 2, 3, 4].map(() => make(modulePath, aBackupJob(home), stop.signal));
    await vi.waitFor(() => expect(begun()).toHaveLength(4), 5000);
    const ledger = createFileLedger(join(home, "ledger"));
    await ledger.read("all");
    await ledger.compact(new Uint8Array(9), 1, false);
    expect((await ledger.keep(new Uint8Array(9), 1)).ok).toBe(true);
    expect((await ledger.append(new Uint8Array(9))).ok).toBe(true);
    stop.abort();
    await Promise.all(outcomes);
  });

  test("lets the app end, and its process with it", async () => {
    const parts = ["electron/backup/run-apart.ts", "test/desktop/stand-in/utility-process.ts"];
    const [apart, processes] = parts.map((path) => JSON.stringify(resolve(path)));
    const code = `
      import { existsSync, readdirSync } from "node:fs";
      import { runApart } from ${apart};
      import { utilityProcess as processes } from ${processes};
      const place = { processes, modulePath: ${JSON.stringify(silentProcess(home))} };
      void runApart(place, { task: "list", given: { folder: "", made: [] } }, new AbortController().signal);
      setInterval(() => {
        if (readdirSync(${JSON.stringify(home)}).some((name) => name.startsWith("pid-"))) process.exit(0);
      }, 20);`;
    writeFileSync(join(home, "app.mjs"), code);
    execFileSync(process.execPath, [join(home, "app.mjs")], {
      timeout: 10_000,
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    await vi.waitFor(() => expect(isAlive(Number(begun()[0]!.slice(4)))).toBe(false), 5000);
  });
});
