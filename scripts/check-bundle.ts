import { INITIAL_BYTES_AT_MOST, initialScripts } from "./setup/initial-size.ts";

/** Prints every script that is loaded before the page is interactive, the largest first, and what they come to. */
const scripts = [...initialScripts("dist/renderer")].toSorted((a, b) => b[1] - a[1]);
const total = scripts.reduce((sum, [, bytes]) => sum + bytes, 0);
for (const [name, bytes] of scripts) console.log(`${kilobytes(bytes)} kB  ${name}`);
console.log(`${kilobytes(total)} kB  in all, gzipped; the law is ${INITIAL_BYTES_AT_MOST / 1000} kB`);
if (total > INITIAL_BYTES_AT_MOST) process.exitCode = 1;

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(7);
}
