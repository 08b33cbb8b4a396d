import { randomUUID } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { PickedFileHandle } from "../../core/bridge/contract.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";

/** The files that the person chose. The page holds a handle; only this list knows the path behind it. */
export interface PickedFiles {
  add(path: string): Promise<Result<PickedFileHandle, FailureCode>>;
  read(piece: Piece): Promise<Result<Uint8Array<ArrayBuffer>, FailureCode>>;
  release(handle: string): void;
}

export interface Piece {
  readonly handle: string;
  readonly offset: number;
  readonly length: number;
}

/** Makes an empty list of picked files. */
export function createPickedFiles(): PickedFiles {
  const pathByHandle = new Map<string, string>();
  return {
    async add(path) {
      try {
        const { size } = await stat(path);
        const handle = randomUUID();
        pathByHandle.set(handle, path);
        return ok({ handle, name: basename(path), size });
      } catch (error) {
        return fail(failureCodeOf(error));
      }
    },
    async read(piece) {
      const path = pathByHandle.get(piece.handle);
      if (path === undefined) return fail("refused");
      try {
        return ok(await readPiece(path, piece));
      } catch (error) {
        return fail(failureCodeOf(error));
      }
    },
    release(handle) {
      pathByHandle.delete(handle);
    },
  };
}

async function readPiece(path: string, { offset, length }: Piece): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, "r");
  try {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}

function failureCodeOf(error: unknown): FailureCode {
  return failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
}
