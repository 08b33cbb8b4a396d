import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { surplusBackups } from "../../core/vault/backup/backup-rotation.ts";
import type { MadeBackup } from "./backup-job.ts";

/** A temporary file of this age was left behind by a power cut; a younger one may be in use. */
const LEFT_BEHIND_MS = 3_600_000;

/** Removes what the rotation lets go, and answers what is left. A backup that is not as it was when it was verified is neither
 * counted nor removed; one that cannot be removed now goes another time. */
export async function removeSurplus(made: readonly MadeBackup[]): Promise<readonly MadeBackup[]> {
  const sizes = await Promise.all(made.map(sizeOf));
  const there = made.filter((_, at) => sizes[at] !== null);
  const seen = made.map((one, at) => ({ ...one, isVerified: sizes[at] === one.bytes }));
  const surplus = new Set(surplusBackups(seen));
  const gone = new Set<MadeBackup>();
  for (const backup of there.filter(({ number }) => surplus.has(number))) {
    const isGone = await rm(join(backup.folder, backup.name)).then(
      () => true,
      () => false,
    );
    if (isGone) gone.add(backup);
  }
  return there.filter((backup) => !gone.has(backup));
}

/** Removes the temporary files of this installation that a crash left behind. */
export async function clearLeftovers(of: {
  readonly folder: string;
  readonly line: string;
  readonly nowMs: number;
}): Promise<void> {
  const names = await readdir(of.folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`.jiugong-${of.line}-`) || !name.endsWith(".tmp")) continue;
    const path = join(of.folder, name);
    const found = await stat(path).catch(() => null);
    if (found && of.nowMs - found.mtimeMs > LEFT_BEHIND_MS) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

/** `null`: it is not there. What cannot be looked at counts as there and changed. */
async function sizeOf({ folder, name }: MadeBackup): Promise<number | null> {
  try {
    return (await stat(join(folder, name))).size;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? null : -1;
  }
}
