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

/** Writes files into a new folder, all or none: a hidden folder beside it is filled and then takes the name, with a number
 * where the name is taken. Nothing that was there is touched; on any failure nothing is left. Answers the folder's name. */
export async function writeFolderAtomically(
  parent: string,
  name: string,
  files: readonly FolderFile[],
): Promise<Result<string, FailureCode>> {
  const temporary = join(parent, `.${name.slice(0, 60)}.${randomUUID().slice(0, 8)}.tmp`);
  const undone = async (code: FailureCode): Promise<Result<string, FailureCode>> => {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    return fail(code);
  };
  try {
    await mkdir(temporary);
    for (const file of files) {
      const written = await writeFileAtomically(join(temporary, file.name), await file.bytes());
      if (!written.ok) return await undone(written.error);
    }
    const free = freeName(parent, name);
    await renamePatiently(temporary, join(parent, free));
    await flushFolder(parent);
    return ok(free);
  } catch (error) {
    return undone(failureCode(error instanceof Error && "code" in error ? String(error.code) : ""));
  }
}

function freeName(parent: string, name: string): string {
  let free = name;
  for (let number = 2; existsSync(join(parent, free)); number += 1) free = `${name} (${number})`;
  return free;
}
