import { MAX_CHUNK_BYTES } from "../../core/bridge/limits.ts";
import type { Bridge, PickedFileHandle } from "../../core/bridge/contract.ts";
import type { Result } from "../../core/base/result.ts";
import type { PickedFile } from "./platform.ts";

/** A file of which the main process knows the path and we the handle. */
export function createPickedFile(bridge: Bridge, { handle, name, size }: PickedFileHandle): PickedFile {
  return { name, size, bytes: () => readWhole(bridge, handle, size) };
}

/** The value of an answer that has to be there; without it the caller's step has failed. */
export function valueOf<T>(answer: Result<T, string>): T {
  if (!answer.ok) throw new Error(`the main process answered ${answer.error}`);
  return answer.value;
}

/** Reads a picked file in pieces. The handle stays good, so a file can be read again. */
async function readWhole(bridge: Bridge, handle: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  while (true) {
    const piece = valueOf(await bridge.readFile({ handle, offset, length: MAX_CHUNK_BYTES }));
    pieces.push(piece);
    offset += piece.byteLength;
    if (piece.byteLength === 0 || (offset >= size && piece.byteLength < MAX_CHUNK_BYTES)) break;
  }
  const whole = new Uint8Array(offset);
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.byteLength;
  }
  return whole;
}
