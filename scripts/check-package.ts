import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isMain } from "./setup/is-main.ts";

/* Packages the built app without Electron's binary: a folder of placeholders stands for it. What is looked at is ours: that
 * the archive holds what the app needs and nothing else, and that the fuses are set in the binary. */

/** Files of Electron's Linux build that electron-builder expects to find. */
const PLACEHOLDERS = ["LICENSE", "LICENSES.chromium.html", "version", "chrome-sandbox", "resources.pak"];
/** The text before the fuses in every Electron binary. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_COUNT = 9;
/** What is switched on in the app that people get; all other fuses of ours are off. */
const SHIPPED_FUSES = ["EnableEmbeddedAsarIntegrityValidation", "OnlyLoadAppFromAsar"];

/** What may lie in the archive: bundles, the page, its assets, and the manifest. */
const ALLOWED = [
  /^\/package\.json$/,
  /^\/dist\/electron\/(preload\.cjs|[a-z0-9-]+\.js)$/,
  /^\/dist\/renderer\/(index\.html|favicon\.svg|licences\.json)$/,
  /^\/dist\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2|json)$/,
];
const NEEDED = [
  "/package.json",
  "/dist/electron/main.js",
  "/dist/electron/preload.cjs",
  "/dist/renderer/index.html",
  "/dist/renderer/licences.json",
];

export interface PackageFindings {
  readonly missing: readonly string[];
  readonly unwanted: readonly string[];
}

/** Compares the files of an archive with what the app needs. */
export function judgePackage(files: readonly string[]): PackageFindings {
  return {
    missing: NEEDED.filter((file) => !files.includes(file)),
    unwanted: files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
  };
}

/** A binary with nothing but the wire of the fuses, all of them as Electron delivers them. */
function placeholderBinary(): Buffer {
  const states = Buffer.alloc(FUSE_COUNT, "0");
  return Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSE_COUNT]), states]);
}

function makePlaceholders(folder: string): void {
  mkdirSync(join(folder, "locales"), { recursive: true });
  mkdirSync(join(folder, "resources"));
  for (const name of PLACEHOLDERS) writeFileSync(join(folder, name), name);
  for (const name of ["zh-CN.pak", "en-US.pak", "de.pak"]) writeFileSync(join(folder, "locales", name), name);
  writeFileSync(join(folder, "electron"), placeholderBinary());
  chmodSync(join(folder, "electron"), 0o755);
}

function packageApp(folder: string): void {
  const electron = join(folder, "electron-dist");
  makePlaceholders(electron);
  const builder = spawnSync(
    process.execPath,
    [
      resolve("node_modules/electron-builder/cli.js"),
      "--linux",
      "dir",
      "--publish=never",
      `-c.electronDist=${electron}`,
      `-c.directories.output=${join(folder, "release")}`,
    ],
    { encoding: "utf8", env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: "false" } },
  );
  if (builder.status !== 0) throw new Error(`electron-builder: ${builder.stdout}${builder.stderr}`);
}

/** What a bundle still imports from outside, beyond Electron and Node: in a package without node_modules it would not start. */
export function foreignImports(source: string): readonly string[] {
  const imports = source.matchAll(
    /^(?:import|export)\b[^"'\n]*["']([^"'\n]+)["']|\b(?:__require|require|import)\(["']([^"'\n]+)["']\)/gm,
  );
  const names = [...imports].map((match) => match[1] ?? match[2] ?? "");
  return names.filter((name) => name !== "electron" && !isBuiltin(name) && !name.startsWith("./"));
}

async function checkPackage(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "jiugong-package-"));
  try {
    packageApp(folder);
    const app = join(folder, "release", "linux-unpacked");
    const archive = join(app, "resources", "app.asar");
    const files = listArchive(readFileSync(archive));
    const { missing, unwanted } = judgePackage(files);
    for (const file of missing) console.error(`missing from the package: ${file}`);
    for (const file of unwanted) console.error(`not wanted in the package: ${file}`);
    const foreign = readdirSync("dist/electron").flatMap((name) =>
      foreignImports(readFileSync(join("dist/electron", name), "utf8")),
    );
    for (const name of foreign) console.error(`not bundled: ${name}`);
    const fuses = fusesOn(await getCurrentFuseWire(join(app, "jiugong")));
    const areFusesRight = fuses.join() === SHIPPED_FUSES.join();
    if (!areFusesRight) console.error(`fuses should be on: ${SHIPPED_FUSES.join(", ")}`);
    console.log(`package: ${files.length} files, ${Math.round(readFileSync(archive).length / 1024)} kB`);
    console.log(`fuses on: ${fuses.join(", ")}`);
    return missing.length + unwanted.length + foreign.length === 0 && areFusesRight ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | { readonly size: number }>>;
}

/** The files of an asar archive: its head is a JSON tree, whose length stands in the fourth word. */
export function listArchive(archive: Buffer): readonly string[] {
  const length = archive.readUInt32LE(12);
  return listFolder(JSON.parse(archive.toString("utf8", 16, 16 + length)) as ArchiveFolder, "");
}

function listFolder(folder: ArchiveFolder, path: string): readonly string[] {
  return Object.entries(folder.files).flatMap(([name, entry]) =>
    "files" in entry ? listFolder(entry, `${path}/${name}`) : [`${path}/${name}`],
  );
}

/** The names of the fuses that are switched on in a binary. */
function fusesOn(wire: Awaited<ReturnType<typeof getCurrentFuseWire>>): readonly string[] {
  return Object.entries(wire).flatMap(([fuse, state]) =>
    state === FuseState.ENABLE && fuse !== "version" ? [FuseV1Options[Number(fuse)] ?? fuse] : [],
  );
}

if (isMain(import.meta)) process.exitCode = await checkPackage();
