import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "../../../../../core/base/day.ts";
import type { Day } from "../../../../../core/base/day.ts";
import {
  backupTiers,
  hasLostTooMuch,
  surplusBackups,
} from "../../../../../core/vault/backup/backup-rotation.ts";
import type { RotatedBackup } from "../../../../../core/vault/backup/backup-rotation.ts";

const START = day("2026-01-01");

const backup = (number: number, on: Day = START, isVerified = true): RotatedBackup => ({
  number,
  day: on,
  isVerified,
});

const aBackup = (number: number) =>
  fc
    .record({ days: fc.integer({ min: -800, max: 800 }), isVerified: fc.boolean() })
    .map(({ days, isVerified }) => backup(number, addDays(START, days), isVerified));

/** Any backups in any order, with clocks that jump. */
const backups = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 90 })
  .chain((numbers) => fc.tuple(...numbers.map(aBackup)));

/** The folder after a backup on each of so many days, rotated after each. */
function afterDays(days: number, aDay: number): readonly RotatedBackup[] {
  let folder: readonly RotatedBackup[] = [];
  for (let at = 0; at < days * aDay; at += 1) {
    const grown = folder.concat(backup(at + 1, addDays(START, Math.floor(at / aDay))));
    const gone = new Set(surplusBackups(grown));
    folder = grown.filter(({ number }) => !gone.has(number));
  }
  return folder;
}

const distinct = (folder: readonly RotatedBackup[], length: number) =>
  new Set(folder.map(({ day: on }) => on.slice(0, length))).size;

describe("rotating backups", () => {
  test("keeps ten of one day, and the eleventh oldest goes", () => {
    const folder = Array.from({ length: 11 }, (_, at) => backup(at + 1));
    expect(surplusBackups(folder)).toEqual([1]);
  });

  test("keeps the newest of each of fourteen days and ten weeks and twenty-four months, after three years of five a day", () => {
    const folder = afterDays(3 * 365, 5);
    const last = addDays(START, 3 * 365 - 1);
    const has = (on: Day) => folder.some((one) => one.day === on);
    expect(Array.from({ length: 14 }, (_, back) => has(addDays(last, -back)))).not.toContain(false);
    expect(distinct(folder, 7)).toBe(24);
    expect(folder.length).toBeLessThanOrEqual(10 + 14 + 10 + 24);
  });

  test("keeps the last day of a month that is over", () => {
    expect(afterDays(59, 1).some(({ day: on }) => on === "2026-01-31")).toBe(true);
  });

  test("orders by number: a clock that was set back makes no backup older", () => {
    const before = Array.from({ length: 30 }, (_, at) => backup(at + 1, day("2030-05-01")));
    const folder = [...before, backup(31, day("2020-01-01"))];
    expect(surplusBackups(folder)).not.toContain(31);
    expect(backupTiers(folder).get(31)).toEqual(["recent", "daily", "weekly", "monthly"]);
  });

  test("a bad backup takes no good one's place", () => {
    const good = Array.from({ length: 10 }, (_, at) => backup(at + 1));
    const bad = Array.from({ length: 40 }, (_, at) => backup(at + 11, START, false));
    expect(surplusBackups([...good, ...bad])).toEqual([]);
  });
});

describe("whatever the backups are", () => {
  test("the last verified one never goes, and no unverified one does", () => {
    fc.assert(
      fc.property(backups, (folder) => {
        const gone = new Set(surplusBackups(folder));
        const verified = folder.filter(({ isVerified }) => isVerified).map(({ number }) => number);
        if (verified.length > 0) expect(gone.has(Math.max(...verified))).toBe(false);
        expect(folder.some(({ number, isVerified }) => gone.has(number) && !isVerified)).toBe(false);
      }),
    );
  });

  test("rotating again removes nothing more", () => {
    fc.assert(
      fc.property(backups, (folder) => {
        const gone = new Set(surplusBackups(folder));
        expect(surplusBackups(folder.filter(({ number }) => !gone.has(number)))).toEqual([]);
      }),
    );
  });

  test("the order in which they are listed changes nothing", () => {
    fc.assert(
      fc.property(backups, (folder) => {
        expect(surplusBackups(folder.toReversed())).toEqual(surplusBackups(folder));
      }),
    );
  });

  test("at most 58 verified ones stay", () => {
    fc.assert(
      fc.property(backups, (folder) => {
        expect(backupTiers(folder).size).toBeLessThanOrEqual(58);
      }),
    );
  });
});

test("a fifth fewer is let pass, one record more is asked about", () => {
  expect([hasLostTooMuch(1000, 800), hasLostTooMuch(1000, 799), hasLostTooMuch(0, 0)]).toEqual([
    false,
    true,
    false,
  ]);
});
