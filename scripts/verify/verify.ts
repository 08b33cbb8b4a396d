import { isMain } from "../setup/is-main.ts";
import type { Check } from "./check.ts";
import { checkDocs } from "./docs-check.ts";
import { checkExamples } from "./example-check.ts";
import { checkImportLaw } from "./import-law.ts";
import { checkPurity } from "./purity-law.ts";
import { checkSeen } from "./seen-law.ts";
import { checkSizes } from "./size-law.ts";
import { readSourceTree } from "./source-tree.ts";
import { TOOL_CHECKS } from "./tools.ts";
import { checkWords } from "./words-check.ts";

const SHOWN = 60;

/** Runs every house check and prints what each found. Answers the number of red ones. */
async function main(): Promise<number> {
  const files = readSourceTree(".");
  const own: readonly Check[] = [
    { name: "import law", run: () => checkImportLaw(".", files) },
    { name: "purity", run: () => checkPurity(files) },
    { name: "seen states", run: () => checkSeen(files) },
    { name: "sizes and names", run: () => checkSizes(files) },
    { name: "examples", run: () => checkExamples(".", files) },
    { name: "words", run: () => checkWords(files) },
    { name: "documents", run: () => checkDocs(".") },
  ];
  const red = await Promise.all([...TOOL_CHECKS, ...own].map(runCheck));
  const count = red.filter(Boolean).length;
  console.log(count === 0 ? "verify: all green" : `verify: ${count} red`);
  return count;
}

async function runCheck(check: Check): Promise<boolean> {
  const startMs = performance.now();
  const { problems, seen } = await check.run().catch((error: unknown) => ({
    problems: [
      `the check itself broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ],
    seen: "",
  }));
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const state = problems.length === 0 ? "ok " : "RED";
  const count = problems.length === 0 ? "" : `${problems.length} to put right`;
  console.log(
    `${state} ${check.name.padEnd(17)} ${seconds.padStart(5)} s  ${[count, seen].filter(Boolean).join(" · ")}`,
  );
  for (const problem of problems.slice(0, SHOWN)) console.log(`    ${problem}`);
  if (problems.length > SHOWN) console.log(`    … and ${problems.length - SHOWN} more`);
  return problems.length > 0;
}

if (isMain(import.meta)) process.exitCode = (await main()) === 0 ? 0 : 1;
