/** Runs a sliced piece of work without a pause.
 * @example runToEnd((function* () { yield 0.5; return "done"; })()) // => "done"
 */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
