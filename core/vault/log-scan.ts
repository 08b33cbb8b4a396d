import type { Sha256 } from "./log-file.ts";
import { FRAME_HEAD_BYTES, HEADER_BYTES, chainOf, decodeFrameHead, sameBytes } from "./log-frame.ts";

/** What a segment holds up to its first fault. */
export interface SegmentScan {
  readonly entries: readonly Uint8Array[];
  /** Where each entry's frame begins. */
  readonly offsets: readonly number[];
  /** Where the last whole entry ends. */
  readonly end: number;
  readonly chain: Uint8Array;
  /** `torn`: nothing whole follows, so the rest was never acknowledged. `broken`: whole entries follow the fault. */
  readonly fault: "none" | "torn" | "broken";
}

/** Reads the frames of a segment's bytes (header included) and checks each against the chain.
 * @example scanSegment(new Uint8Array(70), new Uint8Array(32), (bytes) => bytes).fault // => "torn"
 */
export function scanSegment(bytes: Uint8Array, firstChain: Uint8Array, sha256: Sha256): SegmentScan {
  const entries: Uint8Array[] = [];
  const offsets: number[] = [];
  let chain = firstChain;
  let at = HEADER_BYTES;
  while (at < bytes.length) {
    const payload = payloadAt(bytes, at);
    const next = payload && chainOf(chain, payload, sha256);
    if (!next || !sameBytes(next, bytes.subarray(at + 8, at + FRAME_HEAD_BYTES))) {
      return { entries, offsets, end: at, chain, fault: hasFrameAfter(bytes, at) ? "broken" : "torn" };
    }
    entries.push(payload);
    offsets.push(at);
    chain = next;
    at += FRAME_HEAD_BYTES + payload.length;
  }
  return { entries, offsets, end: at, chain, fault: "none" };
}

function payloadAt(bytes: Uint8Array, at: number): Uint8Array | null {
  const head = decodeFrameHead(bytes.subarray(at, at + FRAME_HEAD_BYTES));
  if (!head || at + FRAME_HEAD_BYTES + head.length > bytes.length) return null;
  return bytes.subarray(at + FRAME_HEAD_BYTES, at + FRAME_HEAD_BYTES + head.length);
}

/** Whether a whole frame begins anywhere behind a fault; its head's checksum is what tells it from chance. */
function hasFrameAfter(bytes: Uint8Array, at: number): boolean {
  for (let next = at + 1; next + FRAME_HEAD_BYTES <= bytes.length; next += 1) {
    if (bytes[next] === 0 && bytes[next + 1] === 0 && isZero(bytes, next)) continue;
    if (payloadAt(bytes, next)) return true;
  }
  return false;
}

/** Zeroed blocks are what a power cut leaves; skipped because a frame of zeros would be found at every byte of them. */
function isZero(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + FRAME_HEAD_BYTES; i += 1) if (bytes[i] !== 0) return false;
  return true;
}
