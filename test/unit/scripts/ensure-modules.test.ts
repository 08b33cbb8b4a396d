import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ensureModules, whyInstall } from "../../../scripts/setup/ensure-modules.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "modules-"));
  write("package-lock.json", lockOf("1.0.0"));
});

function write(path: string, content: unknown): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(content));
}

function lockOf(version: string) {
  const optional = { version: "1.0.0", optional: true };
  return { packages: { "": {}, "node_modules/a": { version }, "node_modules/for-windows": optional } };
}

describe("the packages", () => {
  it("are installed when they are not there", () => {
    expect(whyInstall(root)).toBe("the packages are not there yet");
  });

  it("are left alone when npm has them as the lock wants, optional ones of other systems aside", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
    expect(whyInstall(root)).toBeNull();
  });

  it("are installed anew when the lock asks for another version", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
    write("package-lock.json", lockOf("2.0.0"));
    expect(whyInstall(root)).toBe("package-lock.json has changed");
  });

  it("are known by the lock's hash, which a change of the lock outdates", () => {
    write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
    ensureModules(root);
    write("node_modules/.package-lock.json", { packages: {} });
    expect(whyInstall(root)).toBeNull();
    write("package-lock.json", lockOf("2.0.0"));
    expect(whyInstall(root)).toBe("package-lock.json has changed");
  });
});
