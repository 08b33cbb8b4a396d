import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MadeBackup } from "../../../../electron/backup/backup-job.ts";
import { measureOf, openBackupRecords } from "../../../../electron/backup/backup-records.ts";

let home = "";
let path = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "jiugong-records-"));
  path = join(home, "backups.json");
});
afterEach(() => rmSync(home, { recursive: true }));

const opened = (hasPassphrase = false) =>
  openBackupRecords({ path, ownFolder: "/own", hasPassphrase: () => hasPassphrase });

const MADE: MadeBackup = {
  folder: "/usb",
  name: "n1",
  number: 1,
  day: day("2026-11-26"),
  atMs: 5,
  bytes: 9,
  generation: "g1",
  sequence: 4,
  total: 210,
  app: "0.1.0",
};

function chosen(): void {
  opened().change({ folder: "/usb", isEncrypted: true, nextNumber: 43, made: [MADE] });
}

test("what was chosen and made is there again after a restart", () => {
  chosen();
  expect(opened().read()).toMatchObject({ folder: "/usb", isEncrypted: true, nextNumber: 43, made: [MADE] });
});

test("where there is nothing yet backups are on, and nothing is lost", () => {
  expect(opened(true).read()).toMatchObject({ isOn: true, isLost: false, isEncrypted: false, folder: null });
});

describe("when the file is torn", () => {
  const tear = (file: string) => writeFileSync(file, readFileSync(file, "utf8").slice(0, 90));

  test("its copy has it all", () => {
    chosen();
    tear(path);
    expect(opened().read()).toMatchObject({ folder: "/usb", isEncrypted: true, isLost: false, made: [MADE] });
  });

  test("and its copy too, that is told, and stays told over restarts until a folder is chosen", () => {
    chosen();
    [path, `${path}.copy`].forEach(tear);
    const records = opened();
    expect(records.read()).toMatchObject({ isLost: true, made: [] });
    records.change({ isOn: true });
    expect(opened().read().isLost).toBe(true);
  });

  test("a passphrase that is kept tells that backups were encrypted", () => {
    writeFileSync(path, "{");
    expect(opened(true).read()).toMatchObject({ isLost: true, isEncrypted: true });
  });
});

test("one backup that cannot be read takes nothing else with it", () => {
  chosen();
  const raw = JSON.parse(readFileSync(path, "utf8")) as { made: object[] };
  writeFileSync(path, JSON.stringify({ ...raw, made: [{ ...MADE, number: "x" }, null, MADE] }));
  expect(opened().read()).toMatchObject({ folder: "/usb", made: [MADE] });
});

describe("the measure of a folder", () => {
  test("is taken over from a file with one measure for all", () => {
    chosen();
    const { measures: _measures, ...raw } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    const fall = { before: 210, after: 2 };
    writeFileSync(path, JSON.stringify({ ...raw, baseline: 210, fall }));
    expect(measureOf(opened().read(), "/usb")).toEqual({ baseline: 210, fall });
  });

  test("is the fullest backup made there where none is noted, and none where none was made", () => {
    chosen();
    opened().change({ made: [MADE, { ...MADE, number: 2, total: 2 }] });
    const records = opened().read();
    expect([measureOf(records, "/usb").baseline, measureOf(records, "/own").baseline]).toEqual([210, null]);
  });
});
