import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { UpdateFile, UpdateManifest } from "./update-manifest.ts";

/** The release that is running. */
export interface Release {
  readonly version: string;
  readonly number: number;
}

/** The machine for which an installer is looked for. */
export interface UpdateMachine {
  readonly platform: string;
  readonly arch: string;
  /** The ending of the installers that this copy of the app can be renewed by, without the dot. */
  readonly ending: string;
}

/** What an update is judged by. */
export interface UpdateStanding {
  readonly installed: Release;
  /** The highest number that a genuine manifest has shown on this machine: a feed never goes back behind it. */
  readonly seenNumber: number;
  readonly machine: UpdateMachine;
}

/** Whether a genuine manifest is an update here, and by which file. `null`: this is the release that is running.
 * `older`: its number or version is behind what runs or what was seen before, so that nobody can lead the app back to a release with a
 * known fault; `no-file`: it has no installer for this machine.
 * @example judgeUpdate({ version: "0.1.0", number: 1, releasedOn: "2026-11-26", notes: { zh: "", en: "" }, files: [] }, { installed: { version: "0.1.0", number: 1 }, seenNumber: 1, machine: { platform: "linux", arch: "x64", ending: "deb" } }) // => { ok: true, value: null }
 */
export function judgeUpdate(
  manifest: UpdateManifest,
  { installed, seenNumber, machine }: UpdateStanding,
): Result<UpdateFile | null, "older" | "no-file"> {
  if (manifest.number < seenNumber || manifest.number < installed.number) return fail("older");
  if (manifest.number === installed.number)
    return manifest.version === installed.version ? ok(null) : fail("older");
  if (compareVersions(manifest.version, installed.version) <= 0) return fail("older");
  const file = fileFor(manifest, machine);
  return file ? ok(file) : fail("no-file");
}

/** Compares two versions by their three numbers; below 0: the first is older.
 * @example compareVersions("0.10.0", "0.9.3") // => 1
 * @example compareVersions("1.0.0", "1.0.0") // => 0
 */
export function compareVersions(first: string, second: string): number {
  const [ours, theirs] = [first, second].map((version) => version.split(".").map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (ours![place] ?? 0) - (theirs![place] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The installer made for the processor before the one for all of them. */
function fileFor(manifest: UpdateManifest, { platform, arch, ending }: UpdateMachine): UpdateFile | null {
  const fitting = manifest.files.filter(
    (file) => file.platform === platform && file.name.toLowerCase().endsWith(`.${ending.toLowerCase()}`),
  );
  return fitting.find((file) => file.arch === arch) ?? fitting.find((file) => file.arch === "any") ?? null;
}
