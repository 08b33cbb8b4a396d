/* Every JavaScript runtime has these two; the core's own library list does not name them. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Text as UTF-8.
 * @example utf8Bytes("九").length // => 3
 */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text from UTF-8; damaged bytes become U+FFFD, so check a checksum first.
 * @example utf8Text(utf8Bytes("九宫")) // => "九宫"
 */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
