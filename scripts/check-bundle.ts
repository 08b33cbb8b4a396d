import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Initial JavaScript at most 300 kB gzipped: the entry, what it imports at once, and one dictionary. */
const LIMIT_KB = 300;
const ROOT = new URL("../dist/renderer/", import.meta.url).pathname;

const page = readFileSync(join(ROOT, "index.html"), "utf8");
const entries = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1]!);
const initial = new Set<string>();
for (const entry of entries) collect(entry);
const dictionary = readdirSync(join(ROOT, "assets")).find((name) => /^zh-cn-.*\.js$/.test(name));
if (dictionary) collect(`assets/${dictionary}`);

let total = 0;
for (const file of [...initial].toSorted()) {
  const bytes = gzipSync(readFileSync(join(ROOT, file)), { level: 9 }).length;
  total += bytes;
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(
  `${(total / 1000).toFixed(1).padStart(7)} kB  initial JavaScript, gzipped; the limit is ${LIMIT_KB} kB`,
);
if (entries.length === 0) throw new Error("no entry script in index.html: build first");
if (total > LIMIT_KB * 1000) process.exitCode = 1;

function collect(file: string): void {
  if (initial.has(file)) return;
  initial.add(file);
  const text = readFileSync(join(ROOT, file), "utf8");
  const statics = text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?["']\.\/([^"']+\.js)["']/g,
  );
  for (const [, name] of statics) collect(`assets/${name}`);
}
