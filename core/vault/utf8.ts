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

let scratch = new Uint8Array(0);

/** The same for long texts with letters beyond Latin ones: browsers take ten times as long for them. A half of a character
 * pair that stands alone becomes U+FFFD.
 * @example longUtf8Bytes("九").length // => 3
 */
export function longUtf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const { length } = text;
  if (scratch.length < length * 3) scratch = new Uint8Array(length * 3);
  const bytes = scratch;
  let to = 0;
  for (let at = 0; at < length; at += 1) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[to++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(at)!;
      if (code > 0xffff) at += 1;
      else code = 0xfffd;
    }
    if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[to++] = 0xe0 | (code >> 12);
      else {
        bytes[to++] = 0xf0 | (code >> 18);
        bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[to++] = 0x80 | (code & 0x3f);
  }
  return bytes.slice(0, to);
}
