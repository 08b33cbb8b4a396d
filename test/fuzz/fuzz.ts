import { fuzzBackups, fuzzShares } from "./fuzz-files.ts";
import { fuzzImports } from "./fuzz-imports.ts";

/* Reads mutated files, a hundred thousand unless told otherwise: `npm run fuzz -- [count] [seed] [imports|backups|shares]`. */

const FUZZERS = { imports: fuzzImports, backups: fuzzBackups, shares: fuzzShares };
const STEP = 250;
/** What the reading of so many small files may leave in memory. */
const MEMORY_MB = 1500;

const [count = 100_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
const kinds = Object.entries(FUZZERS).filter(([kind]) => only === undefined || kind === only);
if (kinds.length === 0 || !Number.isInteger(count) || !Number.isInteger(seed))
  throw new Error("fuzz [count] [seed] [imports|backups|shares]");

let complaints = 0;
for (let done = 0; done < count; done += STEP) {
  const [kind, fuzz] = kinds[(done / STEP) % kinds.length]!;
  const part = Math.min(STEP, count - done);
  const report = await fuzz(part, seed + done);
  const memoryMb = Math.round(process.memoryUsage().rss / 1_000_000);
  complaints += report.complaints.length + (memoryMb > MEMORY_MB ? 1 : 0);
  process.stdout.write(
    `${done + part} ${kind}: ${report.read} read, ${report.refused} refused, slowest ${Math.round(report.slowestMs)} ms, ${memoryMb} MB\n`,
  );
  for (const complaint of report.complaints)
    process.stdout.write(`  ${kind}, seed ${seed + done}, file ${complaint}\n`);
}
process.stdout.write(`${count} files, ${complaints} complaints\n`);
process.exitCode = complaints === 0 ? 0 : 1;
