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
  /** `answer`: `run` and `floor` answer with the milliseconds that they measured themselves, inside a browser. */
  readonly clock?: "answer";
  /** What was promised, for every size. `ratio`: at most so many times the floor; `value`: at most so much. */
  readonly limit?: { readonly ratio: number } | { readonly value: number };
  /** Of the figure and the floor; milliseconds unless told. */
  readonly unit?: "MB" | "%";
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
/** What is so slow is not measured more often than this allows; at least once. */
const PATIENCE_MS = 8_000;

/** Measures a figure at its three sizes. Figure and floor take turns, so that a slow moment of the machine hits both;
 * the medians are compared. */
export async function measureFigure(figure: BenchFigure): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const size of figure.sizes) {
    const prepared = await figure.prepare(size);
    try {
      measured.push({ size, ...(await measurePair(prepared, figure)) });
    } finally {
      await prepared.close?.();
    }
  }
  return measured;
}

/** The sizes at which a figure is above its limit, of those that were measured. */
export function sizesAboveLimit(
  { limit }: Pick<BenchFigure, "limit">,
  measured: readonly Measured[],
): readonly number[] {
  if (!limit) return [];
  const isAbove = ({ ratio, figureMs }: Measured) =>
    "ratio" in limit ? ratio > limit.ratio : figureMs > limit.value;
  return measured.filter(isAbove).map(({ size }) => size);
}

/** How time grows with size, from the smallest to the largest, as the exponent of a power: 0 for constant, 1 for linear. */
export function growthOf(measured: readonly Measured[]): number {
  const first = measured[0];
  const last = measured.at(-1);
  if (!first || !last || first.size === last.size) return 0;
  return Math.log(last.figureMs / first.figureMs) / Math.log(last.size / first.size);
}

async function measurePair(
  prepared: Prepared,
  { samples = 15, clock }: BenchFigure,
): Promise<Omit<Measured, "size">> {
  const figure = await sampler(() => prepared.run(), clock);
  const floor = await sampler(() => prepared.floor(), clock);
  const startMs = performance.now();
  while (figure.times.length < samples) {
    await floor.sample();
    await figure.sample();
    if (performance.now() - startMs > PATIENCE_MS) break;
  }
  const figureMs = median(figure.times);
  const floorMs = median(floor.times);
  return { figureMs, floorMs, ratio: figureMs / floorMs };
}

interface Sampler {
  readonly times: number[];
  sample(): Promise<void>;
}

/** Warms up, and finds how many runs fill a sample. What needs seconds is warm by itself: its first run counts. */
async function sampler(run: () => unknown, clock: BenchFigure["clock"]): Promise<Sampler> {
  const times: number[] = [];
  if (clock === "answer") return { times, sample: async () => void times.push(await answeredTime(run)) };
  const startMs = performance.now();
  let warmRuns = 0;
  while (warmRuns === 0 || (performance.now() - startMs < WARM_MS && warmRuns < 1e6)) {
    await run();
    warmRuns += 1;
  }
  const warmMs = performance.now() - startMs;
  if (warmMs > PATIENCE_MS / 2) times.push(warmMs / warmRuns);
  const runs = Math.max(1, Math.ceil((SAMPLE_MS * warmRuns) / warmMs));
  return { times, sample: async () => void times.push(await timePerRun(run, runs)) };
}

async function timePerRun(run: () => unknown, runs: number): Promise<number> {
  const startMs = performance.now();
  for (let count = 0; count < runs; count += 1) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - startMs) / runs;
}

async function answeredTime(run: () => unknown): Promise<number> {
  const answer = await run();
  if (typeof answer !== "number") throw new Error("the figure did not answer with its time");
  return answer;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
