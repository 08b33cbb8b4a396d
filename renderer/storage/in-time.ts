/** The answer of the database, or a rejection: on a full disk a transaction may hang for ever. */
export function inTime<T>(work: PromiseLike<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the transaction did not end in time")), limitMs);
    work.then(resolve, reject);
    work.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
}
