import library from "crc-32";

/* The library is CommonJS: bundlers and Node agree only on its default. */

/** The CRC-32 of bytes, signed; `seed` goes on from an earlier part.
 * @example crc32([49, 50, 51]) // => -2008521774
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  return library.buf(bytes, seed);
}

/** The CRC-32 of a text as UTF-8, signed.
 * @example crc32OfText("123") // => -2008521774
 */
export function crc32OfText(text: string): number {
  return library.str(text);
}
