import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MadeBackup } from "../../../../electron/backup/backup-job.ts";
import { listBackups } from "../../../../electron/backup/list-backups.ts";
import { aLedger } from "../../../builders/backup-ledger.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-list-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("lists backups of any origin with what their heads say, and nothing else", async () => {
  writeFileSync(join(folder, "by hand.jiugong"), aLedger(4).snapshot!);
  writeFileSync(join(folder, "torn.jiugong"), "{");
  for (const name of [".hidden.jiugong", "notes.txt", "x.jiugong.tmp"]) writeFileSync(join(folder, name), "");
  const found = (await listBackups(folder, [])).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(found.map(({ name, head }) => [name, head])).toEqual([
    ["by hand.jiugong", { sequence: 4, total: 5, app: "0.1.0" }],
    ["torn.jiugong", null],
  ]);
});

test("calls one verified only while it is as long as it was when it was verified", async () => {
  const bytes = aLedger(4).snapshot!;
  const name = "jiugong-k3x9-000001-2026-11-26-0800.jiugong";
  const made: MadeBackup = {
    folder,
    name,
    number: 1,
    day: day("2026-11-26"),
    atMs: 5,
    bytes: bytes.length,
    generation: "g1",
    sequence: 4,
    total: 5,
    app: "0.1.0",
  };
  writeFileSync(join(folder, name), bytes);
  const tiers = ["recent", "daily", "weekly", "monthly"];
  expect(await listBackups(folder, [made])).toMatchObject([{ isVerified: true, atMs: 5, tiers }]);
  writeFileSync(join(folder, name), bytes.subarray(1));
  expect(await listBackups(folder, [made])).toMatchObject([{ isVerified: false, tiers: [] }]);
});
