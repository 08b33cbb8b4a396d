import { joinBytes } from "./join-bytes.ts";
import { crc32 } from "./crc32.ts";
import type { Sha256 } from "./log-file.ts";

/* Segment: a header of 68 bytes, then frames. Snapshot: a header of 68 bytes, then its bytes.
   Header: magic (8), file number (8), sequence (8), length (8), hash (32), checksum of all these (4).
   Frame: payload length (4), checksum of length and chain (4), chain (32), payload.
   chain = SHA-256(previous chain ‖ payload): an entry cannot be altered, left out or moved unnoticed. */

export const CHAIN_BYTES = 32;
export const HEADER_BYTES = 8 + 8 + 8 + 8 + CHAIN_BYTES + 4;
export const FRAME_HEAD_BYTES = 4 + 4 + CHAIN_BYTES;

/** Where in a frame the chain stands. */
const CHAIN_AT = 8;

export type LogFileKind = "segment" | "snapshot";

/** What a file of the ledger says of itself. `hash` is a snapshot's SHA-256, or the chain that a segment goes on from. */
export interface LogHeader {
  readonly kind: LogFileKind;
  readonly number: number;
  /** The sequence of the snapshot, or of the last entry before the segment. */
  readonly sequence: number;
  /** Bytes after the header; 0 in segments, which grow. */
  readonly length: number;
  /** Of a segment: nothing of before it may stay. It stands where snapshots have their length. */
  readonly isAlone?: boolean;
  readonly hash: Uint8Array;
}

export interface FrameHead {
  readonly length: number;
  readonly chain: Uint8Array;
}

const MAGIC: Readonly<Record<LogFileKind, string>> = { segment: "JGLEDGR1", snapshot: "JGSNAPS1" };

/** The header's bytes, closed by their own checksum.
 * @example encodeLogHeader({ kind: "segment", number: 1, sequence: 0, length: 0, hash: new Uint8Array(32) }).length // => 68
 */
export function encodeLogHeader(header: LogHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i += 1) bytes[i] = MAGIC[header.kind].charCodeAt(i);
  view.setBigUint64(8, BigInt(header.number));
  view.setBigUint64(16, BigInt(header.sequence));
  view.setBigUint64(24, header.isAlone ? 1n : BigInt(header.length));
  bytes.set(header.hash, 32);
  view.setInt32(64, crc32(bytes.subarray(0, 64)));
  return bytes;
}

/** Reads a header; `null` when it is torn, damaged or none of ours.
 * @example decodeLogHeader(new Uint8Array(68)) // => null
 */
export function decodeLogHeader(bytes: Uint8Array): LogHeader | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (view.getInt32(64) !== crc32(bytes.subarray(0, 64))) return null;
  const magic = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = magic === MAGIC.segment ? "segment" : magic === MAGIC.snapshot ? "snapshot" : null;
  if (kind === null) return null;
  const length = Number(view.getBigUint64(24));
  return {
    kind,
    number: Number(view.getBigUint64(8)),
    sequence: Number(view.getBigUint64(16)),
    ...(kind === "segment" ? { length: 0, isAlone: length === 1 } : { length }),
    hash: bytes.slice(32, 64),
  };
}

/** An entry with room for its frame's head, and the chain before it where its own will stand: what its chain is made from
 * lies in one piece, so that a long entry is copied once.
 * @example openFrame(new Uint8Array(2), new Uint8Array(32)).length // => 42
 */
export function openFrame(payload: Uint8Array, previousChain: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(FRAME_HEAD_BYTES + payload.length);
  frame.set(previousChain, CHAIN_AT);
  frame.set(payload, FRAME_HEAD_BYTES);
  return frame;
}

/** What the chain of an open frame is the hash of.
 * @example chainedPart(openFrame(new Uint8Array(2), new Uint8Array(32))).length // => 34
 */
export function chainedPart(frame: Uint8Array): Uint8Array {
  return frame.subarray(CHAIN_AT);
}

/** Makes an open frame one as it lies in a segment. `chain`: what the next one goes on from.
 * @example decodeFrameHead(sealFrame(openFrame(new Uint8Array(2), new Uint8Array(32)), new Uint8Array(32))).length // => 2
 */
export function sealFrame(frame: Uint8Array<ArrayBuffer>, chain: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, FRAME_HEAD_BYTES);
  view.setUint32(0, frame.length - FRAME_HEAD_BYTES);
  frame.set(chain, CHAIN_AT);
  view.setInt32(4, frameChecksum(frame));
  return frame;
}

/** Reads a frame's head; `null` when it is torn or damaged.
 * @example decodeFrameHead(new Uint8Array(3)) // => null
 */
export function decodeFrameHead(bytes: Uint8Array): FrameHead | null {
  if (bytes.length < FRAME_HEAD_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, FRAME_HEAD_BYTES);
  if (view.getInt32(4) !== frameChecksum(bytes)) return null;
  return { length: view.getUint32(0), chain: bytes.slice(8, FRAME_HEAD_BYTES) };
}

/** The chain after an entry.
 * @example chainOf(new Uint8Array(32), new Uint8Array(1), (bytes) => bytes).length // => 33
 */
export function chainOf(previousChain: Uint8Array, payload: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joinBytes([previousChain, payload]));
}

/** Whether two byte strings are the same.
 * @example sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)) // => false
 */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function frameChecksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(8, FRAME_HEAD_BYTES), crc32(bytes.subarray(0, 4)));
}
