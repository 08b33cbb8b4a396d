import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain } from "./setup/is-main.ts";
import { NOTES_FOLDER } from "./setup/shipped-packages.ts";

/* What the app is made of, for its page 'about': every package that has code in the built bundles, with the licence's text from the
 * package itself. */

const LICENCES_FILE = "dist/renderer/licences.json";
/** Not bundled, but in every installer. Chromium's own list lies beside it as LICENSES.chromium.html. */
const BESIDE = ["node_modules/electron"];
const LICENCE_NAME = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** As the package states it: an SPDX expression. */
  readonly licence: string;
  /** Empty: the package comes without one. */
  readonly text: string;
}

/** Reads a package's licence from its own folder. */
export function licenceOf(folder: string): PackageLicence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_NAME.test(file) && statSync(join(folder, file)).isFile())
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return { name, version, licence: license ?? "", text: texts.join("\n\n") };
}

/** The packages by name; of one that is there in two versions, both. */
export function listLicences(folders: readonly string[]): readonly PackageLicence[] {
  const all = [...new Set(folders)].map(licenceOf);
  const unlike = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unlike.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes the list into the built page. Throws when a package states no licence at all: that is to be looked at by a person. */
export function writeLicences(): readonly PackageLicence[] {
  const noted = readdirSync(NOTES_FOLDER).flatMap(
    (file) => JSON.parse(readFileSync(join(NOTES_FOLDER, file), "utf8")) as string[],
  );
  const licences = listLicences([...noted, ...BESIDE]);
  const unclear = licences.filter(({ licence }) => licence === "");
  if (unclear.length > 0)
    throw new Error(`no licence is stated by ${unclear.map(({ name }) => name).join(", ")}`);
  writeFileSync(LICENCES_FILE, JSON.stringify(licences));
  return licences;
}

if (isMain(import.meta)) {
  const licences = writeLicences();
  const kinds = [...new Set(licences.map(({ licence }) => licence))].toSorted();
  console.log(`${licences.length} packages: ${kinds.join(", ")}`);
  for (const { name, text } of licences) if (text === "") console.log(`no text: ${name}`);
}
