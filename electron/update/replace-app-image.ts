import { randomUUID } from "node:crypto";
import { chmod, copyFile, open, realpath, rename, rm, stat } from "node:fs/promises";
import { constants } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { UpdateFile } from "../../core/vault/update/update-manifest.ts";
import { flushFolder } from "../report/write-file-atomically.ts";
import { UpdateFault } from "./update-source.ts";
import { verifyFile } from "./verify-file.ts";

/** The steps that can fail; a test hands in ones that do. */
export interface ReplaceSteps {
  readonly copyFile: typeof copyFile;
  readonly flush: (path: string) => Promise<void>;
  readonly chmod: typeof chmod;
  readonly rename: typeof rename;
}

export const realReplaceSteps: ReplaceSteps = {
  copyFile,
  async flush(path) {
    const file = await open(path, "r+");
    await file.sync().finally(() => file.close());
  },
  chmod,
  rename,
};

/** What an AppImage has that was put there without saying more. */
const MODE = 0o755;

/** Puts a verified AppImage in the place of the installed one, under its name: copied beside it, flushed, compared with the manifest once
 * more, made startable, renamed over it. On any failure the installed one is untouched, the copy is removed, and it throws. */
export async function replaceAppImage(
  installed: string,
  fresh: { readonly path: string; readonly file: UpdateFile },
  steps: ReplaceSteps = realReplaceSteps,
): Promise<void> {
  // A link to it stays a link.
  const target = await realpath(installed).catch(() => installed);
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 60)}.${randomUUID().slice(0, 8)}.tmp`,
  );
  try {
    await steps.copyFile(fresh.path, temporary, constants.COPYFILE_EXCL);
    await steps.flush(temporary);
    if ((await verifyFile(temporary, fresh.file)) !== null) throw new Error("the copy is not the release");
    await steps.chmod(temporary, await modeOf(target));
    await steps.rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UpdateFault("not-replaced", { cause: error });
  }
  await flushFolder(dirname(target));
}

async function modeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found === null ? MODE : (found.mode & 0o777) | 0o100;
}
