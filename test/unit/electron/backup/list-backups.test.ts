import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const NAME = "jiugong-k3x9-000001-2026-11-26-0800.jiugong";

/** A backup of the folder that was made here. */
function made(name: string, given: Partial<MadeBackup> = {}): MadeBackup {
  const bytes = aLedger(4).snapshot!;
  writeFileSync(join(folder, name), bytes);
  return {
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
    ...given,
  };
}

test("calls one verified only while it is as long as it was when it was verified", async () => {
  const one = made(NAME);
  const tiers = ["recent", "daily", "weekly", "monthly"];
  expect(await listBackups(folder, [one])).toMatchObject([{ isVerified: true, atMs: 5, tiers }]);
  writeFileSync(join(folder, NAME), readFileSync(join(folder, NAME)).subarray(1));
  expect(await listBackups(folder, [one])).toMatchObject([{ isVerified: false, tiers: [] }]);
});

const MOST = Number.MAX_SAFE_INTEGER;
test.each([
  ["fewer than no members", { members: -1, deals: 9 }, 4],
  ["more records than can be counted", { members: MOST, deals: MOST }, 4],
  ["a change that no number tells", { members: 1 }, 2 ** 60],
])("a head that tells of %s is not believed, and hides no other", async (_what, counts, sequence) => {
  const text = new TextDecoder().decode(aLedger(4).snapshot!);
  const [first, ...rest] = text.split("\n");
  const head = { ...(JSON.parse(`${first}]}`) as object), sequence, counts };
  writeFileSync(join(folder, "a.jiugong"), [JSON.stringify(head).slice(0, -2), ...rest].join("\n"));
  writeFileSync(join(folder, "b.jiugong"), text);
  const found = await listBackups(folder, []);
  expect(found.map(({ name, head }) => [name, head?.total]).toSorted()).toEqual([
    ["a.jiugong", undefined],
    ["b.jiugong", 5],
  ]);
});

test("what was made here is listed however many others lie there, and whatever their names", async () => {
  const one = made(NAME);
  for (let at = 0; at < 501; at += 1) writeFileSync(join(folder, `z${at}.jiugong`), "");
  const found = await listBackups(folder, [one]);
  expect([found.length, found.some(({ name }) => name === NAME)]).toEqual([500, true]);
});

test.skipIf(process.platform === "win32")("a pipe is not waited for", async () => {
  execFileSync("mkfifo", [join(folder, "pipe.jiugong")]);
  expect(await listBackups(folder, [])).toEqual([]);
});
