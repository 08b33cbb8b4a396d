import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { UpdateFile } from "../../core/vault/update/update-manifest.ts";
import type { UpdateProblem } from "../../core/vault/update/update-state.ts";

/** Compares a file with what the signed manifest says of it, reading all of it. `null`: it is that file. */
export async function verifyFile(
  path: string,
  { size, sha512 }: Pick<UpdateFile, "size" | "sha512">,
): Promise<Extract<UpdateProblem, "file-gone" | "file-short" | "file-changed"> | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return "file-gone";
    if (found.size < size) return "file-short";
    if (found.size > size) return "file-changed";
    const hash = createHash("sha512");
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
    return hash.digest("hex") === sha512 ? null : "file-changed";
  } catch {
    return "file-gone";
  }
}
