import { BALLAST_NAME } from "./log-disk.ts";
import type { LogDisk, NamedFile } from "./log-disk.ts";

const KEPT_STATES = 5;
const BALLAST_BYTES = 1 << 20;

/** The number of the newest segment that stands alone; 0 without one. Nothing with a lower number may stay: someone was erased.
 * Its header says so from the moment on in which it counts, so that a crash or a file that is in use cannot make it forgotten.
 * @example aloneNumber({}, []) instanceof Promise // => true
 */
export async function aloneNumber(disk: LogDisk, files: readonly NamedFile[]): Promise<number> {
  for (const file of files.toReversed()) {
    if (file.kind === "segment" && (await disk.header(file))?.isAlone) return file.number;
  }
  return 0;
}

/** Files that hold what was before a state that stands alone.
 * @example leftBefore([{ name: "00000001.kept", number: 1, kind: "kept" }], 2).length // => 1
 */
export function leftBefore(files: readonly NamedFile[], alone: number): readonly NamedFile[] {
  return files.filter(({ kind, number }) => kind !== "unsettled" && number < alone);
}

/** Removes what no longer counts: all before the last two snapshots, states put aside but for the newest five, and everything before a
 * state that stands alone. What cannot be removed now is left for the next time.
 * @example tidy({ files: async () => [], write: async () => undefined }) instanceof Promise // => true
 */
export async function tidy(disk: LogDisk): Promise<void> {
  const alone = await removeBefore(disk);
  const files = await disk.files();
  const begun = new Set<number>();
  for (const file of files) if (file.kind === "segment" && (await disk.header(file))) begun.add(file.number);
  const snapshots = files.filter(({ kind, number }) => kind === "snapshot" && begun.has(number));
  const oldest = snapshots.at(-2)?.number ?? 0;
  const kept = files.filter(({ kind }) => kind === "kept");
  const old = files.filter(({ kind, number }) => kind !== "kept" && number < oldest);
  const notes = files.filter(
    ({ kind, number }) => kind === "unsettled" && number < (snapshots.at(-1)?.number ?? 0),
  );
  const surplus = kept.slice(0, Math.max(0, kept.length - KEPT_STATES));
  // The segment that says what must go stays as long as that has not gone.
  const isNeeded = leftBefore(files, alone).length > 0;
  for (const { name, number, kind } of new Set([...old, ...notes, ...surplus]))
    if (!(isNeeded && kind === "segment" && number === alone)) await disk.remove(name);
  await disk.write(BALLAST_NAME, new Uint8Array(BALLAST_BYTES));
}

/** Removes what was before a state that stands alone, as far as it can be removed. Answers that state's number; 0 without one.
 * @example removeBefore({ files: async () => [] }) instanceof Promise // => true
 */
export async function removeBefore(disk: LogDisk): Promise<number> {
  const files = await disk.files();
  const alone = await aloneNumber(disk, files);
  const left = leftBefore(files, alone);
  for (const { name } of left) await disk.remove(name);
  if (left.length > 0) await disk.sync();
  return alone;
}
