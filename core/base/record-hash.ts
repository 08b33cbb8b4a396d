import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The SHA-256 of a record as hexadecimal text: the same for the same values, in whatever order a file or database gives the
 * fields; fields that are `undefined` do not count.
 * @example recordHash({ a: 1, b: undefined }) === recordHash({ a: 1 }) // => true
 * @example recordHash({ a: 1, b: 2 }) === recordHash({ b: 2, a: 1 }) // => true
 */
export function recordHash(record: object): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(inKeyOrder(record)))));
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inKeyOrder(one)]),
  );
}
