import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { failureCode } from "../../core/bridge/failure.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";

/** The steps that can fail; a test hands in ones that do. */
export interface FileSteps {
  readonly open: (path: string, flags: string) => Promise<Pick<FileHandle, "writeFile" | "sync" | "close">>;
  readonly rename: typeof rename;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly rm: typeof rm;
  readonly wait: (delayMs: number) => Promise<void>;
}

export const realFileSteps: FileSteps = {
  open,
  rename,
  readFile,
  rm,
  wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
};

/** Antivirus programs and sync folders hold a fresh file for a moment; what is busy is tried again after these pauses. */
const PAUSES_MS = [50, 200, 800];
const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);

/** Writes a file whole or not at all: a temporary file beside it, flushed, read back and compared; renamed into place; the folder
 * flushed; read back and compared once more. On any failure before the rename the old file is untouched and the temporary one
 * removed. `unverified`: what was read back differs. */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  steps: FileSteps = realFileSteps,
): Promise<Result<null, FailureCode>> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await writeFlushed(temporary, bytes, steps);
    const verified = await verify(temporary, bytes, steps);
    if (!verified.ok) return await takeBack(temporary, verified.error, steps);
    await renamePatiently(temporary, path, steps);
  } catch (error) {
    return takeBack(temporary, failureCode(errno(error)), steps);
  }
  await flushFolder(dirname(path), steps);
  return verify(path, bytes, steps);
}

async function takeBack(
  temporary: string,
  code: FailureCode,
  steps: FileSteps,
): Promise<Result<null, FailureCode>> {
  await steps.rm(temporary, { force: true }).catch(() => undefined);
  return fail(code);
}

async function writeFlushed(path: string, bytes: Uint8Array, steps: FileSteps): Promise<void> {
  const file = await steps.open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file or folder its name, trying again while somebody holds it. */
export async function renamePatiently(
  temporary: string,
  path: string,
  steps: Pick<FileSteps, "rename" | "wait"> = realFileSteps,
): Promise<void> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await steps.rename(temporary, path);
    } catch (error) {
      if (!BUSY.has(errno(error))) throw error;
      await steps.wait(pauseMs);
    }
  }
  await steps.rename(temporary, path);
}

/** Makes the rename itself durable. Windows cannot open a folder, and needs no such step. */
export async function flushFolder(folder: string, steps: FileSteps = realFileSteps): Promise<void> {
  try {
    const handle = await steps.open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Not every file system lets a folder be flushed; the file itself is.
  }
}

async function verify(path: string, bytes: Uint8Array, steps: FileSteps): Promise<Result<null, FailureCode>> {
  try {
    return Buffer.compare(await steps.readFile(path), bytes) === 0 ? ok(null) : fail("unverified");
  } catch {
    return fail("unverified");
  }
}

function errno(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
