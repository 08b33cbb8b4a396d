import { runProgram, runTool } from "../setup/run-program.ts";
import type { Check, CheckReport } from "./check.ts";

/** What the programs remember of files that have not changed since. */
const CACHE = ".cache";

/** Checks that another program makes; its own lines are the problems. */
export const TOOL_CHECKS: readonly Check[] = [
  { name: "types", run: () => runCompiler(".") },
  { name: "types of core", run: () => runCompiler("core") },
  { name: "types of formats", run: () => runCompiler("formats") },
  {
    name: "lint",
    run: () => report(runTool("oxlint/bin/oxlint", ["-f", "unix"], { quiet: true }), /^.+:\d+:\d+: /),
  },
  {
    name: "format",
    run: () =>
      report(
        runTool(
          "prettier/bin/prettier.cjs",
          ["--check", "--cache", "--cache-location", `${CACHE}/prettier`, "."],
          {
            quiet: true,
          },
        ),
        /^\[(warn|error)\] (?!Code style)/,
      ),
  },
  {
    name: "dead code",
    run: () =>
      report(
        runTool("knip/bin/knip.js", ["--reporter", "compact", "--no-progress"], { quiet: true }),
        /^(?!journeys on )\S/,
      ),
  },
];

/** Runs the compiler over a project; answers its error lines. */
export async function runCompiler(project: string): Promise<CheckReport> {
  const run = runProgram(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "-p", project, "--pretty", "false", ...remembering(project)],
    { quiet: true },
  );
  return report(run, /: error TS\d+|^error TS/);
}

/** The planted trees of the tests are compiled once and remember nothing. */
function remembering(project: string): readonly string[] {
  if (![".", "core", "formats"].includes(project)) return [];
  return ["--incremental", "--tsBuildInfoFile", `${CACHE}/types-${project === "." ? "all" : project}.json`];
}

async function report(run: ReturnType<typeof runProgram>, problemLine: RegExp): Promise<CheckReport> {
  const { code, output } = await run;
  const problems = output.split("\n").filter((line) => problemLine.test(line));
  if (code !== 0 && problems.length === 0)
    problems.push(output.trim().slice(0, 2000) || `ended with code ${code}`);
  return { problems: code === 0 ? [] : problems, seen: "" };
}
