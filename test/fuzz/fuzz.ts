import { fuzzImports } from "./fuzz-imports.ts";

/* Imports mutated files, ten thousand unless told otherwise: `npm run fuzz -- [count] [seed]`. */

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const STEP = 500;
let complaints = 0;
for (let done = 0; done < count; done += STEP) {
  const part = Math.min(STEP, count - done);
  const report = await fuzzImports(part, seed + done);
  complaints += report.complaints.length;
  const memoryMb = Math.round(process.memoryUsage().rss / 1_000_000);
  process.stdout.write(
    `${done + part} files: ${report.read} read, ${report.refused} refused, slowest ${Math.round(report.slowestMs)} ms, ${memoryMb} MB\n`,
  );
  for (const complaint of report.complaints)
    process.stdout.write(`  seed ${seed + done}, file ${complaint}\n`);
}
process.exitCode = complaints === 0 ? 0 : 1;
