/** What a file is to someone who holds a passphrase. `key`: it is locked for keys; `newer`: of a later edition of the format;
 * `torn`: its head is age's and does not read. */
export type AgeHeader =
  | { readonly kind: "passphrase"; readonly workFactor: number }
  | { readonly kind: "foreign" | "key" | "newer" | "torn" };

/** What every file of any edition begins with. */
const MARK = "age-encryption.org/";
/** The same as text for mail: base64 between two lines. */
export const ARMOR_MARK = "-----BEGIN AGE ENCRYPTED FILE-----";

/** The head of a file that is locked with a passphrase has nothing beside it: salt, work factor, wrapped key, seal. */
const PASSPHRASE_HEAD =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,8})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
const HEAD_BYTES = 512;

/** Whether a file is age's, whatever it holds. */
export function isAgeFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, MARK) || isArmored(bytes);
}

/** Whether it is age's as text; white space before the first line does not count. */
export function isArmored(bytes: Uint8Array): boolean {
  return asText(bytes.subarray(0, HEAD_BYTES)).trimStart().startsWith(ARMOR_MARK);
}

/** Reads the head of a file in bytes. It costs nothing, however the file was made. */
export function readAgeHeader(bytes: Uint8Array): AgeHeader {
  if (!startsWith(bytes, MARK)) return { kind: "foreign" };
  const head = asText(bytes.subarray(0, HEAD_BYTES));
  if (/^age-encryption\.org\/v(?!1\n)[0-9]+\n/.test(head)) return { kind: "newer" };
  const found = PASSPHRASE_HEAD.exec(head);
  if (found) return { kind: "passphrase", workFactor: Number(found[1]) };
  return { kind: /^[^\n]*\n-> (?!scrypt )[^\n]+\n/.test(head) ? "key" : "torn" };
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return asText(bytes.subarray(0, mark.length)) === mark;
}

function asText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
