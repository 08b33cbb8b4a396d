import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { failureCode } from "../../core/bridge/failure.ts";
import type { UpdateProblem } from "../../core/vault/update/update-state.ts";
import { UpdateFault } from "./update-source.ts";
import type { UpdateSource } from "./update-source.ts";

/** A folder that the person chose, with a manifest of the given name in it. */
export function folderSource(folder: string, manifestName: string): UpdateSource {
  return {
    async readManifest(limit) {
      try {
        return await readAtMost(join(folder, manifestName), limit);
      } catch (error) {
        throw asFault(error, "no-manifest");
      }
    },
    async openFile(name, from) {
      const path = join(folder, name);
      try {
        const isFile = (await stat(path)).isFile();
        if (!isFile) throw new UpdateFault("file-gone");
      } catch (error) {
        throw asFault(error, "file-gone");
      }
      return { from, pieces: createReadStream(path, { start: from }) };
    },
  };
}

async function readAtMost(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const bytes = new Uint8Array(limit + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    if (bytesRead > limit) throw new UpdateFault("manifest-unreadable");
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function asFault(error: unknown, whenGone: UpdateProblem): UpdateFault {
  if (error instanceof UpdateFault) return error;
  const code = failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
  if (code === "gone") return new UpdateFault(whenGone);
  return new UpdateFault(code === "not-permitted" ? "not-permitted" : "failed");
}
