import { recordHash } from "../base/record-hash.ts";
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
  return recordHash(rest);
}
