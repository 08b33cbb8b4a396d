import { existsSync, globSync, readFileSync } from "node:fs";
import { FuseV1Options } from "@electron/fuses";
import { describe, expect, test } from "vitest";

/* docs/security.md says of each item of Electron's list, and of each fuse, what proves it: here the document is held to the sources. */

const DOCUMENT = readFileSync("docs/security.md", "utf8");
const BUILDER = readFileSync("electron-builder.yml", "utf8");
const PROOFS = new Set(
  globSync("test/**/*.{test,spec}.ts").map((path) => path.replaceAll("\\", "/").split("/").at(-1)!),
);

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const part = DOCUMENT.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;
  const lines = part.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const named = (text: string) =>
  [...text.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g)].map(([, path]) => path!.split("/").at(-1)!);

describe("the list of security", () => {
  test("has Electron's twenty items in their order, each with a test, or another item that stands for it", () => {
    const items = rowsUnder("Electron's list");
    expect(items.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const unproved = items.filter(
      ([, , , proof]) => named(proof!).length === 0 && !/^(as \d+|below)$/.test(proof!),
    );
    expect(unproved).toEqual([]);
  });

  test("names only tests that there are", () => {
    expect(named(DOCUMENT).length).toBeGreaterThan(30);
    expect(named(DOCUMENT).filter((name) => !PROOFS.has(name))).toEqual([]);
  });

  test("names only sources that there are", () => {
    const paths = [...DOCUMENT.matchAll(/`((?:core|electron|scripts|renderer)\/[\w/.-]+\.ts)`/g)].map(
      ([, path]) => path!,
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("has all nine fuses, each as the package is built with it", () => {
    const fuses = rowsUnder("Fuses").map(([name, state]) => [name!.replaceAll("`", ""), state!] as const);
    const count = Object.keys(FuseV1Options).filter((key) => Number.isNaN(Number(key))).length;
    expect([fuses.length, count]).toEqual([9, 9]);
    const built = fuses.map(([name]) => {
      const [, value] = new RegExp(`^ {2}${name}: (true|false)$`, "m").exec(BUILDER) ?? [];
      return [name, value === undefined ? "as delivered" : value === "true" ? "on" : "off"] as const;
    });
    expect(fuses).toEqual(built);
  });
});
