import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ReviewSnapshot } from "./records.ts";

/** A snapshot with its id and hash.
 * @example makeSnapshot({ cycleId: "2026-Q3", number: 1, on: "2026-10-05", competencies: [], levels: [], members: [] }).id // => "2026-Q3|1"
 */
export function makeSnapshot(of: Omit<ReviewSnapshot, "id" | "hash">): ReviewSnapshot {
  const whole = { ...of, id: `${of.cycleId}|${of.number}` };
  return { ...whole, hash: hashOf(whole) };
}

/** Whether a snapshot still says what it said when it was made.
 * @example isUntouched(makeSnapshot({ cycleId: "2026-Q3", number: 1, on: "2026-10-05", competencies: [], levels: [], members: [] })) // => true
 */
export function isUntouched(snapshot: ReviewSnapshot): boolean {
  const { hash, ...rest } = snapshot;
  return hashOf(rest) === hash;
}

function hashOf(rest: Omit<ReviewSnapshot, "hash">): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(inKeyOrder(rest)))));
}

/** The same value with the fields of every object by name: storage may give them back in another order. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inKeyOrder(inner)]),
  );
}
