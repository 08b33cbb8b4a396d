let last: Promise<unknown> = Promise.resolve();

/** Runs writers one after the other, in the order in which they came; one that fails does not hold up the next. */
export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const run = last.then(task, task);
  last = run.catch(() => undefined);
  return run;
}

/** When everything that was asked for so far has been written or refused. */
export async function allWritten(): Promise<void> {
  await last;
}
