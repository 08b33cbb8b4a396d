import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { pathToFileURL } from "node:url";
import { growthOf, measureFigure, sizesAboveLimit } from "../test/bench/harness.ts";
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
  const modules = await loadModules();
  for (const figure of modules.flatMap(({ figures }) => figures)) {
    if (!figure.name.includes(wanted)) continue;
    const measured = await measureFigure(figure);
    printFigure(figure, measured);
    results.push({
      name: figure.name,
      floor: figure.floorName,
      of: figure.of,
      limit: figure.limit,
      measured,
    });
  }
  for (const { end } of modules) await end?.();
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/latest.json`, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`kept in ${RESULTS}/latest.json`);
}

interface BenchModule {
  readonly figures: readonly BenchFigure[];
  /** Closes what its figures share. */
  end?(): Promise<void>;
}

async function loadModules(): Promise<readonly BenchModule[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".bench.ts"));
  const modules = names
    .toSorted()
    .map((name) => import(pathToFileURL(`${FOLDER}/${name}`).href) as Promise<BenchModule>);
  return Promise.all(modules);
}

function printFigure(figure: BenchFigure, measured: readonly Measured[]): void {
  console.log(figure.name);
  console.log(`  floor: ${figure.floorName}`);
  for (const one of measured) {
    const size = `${one.size.toLocaleString("en")} ${figure.of}`.padStart(18);
    const [value, floor] = [one.figureMs, one.floorMs].map((of) => amount(of, figure.unit));
    console.log(`  ${size}  ${value}  floor ${floor}  ratio ${ratio(one.ratio)}`);
  }
  const first = measured[0]!;
  const last = measured.at(-1)!;
  const times = (last.figureMs / first.figureMs).toFixed(1);
  const grows = `×${times} for ×${Number((last.size / first.size).toFixed(1))} the size`;
  console.log(`  growth: ${grows}, about n^${growthOf(measured).toFixed(2)}`);
  if (figure.limit) console.log(`  ${limitText(figure, measured)}`);
  console.log();
}

function limitText(figure: BenchFigure, measured: readonly Measured[]): string {
  const { limit } = figure;
  const said =
    limit && "ratio" in limit ? `${limit.ratio} × the floor` : amount(limit!.value, figure.unit).trim();
  const above = sizesAboveLimit(figure, measured).map((size) => size.toLocaleString("en"));
  return `limit: ${said}: ${above.length === 0 ? "kept" : `above it at ${above.join(", ")}`}`;
}

function amount(value: number, unit = "ms"): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`.padStart(11);
}

function ratio(value: number): string {
  return value.toPrecision(3).padStart(8);
}

function gigabytes(): string {
  return (totalmem() / 2 ** 30).toFixed(0);
}

if (isMain(import.meta)) await main();
