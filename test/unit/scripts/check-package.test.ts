import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { foreignImports, judgeContents, judgePackage } from "../../../scripts/check-package.ts";
import { brokenFiles, readArchive } from "../../../scripts/setup/asar.ts";

const WHOLE = [
  "/package.json",
  "/dist/electron/main.js",
  "/dist/electron/backup-process.js",
  "/dist/electron/preload.cjs",
  "/dist/renderer/index.html",
  "/dist/renderer/licences.json",
  "/dist/renderer/assets/main-Dq5UFLNZ.js",
];

/** An archive of one folder with these files in it. */
function buildArchive(files: Readonly<Record<string, string>>): Buffer {
  let offset = 0;
  const entries = Object.entries(files).map(([name, text]) => {
    const hash = createHash("sha256").update(text).digest("hex");
    const entry = { size: text.length, offset: String(offset), integrity: { algorithm: "SHA256", hash } };
    offset += text.length;
    return [name, entry];
  });
  const json = JSON.stringify({ files: { a: { files: Object.fromEntries(entries) } } });
  const head = Buffer.alloc(16);
  head.writeUInt32LE(json.length + 8, 4);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, Buffer.from(json), Buffer.from(Object.values(files).join(""))]);
}

describe("a package", () => {
  test("with the bundles, the page and its assets is whole", () => {
    expect(judgePackage(WHOLE)).toEqual({ missing: [], unwanted: [] });
  });

  test("without its preload misses it", () => {
    const files = WHOLE.filter((file) => !file.endsWith(".cjs"));
    expect(judgePackage(files).missing).toEqual(["/dist/electron/preload.cjs"]);
  });

  test.each([
    "/dist/renderer/assets/main.js.map",
    "/electron/main.ts",
    "/test/desktop/stand-in/electron.ts",
    "/node_modules/zod/index.js",
    "/dist/.jiugong-built",
    "/README.md",
    "/.npmrc",
  ])("with %s holds too much", (file) => {
    expect(judgePackage([...WHOLE, file]).unwanted).toEqual([file]);
  });

  test("is read from its head, and a file that was changed in it is not what the head says", () => {
    const archive = buildArchive({ "b.js": "one", "c.js": "three" });
    expect(readArchive(archive).map(({ path, bytes }) => [path, String(bytes)])).toEqual([
      ["/a/b.js", "one"],
      ["/a/c.js", "three"],
    ]);
    expect(brokenFiles(readArchive(archive))).toEqual([]);
    archive[archive.length - 1]! ^= 1;
    expect(brokenFiles(readArchive(archive))).toEqual(["/a/c.js"]);
  });

  test.each([
    ["a source map", "x();\n//# sourceMappingURL=main.js.map"],
    ["TypeScript", "import type { A } from './a.ts';"],
    ["a test", 'import { test } from "vitest";'],
    ["a private key", "-----BEGIN PRIVATE KEY-----"],
    ["a path of the builder's machine", 'const root = "/home/li/jiugong";'],
  ])("is found to hold %s, whatever the file is called", (what, text) => {
    const file = { path: "/dist/electron/main.js", bytes: Buffer.from(text) };
    expect(judgeContents([file])).toEqual([`/dist/electron/main.js holds ${what}`]);
    expect(judgeContents([{ ...file, bytes: Buffer.from("run();") }])).toEqual([]);
  });

  test("may import Electron, Node and its own pieces, and nothing else", () => {
    const source =
      'import { app } from "electron";\nimport "node:fs";\nimport("./run-1.js");\nimport { z } from "zod";';
    expect(foreignImports(source)).toEqual(["zod"]);
  });
});

/** The lines under a key of the builder's configuration. */
function block(key: string): Record<string, string> {
  const lines = readFileSync("electron-builder.yml", "utf8").split("\n");
  const from = lines.indexOf(`${key}:`) + 1;
  const inside = lines.slice(from).slice(
    0,
    lines.slice(from).findIndex((line) => /^\S/.test(line)),
  );
  const pairs = inside.filter((line) => !line.trim().startsWith("#")).map((line) => line.trim().split(": "));
  return Object.fromEntries(pairs.map(([name, value]) => [name, value ?? ""])) as Record<string, string>;
}

describe("the builder's configuration", () => {
  test("ships the fuses so", () => {
    expect(block("electronFuses")).toEqual({
      runAsNode: "false",
      enableCookieEncryption: "false",
      enableNodeOptionsEnvironmentVariable: "false",
      enableNodeCliInspectArguments: "false",
      enableEmbeddedAsarIntegrityValidation: "true",
      onlyLoadAppFromAsar: "true",
      loadBrowserProcessSpecificV8Snapshot: "false",
      grantFileProtocolExtraPrivileges: "false",
    });
  });

  test("names the app as its identity does, and keeps the data when it is uninstalled", () => {
    const text = readFileSync("electron-builder.yml", "utf8");
    expect(text).toContain("\nappId: io.github.jiugong.app\n");
    expect(text).toContain("\nproductName: Jiugong\n");
    expect(text).toContain("\n  - ext: jiugong\n");
    expect(block("nsis")["deleteAppDataOnUninstall"]).toBe("false");
  });
});
