import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brokenFiles, readArchive } from "./setup/asar.ts";
import type { ArchivedFile } from "./setup/asar.ts";
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
  "/dist/electron/backup-process.js",
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

/** Signs of what has no business in a package, whatever its file is called: maps, types and tests of ours, keys. */
const TELLTALES: readonly (readonly [string, RegExp])[] = [
  ["a source map", /\/[/*]# sourceMappingURL=(?!data:text\/css)/],
  ["TypeScript", /^(import type |export type |export interface |declare module )/m],
  ["a test", /\bfrom ?["'](vitest|@playwright\/test|fast-check)["']/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a path of the builder's machine", /["'`](\/home\/|\/work\/|\/Users\/|[A-Z]:\\\\Users)/],
];

/** What is wrong with the contents of an archive's files. */
export function judgeContents(files: readonly Pick<ArchivedFile, "path" | "bytes">[]): readonly string[] {
  return files
    .filter(({ path }) => /\.(c?js|css|html|json)$/.test(path) && path !== "/dist/renderer/licences.json")
    .flatMap(({ path, bytes }) => {
      const text = bytes.toString("utf8");
      return TELLTALES.filter(([, sign]) => sign.test(text)).map(([what]) => `${path} holds ${what}`);
    });
}

/** Packages the built app into a folder of its own and hands its archive and program on; the folder is removed after. */
export async function withPackage<T>(use: (archive: Buffer, program: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "jiugong-package-"));
  try {
    packageApp(folder);
    const app = join(folder, "release", "linux-unpacked");
    return await use(readFileSync(join(app, "resources", "app.asar")), join(app, "jiugong"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkPackage(): Promise<number> {
  return withPackage(async (archive, program) => {
    const files = readArchive(archive);
    const { missing, unwanted } = judgePackage(files.map(({ path }) => path));
    const foreign = readdirSync("dist/electron").flatMap((name) =>
      foreignImports(readFileSync(join("dist/electron", name), "utf8")),
    );
    const fuses = fusesOn(await getCurrentFuseWire(program));
    const problems = [
      ...missing.map((file) => `missing from the package: ${file}`),
      ...unwanted.map((file) => `not wanted in the package: ${file}`),
      ...judgeContents(files),
      ...brokenFiles(files).map((file) => `not as the archive's head says: ${file}`),
      ...foreign.map((name) => `not bundled: ${name}`),
      ...(fuses.join() === SHIPPED_FUSES.join() ? [] : [`fuses should be on: ${SHIPPED_FUSES.join(", ")}`]),
    ];
    for (const problem of problems) console.error(problem);
    console.log(`package: ${files.length} files, ${Math.round(archive.length / 1024)} kB`);
    for (const [place, bytes] of sizesOf(files)) console.log(`  ${place}: ${Math.round(bytes / 1024)} kB`);
    console.log(`fuses on: ${fuses.join(", ")}`);
    return problems.length === 0 ? 0 : 1;
  });
}

/** Bytes by the folder that they are in. */
function sizesOf(files: readonly ArchivedFile[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files) {
    const place = path.split("/").slice(1, -1).join("/") || "package.json";
    sizes.set(place, (sizes.get(place) ?? 0) + bytes.length);
  }
  return sizes;
}

/** The names of the fuses that are switched on in a binary. */
function fusesOn(wire: Awaited<ReturnType<typeof getCurrentFuseWire>>): readonly string[] {
  return Object.entries(wire).flatMap(([fuse, state]) =>
    state === FuseState.ENABLE && fuse !== "version" ? [FuseV1Options[Number(fuse)] ?? fuse] : [],
  );
}

if (isMain(import.meta)) process.exitCode = await checkPackage();
