import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the page may load before it is interactive, compressed. The rest comes by route. */
export const INITIAL_BYTES_AT_MOST = 300_000;

/** The larger of the two dictionaries that the first screens speak from. */
const FIRST_DICTIONARY = /^zh-cn-first-.*\.js$/;

/** Every script that a built page loads before it is interactive, as gzip sends it: what it names, all that these import at
 * once, and the first dictionary, which is fetched by name. */
export function initialScripts(folder: string): ReadonlyMap<string, number> {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const bytesByName = new Map<string, number>();
  const collect = (name: string): void => {
    if (bytesByName.has(name)) return;
    const script = readFileSync(join(folder, name));
    bytesByName.set(name, gzipSync(script, { level: 9 }).length);
    for (const imported of staticImports(script.toString("utf8"))) {
      collect(join(name, "..", imported).replaceAll("\\", "/"));
    }
  };
  for (const [, name] of html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g)) collect(name!);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (FIRST_DICTIONARY.test(name.split(/[\\/]/).at(-1)!)) collect(name.replaceAll("\\", "/"));
  }
  return bytesByName;
}

/** Bytes of all scripts of `initialScripts`. */
export function initialBytes(folder: string): number {
  return [...initialScripts(folder).values()].reduce((sum, bytes) => sum + bytes, 0);
}

function staticImports(text: string): readonly string[] {
  const pattern = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?["'](\.\/[^"']+\.js)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}
