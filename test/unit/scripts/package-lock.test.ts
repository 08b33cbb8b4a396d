import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};

describe("package-lock.json", () => {
  it("names every package's parts for other systems, or npm ci refuses the lock", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("has a version for every package, and no address of any registry", () => {
    const versionless = Object.entries(lock.packages).filter(([, entry]) => entry.version === undefined);
    expect(versionless).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });
});
