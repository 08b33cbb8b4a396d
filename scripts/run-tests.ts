import { existsSync, mkdirSync, rmSync } from "node:fs";
import { BUILD_STAMP, buildAll } from "./build.ts";
import { isMain } from "./setup/is-main.ts";
import { INITIAL_BYTES_AT_MOST, initialBytes } from "./setup/initial-size.ts";
import { ensureChromium } from "./setup/find-chromium.ts";
import { freePort } from "./setup/free-port.ts";
import { runProgram, runTool } from "./setup/run-program.ts";
import { readPlaywrightTotals, readVitestTotals } from "./setup/test-totals.ts";
import type { Totals } from "./setup/test-totals.ts";

const RESULTS = "test-results";
const UNIT_JSON = `${RESULTS}/unit.json`;
const JOURNEY_JSON = `${RESULTS}/journeys.json`;

interface StepOutcome {
  readonly code: number;
  /** Tests that ran in the step; none for a step that is not made of tests. */
  readonly totals: Totals;
}

const NO_TESTS: Totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs everything, prints each step's time, and ends with `N passed, N failed`: unit tests and journeys. A step that is
 * red without a failed test of its own (a check, the build, a crash) counts as one failure, so the line never lies. With
 * `--all` the journeys run in every language in every shell. */
async function main(args: readonly string[]): Promise<number> {
  mkdirSync(RESULTS, { recursive: true });
  if (args.includes("--all")) process.env["JIUGONG_ALL_JOURNEYS"] = "1";
  const chromium = await ensureChromium();
  if (chromium) {
    process.env["JIUGONG_CHROMIUM"] = chromium;
    console.log(`jiugong: Chromium at ${chromium}`);
  }
  const verify = await step("verify", async () => ({ ...(await runOwn("scripts/verify/verify.ts")) }));
  const unit = await step("unit tests", runUnitTests);
  const build = await step("build", runBuild);
  const pack = await step("package", () => runPackageCheck(build.code === 0));
  // A server that another run left behind must not matter.
  process.env["JIUGONG_TEST_PORT"] ??= String(await freePort());
  const journeys = await step("journeys", () => runJourneys(existsSync(BUILD_STAMP), chromium !== null));
  const steps = [verify, unit, build, pack, journeys];
  const passed = sum(steps.map((one) => one.totals.passed));
  const failed = sum(
    steps.map((one) => (one.code !== 0 ? Math.max(1, one.totals.failed) : one.totals.failed)),
  );
  const skipped = sum(steps.map((one) => one.totals.skipped));
  console.log("");
  for (const one of steps) console.log(one.line);
  if (skipped > 0) console.log(`  ${skipped} skipped; each says why above`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function step(
  name: string,
  run: () => Promise<StepOutcome>,
): Promise<StepOutcome & { readonly line: string }> {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  const startMs = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const { passed, failed } = outcome.totals;
  const counts = passed + failed > 0 ? ` · ${passed} passed, ${failed} failed` : "";
  const line = `  ${outcome.code === 0 ? "ok " : "RED"} ${name.padEnd(11)} ${seconds.padStart(7)} s${counts}`;
  console.log(line);
  return { ...outcome, line };
}

async function runOwn(program: string): Promise<StepOutcome> {
  const { code } = await runProgram(process.execPath, [program]);
  return { code, totals: NO_TESTS };
}

async function runPackageCheck(isBuilt: boolean): Promise<StepOutcome> {
  if (isBuilt) return runOwn("scripts/check-package.ts");
  console.log("jiugong: the package was not checked: the build is red");
  return { code: 1, totals: NO_TESTS };
}

async function runUnitTests(): Promise<StepOutcome> {
  rmSync(UNIT_JSON, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${UNIT_JSON}`];
  const { code } = await runTool("vitest/vitest.mjs", ["run", ...reporters]);
  return { code, totals: readVitestTotals(UNIT_JSON) };
}

async function runBuild(): Promise<StepOutcome> {
  rmSync(BUILD_STAMP, { force: true });
  const code = await buildAll();
  if (code !== 0) return { code, totals: NO_TESTS };
  const bytes = initialBytes("dist/renderer");
  const isLight = bytes <= INITIAL_BYTES_AT_MOST;
  const law = `${(INITIAL_BYTES_AT_MOST / 1000).toFixed(0)} kB is the law`;
  console.log(`jiugong: ${(bytes / 1000).toFixed(0)} kB of script before the page is interactive; ${law}`);
  return { code: isLight ? 0 : 1, totals: NO_TESTS };
}

async function runJourneys(isBuilt: boolean, hasChromium: boolean): Promise<StepOutcome> {
  if (!isBuilt || !hasChromium) {
    const why = isBuilt ? "no Chromium could be found or downloaded" : "the build is red";
    console.log(`jiugong: the journeys did not run: ${why}`);
    return { code: 1, totals: NO_TESTS };
  }
  rmSync(JOURNEY_JSON, { force: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: JOURNEY_JSON };
  const { code } = await runTool("@playwright/test/cli.js", ["test", "--reporter=list,json"], { env });
  return { code, totals: existsSync(JOURNEY_JSON) ? readPlaywrightTotals(JOURNEY_JSON) : NO_TESTS };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

if (isMain(import.meta)) process.exitCode = await main(process.argv.slice(2));
