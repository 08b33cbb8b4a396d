import { runToEnd } from "../base/run-to-end.ts";

const STEP_BYTES = 1 << 20;

/** One array of all parts in order.
 * @example [...joinBytes([Uint8Array.of(1), Uint8Array.of(2, 3)])] // => [1, 2, 3]
 */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return runToEnd(joinSteps(parts));
}

/** The same in steps of about a megabyte: fresh memory is dear by the page.
 * @example joinSteps([Uint8Array.of(1), Uint8Array.of(2, 3)]).next().value.length // => 3
 */
export function* joinSteps(parts: readonly Uint8Array[]): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  let rested = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
    if (at - rested < STEP_BYTES) continue;
    rested = at;
    yield;
  }
  return joined;
}
