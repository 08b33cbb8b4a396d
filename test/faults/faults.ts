import { runFullDisk } from "./disk-rounds.ts";
import type { Engine } from "./fault-browser.ts";
import { runKills } from "./kill-rounds.ts";

/* Kills Chromium in the middle of its work and prints what came of it: `npm run faults -- [kills of each case] [seed]`. With `disk` in
   place of the number the disk is filled, with the ledger in files and in the browser's own. */

const [kills = 25, seed = 1] = process.argv.slice(2).map(Number);
const ENGINES: readonly Engine[] = ["leveldb", "sqlite"];

if (process.argv[2] === "disk") {
  await fillDisks();
  process.exit();
}

let complaints = 0;
for (const engine of ENGINES) {
  const startMs = performance.now();
  const rows = await runKills({
    engine,
    kills,
    seed,
    onLife: (life, lives) => void process.stderr.write(`\r${engine}: ${life + 1} of ${lives}`),
  });
  const seconds = Math.round((performance.now() - startMs) / 1000);
  process.stderr.write("\n");
  console.log(`${engine}, ${seconds} s\n  case      kills  in it  commits  complaints  what the starts said`);
  for (const { work, inStep, commits, said, ...row } of rows) {
    const starts = Object.entries(said).map(([key, count]) => `${key.replace("vault.", "")} ${count}`);
    const counts = [row.kills, inStep, commits, row.complaints.length];
    const cells = counts.map((count, index) => String(count).padStart([7, 7, 9, 12][index]!));
    console.log(`  ${work.padEnd(8)}${cells.join("")}  ${starts.join(", ")}`);
    for (const complaint of row.complaints.slice(0, 20)) console.log(`    ${complaint}`);
    complaints += row.complaints.length;
  }
}
process.exitCode = complaints === 0 ? 0 : 1;

async function fillDisks(): Promise<void> {
  for (const engine of ENGINES) {
    for (const ledger of ["files", "browser"] as const) {
      for (const end of ["room", "killed"] as const) {
        const { commits, said, toldMs, complaints } = await runFullDisk({ engine, ledger, end });
        const starts = Object.entries(said).map(([key, count]) => `${key.replace("vault.", "")} ${count}`);
        console.log(
          `${engine}, ledger: ${ledger}, ${end}: ${commits} commits, told in ${Math.round(toldMs)} ms`,
        );
        for (const line of [starts.join(", "), ...complaints]) console.log(`    ${line}`);
      }
    }
  }
}
