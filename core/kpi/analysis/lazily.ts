/** A function that is called once, when its answer is first asked for.
 * @example once(() => 1)() // => 1
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** An object whose fields are each worked out when they are first looked at.
 * @example lazily({ a: () => 1 }).a // => 1
 */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {};
  for (const key of Object.keys(makers) as (keyof T)[]) {
    Object.defineProperty(made, key, { enumerable: true, get: once(makers[key]) });
  }
  return made as T;
}
