import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { pathToFileURL } from "node:url";
import { growthOf, measureFigure } from "../test/bench/harness.ts";
import type { BenchFigure, Measured } from "../test/bench/harness.ts";
import { isMain } from "./setup/is-main.ts";

const FOLDER = "test/bench";
const RESULTS = "bench-results";

/** Measures all figures, or those whose name contains the words given, and prints each beside its floor. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2).join(" ");
  console.log(
    `${cpus().length} cores of ${cpus()[0]?.model ?? "?"}, ${gigabytes()} GB, Node ${process.version}\n`,
  );
  const results: unknown[] = [];
  for (const figure of await loadFigures()) {
    if (!figure.name.includes(wanted)) continue;
    const measured = await measureFigure(figure);
    printFigure(figure, measured);
    results.push({ name: figure.name, floor: figure.floorName, of: figure.of, measured });
  }
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/latest.json`, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`kept in ${RESULTS}/latest.json`);
}

async function loadFigures(): Promise<readonly BenchFigure[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".bench.ts"));
  const modules = await Promise.all(
    names.toSorted().map((name) => import(pathToFileURL(`${FOLDER}/${name}`).href) as Promise<unknown>),
  );
  return modules.flatMap((module) => (module as { readonly figures: readonly BenchFigure[] }).figures);
}

function printFigure(figure: BenchFigure, measured: readonly Measured[]): void {
  console.log(figure.name);
  console.log(`  floor: ${figure.floorName}`);
  for (const one of measured) {
    const size = `${one.size.toLocaleString("en")} ${figure.of}`.padStart(18);
    console.log(`  ${size}  ${ms(one.figureMs)}  floor ${ms(one.floorMs)}  ratio ${ratio(one.ratio)}`);
  }
  const first = measured[0]!;
  const last = measured.at(-1)!;
  const times = (last.figureMs / first.figureMs).toFixed(1);
  const grows = `×${times} for ×${Number((last.size / first.size).toFixed(1))} the size`;
  console.log(`  growth: ${grows}, about n^${growthOf(measured).toFixed(2)}\n`);
}

function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`.padStart(11);
}

function ratio(value: number): string {
  return value.toPrecision(3).padStart(8);
}

function gigabytes(): string {
  return (totalmem() / 2 ** 30).toFixed(0);
}

if (isMain(import.meta)) await main();
