import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

it("the list of faults names a test that is there for each", () => {
  const rows = readFileSync(join(ROOT, "docs/faults.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| fault") && !line.startsWith("| ---"));
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const named = [...row.matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, path]) => path!);
    expect([row, named.length]).toEqual([row, Math.max(1, named.length)]);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  }
});
