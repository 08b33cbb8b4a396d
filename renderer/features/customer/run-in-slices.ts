const SLICE_MS = 24;

/** Runs a piece of work in slices, so that the page stays alive; `null` when it is no longer wanted. */
export async function runInSlices<T>(
  steps: Generator<number, T>,
  of: { onShare(share: number): void; isWanted(): boolean },
): Promise<T | null> {
  let lastPause = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - lastPause < SLICE_MS) continue;
    of.onShare(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    if (!of.isWanted()) return null;
    lastPause = performance.now();
  }
}
