import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { initialBytes } from "../../../scripts/setup/initial-size.ts";

it("the initial size is the entry with its preloads, each once, compressed; styles and late chunks are out", () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const entry = "run();".repeat(500);
  const preload = "more();".repeat(300);
  for (const [name, text] of Object.entries({
    "a.js": entry,
    "b.js": preload,
    "late.js": "x".repeat(9_000),
  })) {
    writeFileSync(join(folder, name), text);
  }
  const links = '<link rel="modulepreload" href="./b.js"><link rel="stylesheet" href="./c.css">';
  writeFileSync(join(folder, "index.html"), `<script type="module" src="./a.js"></script>${links}${links}`);
  expect(initialBytes(folder)).toBe(gzipSync(entry).length + gzipSync(preload).length);
});
