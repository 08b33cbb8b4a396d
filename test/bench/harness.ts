/** One thing that is measured, beside a floor: the least that any program would have to do for it on this machine now. */
export interface BenchFigure {
  readonly name: string;
  /** What the floor does, in a few words. */
  readonly floorName: string;
  /** What the sizes count: "orders". */
  readonly of: string;
  readonly sizes: readonly [small: number, middle: number, large: number];
  /** Samples of each; fewer for what takes seconds. 15 unless told. */
  readonly samples?: number;
  prepare(size: number): Prepared | Promise<Prepared>;
}

export interface Prepared {
  run(): unknown;
  floor(): unknown;
  close?(): void | Promise<void>;
}

export interface Measured {
  readonly size: number;
  readonly figureMs: number;
  readonly floorMs: number;
  readonly ratio: number;
}

/** A sample lasts at least this long, so that the clock's step does not matter. */
const SAMPLE_MS = 4;
const WARM_MS = 150;

/** Measures a figure at its three sizes. Figure and floor take turns, so that a slow moment of the machine hits both;
 * the medians are compared. */
export async function measureFigure(figure: BenchFigure): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const size of figure.sizes) {
    const prepared = await figure.prepare(size);
    try {
      measured.push({ size, ...(await measurePair(prepared, figure.samples ?? 15)) });
    } finally {
      await prepared.close?.();
    }
  }
  return measured;
}

/** How time grows with size, from the smallest to the largest, as the exponent of a power: 0 for constant, 1 for linear. */
export function growthOf(measured: readonly Measured[]): number {
  const first = measured[0];
  const last = measured.at(-1);
  if (!first || !last || first.size === last.size) return 0;
  return Math.log(last.figureMs / first.figureMs) / Math.log(last.size / first.size);
}

async function measurePair(prepared: Prepared, samples: number): Promise<Omit<Measured, "size">> {
  const runs = await runsPerSample(() => prepared.run());
  const floorRuns = await runsPerSample(() => prepared.floor());
  const figure: number[] = [];
  const floor: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    floor.push(await timePerRun(() => prepared.floor(), floorRuns));
    figure.push(await timePerRun(() => prepared.run(), runs));
  }
  const figureMs = median(figure);
  const floorMs = median(floor);
  return { figureMs, floorMs, ratio: figureMs / floorMs };
}

/** Warms up, and finds how many runs fill a sample. */
async function runsPerSample(run: () => unknown): Promise<number> {
  const startMs = performance.now();
  let runs = 0;
  while (runs === 0 || (performance.now() - startMs < WARM_MS && runs < 1e6)) {
    await run();
    runs += 1;
  }
  return Math.max(1, Math.ceil((SAMPLE_MS * runs) / (performance.now() - startMs)));
}

async function timePerRun(run: () => unknown, runs: number): Promise<number> {
  const startMs = performance.now();
  for (let count = 0; count < runs; count += 1) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - startMs) / runs;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
