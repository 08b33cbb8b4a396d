import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { flushFolder, renamePatiently, writeFileAtomically } from "./write-file-atomically.ts";

export interface FolderFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface FolderJob {
  readonly parent: string;
  readonly name: string;
  readonly files: readonly FolderFile[];
  /** Looked at between two files. */
  readonly signal?: AbortSignal;
  readonly onWritten?: (done: number) => void;
}

/** Writes files into a new folder, all or none: a hidden folder beside it is filled and then takes the name, with a number
 * where the name is taken. Nothing that was there is touched; on any failure, and when it is stopped (`null`), nothing is left.
 * Answers the folder's name. */
export async function writeFolderAtomically(job: FolderJob): Promise<Result<string | null, FailureCode>> {
  const { parent, name } = job;
  const temporary = join(parent, `.${name.slice(0, 60)}.${randomUUID().slice(0, 8)}.tmp`);
  const takeBack = () => rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  try {
    await mkdir(temporary);
    const filled = await fill(temporary, job);
    if (!filled.ok || !filled.value) {
      await takeBack();
      return filled.ok ? ok(null) : filled;
    }
    const free = freeName(parent, name);
    await renamePatiently(temporary, join(parent, free));
    await flushFolder(parent);
    return ok(free);
  } catch (error) {
    await takeBack();
    return fail(failureCode(error instanceof Error && "code" in error ? String(error.code) : ""));
  }
}

/** Writes the files one by one; answers whether all of them. */
async function fill(
  folder: string,
  { files, signal, onWritten }: FolderJob,
): Promise<Result<boolean, FailureCode>> {
  for (const [at, file] of files.entries()) {
    if (signal?.aborted) return ok(false);
    const written = await writeFileAtomically(join(folder, file.name), await file.bytes());
    if (!written.ok) return written;
    onWritten?.(at + 1);
  }
  return ok(!signal?.aborted);
}

function freeName(parent: string, name: string): string {
  let free = name;
  for (let number = 2; existsSync(join(parent, free)); number += 1) free = `${name} (${number})`;
  return free;
}
