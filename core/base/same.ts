/** Whether two plain values (as JSON knows them, plus `undefined`) are the same, whatever the order of their keys.
 * @example isSame({ a: 1, b: [2] }, { b: [2], a: 1 }) // => true
 * @example isSame([1, 2], [2, 1]) // => false
 */
export function isSame(a: unknown, b: unknown): boolean {
  // Files do not know -0 from 0, and nobody else should.
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}
