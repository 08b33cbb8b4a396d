import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { initialBytes, initialScripts } from "../../../scripts/setup/initial-size.ts";

/** A built page in a folder of its own. */
function aPage(scripts: Readonly<Record<string, string>>, head: string): string {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  mkdirSync(join(folder, "assets"));
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, "assets", name), text);
  writeFileSync(join(folder, "index.html"), head);
  return folder;
}

const packed = (text: string) => gzipSync(text, { level: 9 }).length;
const script = '<script type="module" src="./assets/a.js"></script>';

it("the initial size is the entry with its preloads, each once, compressed; styles and late chunks are out", () => {
  const entry = "run();".repeat(500);
  const preload = "more();".repeat(300);
  const links =
    '<link rel="modulepreload" href="./assets/b.js"><link rel="stylesheet" href="./assets/c.css">';
  const folder = aPage(
    { "a.js": entry, "b.js": preload, "late.js": "x".repeat(9_000) },
    script + links + links,
  );
  expect(initialBytes(folder)).toBe(packed(entry) + packed(preload));
});

it("what the entry imports at once counts, and the first dictionary, which is fetched by name; what it may fetch later does not", () => {
  const scripts = {
    "a.js": 'import{x}from"./b.js";import("./late.js");',
    "b.js": "export const x=1;",
    "late.js": "y",
    "zh-cn-first-1a2b.js": "words",
    "zh-cn-rooms-1a2b.js": "more words",
  };
  const names = [...initialScripts(aPage(scripts, script)).keys()].toSorted();
  expect(names).toEqual(["assets/a.js", "assets/b.js", "assets/zh-cn-first-1a2b.js"]);
});
