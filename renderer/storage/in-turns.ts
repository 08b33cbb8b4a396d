/** A step is let run on for as long as nobody can feel it. */
const SLICE_MS = 12;

/** Runs a sliced piece of work and lets the screen draw and listen whenever it has held it for a few milliseconds. What
 * takes no longer than that runs through without a pause. */
export async function inTurns<T, Step>(
  steps: Generator<Step, T>,
  onPause: (last: Step) => void = () => undefined,
): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    onPause(step.value);
    await nextTurn();
    since = performance.now();
  }
}

/** Steps that end with `null` once nobody wants them. */
export function* whileWanted<T>(
  steps: Generator<number, T>,
  isWanted: () => boolean,
): Generator<number, T | null> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value;
    if (!isWanted()) return null;
  }
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Timers that follow on each other wait four milliseconds each; messages do not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
