import { expect, test } from "vitest";
import { fuzzImports } from "../../fuzz/fuzz-imports.ts";

test("500 mutated exports are read or refused: none crashes, is half imported, loses a row or takes long", async () => {
  const report = await fuzzImports(500, 9);
  expect(report.complaints).toEqual([]);
  expect(Math.min(report.read, report.refused)).toBeGreaterThan(50);
}, 240_000);
