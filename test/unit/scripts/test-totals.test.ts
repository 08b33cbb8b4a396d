import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlaywrightTotals, readVitestTotals } from "../../../scripts/setup/test-totals.ts";

function fileOf(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), "totals-")), "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe("the totals of a test run", () => {
  it("count a test file that could not be loaded as one failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{}] },
        { status: "passed", assertionResults: [{}] },
      ],
    };
    expect(readVitestTotals(fileOf(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it("count a journey that passed at its second try as passed, and an error outside of any as a failure", () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] };
    expect(readPlaywrightTotals(fileOf(report))).toEqual({ passed: 8, failed: 2, skipped: 3 });
  });

  it("are one failure when there is no report at all", () => {
    expect(readVitestTotals("/nowhere/unit.json")).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(readPlaywrightTotals("/nowhere/journeys.json")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
