import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the page may load before it is interactive, compressed. The rest comes by route. */
export const INITIAL_BYTES_AT_MOST = 300_000;

/** Bytes of all scripts that a built page names, entry and preloads, as gzip sends them. */
export function initialBytes(folder: string): number {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const names = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1]!);
  return [...new Set(names)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
    0,
  );
}
