const NEWLINE = 10;

/** The lines of some bytes, without their line feeds; views, not copies.
 * @example [...byteLines(Uint8Array.of(65, 10, 66))].map((line) => line.length) // => [1, 1]
 */
export function* byteLines(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found < 0 ? bytes.length : found;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}
