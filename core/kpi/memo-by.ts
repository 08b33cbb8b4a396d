interface Node {
  readonly next: WeakMap<object, Node>;
  readonly values: Map<string, unknown>;
}

const root: Node = { next: new WeakMap(), values: new Map() };

/** Computes once for the same objects and key, and lets go of it with them: facts and rows are immutable, so what was
 * computed from them holds as long as they are there. The key says what is computed; it must differ by type of result.
 * @example memoBy([{}], "sum", () => 1 + 1) // => 2
 */
export function memoBy<T>(identities: readonly [object, ...object[]], key: string, make: () => T): T {
  let node = root;
  for (const identity of identities) {
    let next = node.next.get(identity);
    if (!next) {
      next = { next: new WeakMap(), values: new Map() };
      node.next.set(identity, next);
    }
    node = next;
  }
  if (node.values.has(key)) return node.values.get(key) as T;
  const made = make();
  node.values.set(key, made);
  return made;
}
