import { expect, test } from "vitest";
import { fuzzBackups, fuzzShares } from "../../fuzz/fuzz-files.ts";
import { fuzzImports } from "../../fuzz/fuzz-imports.ts";

/* Two thousand files on every run; `npm run fuzz` reads a hundred thousand. */

test("600 mutated exports are read or refused: none crashes, is half imported, loses a row or takes long", async () => {
  const report = await fuzzImports(600, 9);
  expect(report.complaints).toEqual([]);
  expect(Math.min(report.read, report.refused)).toBeGreaterThan(50);
}, 240_000);

test("800 mutated backups are read whole or refused whole: none crashes, pollutes or takes long", async () => {
  const report = await fuzzBackups(800, 9);
  expect(report.complaints).toEqual([]);
  expect(Math.min(report.read, report.refused)).toBeGreaterThan(10);
}, 240_000);

test("600 mutated share files, locked and not, are read whole or refused whole", async () => {
  const report = await fuzzShares(600, 9);
  expect(report.complaints).toEqual([]);
  expect(Math.min(report.read, report.refused)).toBeGreaterThan(5);
}, 240_000);

test("reading broken files leaves no heap behind", async () => {
  await fuzzBackups(50, 3);
  const before = process.memoryUsage().heapUsed;
  await fuzzBackups(200, 4);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
});
