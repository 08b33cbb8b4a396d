import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runOnThread } from "../../../../electron/backup/run-on-thread.ts";
import { aBackupJob } from "../../../builders/backup-ledger.ts";

let home = "";

beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "jiugong-thread-"))));
afterEach(() => rmSync(home, { recursive: true }));

it.each([
  ["cannot be started", null],
  ["ends without an answer", "process.exit(3)"],
  ["throws", "throw new Error('out of memory')"],
])("a backup is made all the same where its thread %s", async (_, code) => {
  const worker = join(home, "worker.mjs");
  if (code !== null) writeFileSync(worker, code);
  const folder = join(home, "backups");
  const outcome = await runOnThread(worker, aBackupJob(folder));
  expect(outcome).toMatchObject({ kind: "made", backup: { number: 1 } });
  expect(readdirSync(folder)).toHaveLength(1);
});
