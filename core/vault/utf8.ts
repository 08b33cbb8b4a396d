/* Every JavaScript runtime has these two; the core's own library list does not name them. */
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, to: Uint8Array): { readonly written: number };
};
declare const TextDecoder: new () => {
  decode(bytes?: Uint8Array, how?: { readonly stream: boolean }): string;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** For longer texts browsers ask the system for memory each time, which takes ten times as long as the work itself. */
const PIECE = 1 << 16;
const BYTES_A_UNIT = 3;
/** Room that is kept from one text to the next is not made larger than for this. */
const LONGEST_KEPT = 1 << 20;

let scratch = new Uint8Array(0);

/** Text as UTF-8. A half of a character pair that stands alone becomes U+FFFD.
 * @example utf8Bytes("九").length // => 3
 */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const { length } = text;
  if (length <= PIECE || length > LONGEST_KEPT) return encoder.encode(text);
  if (scratch.length < length * BYTES_A_UNIT) scratch = new Uint8Array(length * BYTES_A_UNIT);
  return scratch.slice(0, encoder.encodeInto(text, scratch).written);
}

/** Text from UTF-8; damaged bytes become U+FFFD, so check a checksum first.
 * @example utf8Text(utf8Bytes("九宫")) // => "九宫"
 */
export function utf8Text(bytes: Uint8Array): string {
  if (bytes.length <= PIECE) return decoder.decode(bytes);
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  return text + decoder.decode();
}
