import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { foreignImports, judgePackage, listArchive } from "../../../scripts/check-package.ts";

const WHOLE = [
  "/package.json",
  "/dist/electron/main.js",
  "/dist/electron/preload.cjs",
  "/dist/renderer/index.html",
  "/dist/renderer/licences.json",
  "/dist/renderer/assets/main-Dq5UFLNZ.js",
];

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

  test("lists the files of an archive from its head", () => {
    const tree = JSON.stringify({ files: { a: { files: { "b.js": { size: 1 } } }, c: { size: 2 } } });
    const head = Buffer.alloc(16);
    head.writeUInt32LE(tree.length, 12);
    expect(listArchive(Buffer.concat([head, Buffer.from(tree)]))).toEqual(["/a/b.js", "/c"]);
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
