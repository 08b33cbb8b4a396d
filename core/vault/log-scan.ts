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
  /** How many whole entries follow the fault. */
  readonly behind: number;
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
      const behind = framesBehind(bytes, at);
      return { entries, offsets, end: at, chain, fault: behind > 0 ? "broken" : "torn", behind };
    }
    entries.push(payload);
    offsets.push(at);
    chain = next;
    at += FRAME_HEAD_BYTES + payload.length;
  }
  return { entries, offsets, end: at, chain, fault: "none", behind: 0 };
}

function payloadAt(bytes: Uint8Array, at: number): Uint8Array | null {
  if (!fits(bytes, at)) return null;
  const head = decodeFrameHead(bytes.subarray(at, at + FRAME_HEAD_BYTES));
  return head && bytes.subarray(at + FRAME_HEAD_BYTES, at + FRAME_HEAD_BYTES + head.length);
}

/** Whether a frame of the length that stands here would end within the file. Asked before its checksum: of a long entry that was torn a
 * checksum at every byte would take seconds, and text is hardly ever a length that fits. */
function fits(bytes: Uint8Array, at: number): boolean {
  const room = bytes.length - at - FRAME_HEAD_BYTES;
  if (room < 0) return false;
  return bytes[at]! * 2 ** 24 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) <= room;
}

/** How many whole frames begin behind a fault, wherever; a head's checksum is what tells it from chance. */
function framesBehind(bytes: Uint8Array, at: number): number {
  let count = 0;
  let next = at + 1;
  while (next + FRAME_HEAD_BYTES <= bytes.length) {
    const payload =
      bytes[next] === 0 && bytes[next + 1] === 0 && isZero(bytes, next) ? null : payloadAt(bytes, next);
    if (payload) count += 1;
    next += payload ? FRAME_HEAD_BYTES + payload.length : 1;
  }
  return count;
}

/** Zeroed blocks are what a power cut leaves; skipped because a frame of zeros would be found at every byte of them. */
function isZero(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + FRAME_HEAD_BYTES; i += 1) if (bytes[i] !== 0) return false;
  return true;
}
