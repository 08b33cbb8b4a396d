/** One array of all parts in order.
 * @example [...joinBytes([Uint8Array.of(1), Uint8Array.of(2, 3)])] // => [1, 2, 3]
 */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
