import { createPublicKey } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readManifest } from "../../../core/vault/update/update-manifest.ts";
import { isSignedBy } from "../../../electron/update/signed-by.ts";
import { OWN_RELEASE } from "../../../electron/update/release.ts";
import { UPDATE_PUBLIC_KEY } from "../../../electron/update/update-key.ts";
import { describeFile, publicHalf, signManifest } from "../../../scripts/sign-update.ts";
import { buildManifest, OTHER_KEY, TEST_KEY, TEST_PUBLIC_KEY } from "../../builders/update-feed.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-sign-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const manifest = readManifest(text);
  if (!manifest.ok) throw new Error(manifest.error);
  return manifest.value;
}

test("a signature holds for its key and for no other", () => {
  const manifest = read(signManifest(buildManifest(), TEST_KEY));
  expect(isSignedBy(manifest, TEST_PUBLIC_KEY)).toBe(true);
  expect(isSignedBy(manifest, publicHalf(OTHER_KEY))).toBe(false);
  expect(isSignedBy(manifest, "")).toBe(false);
});

test("the pinned key is a whole Ed25519 key, and not one of the tests", () => {
  const x = Buffer.from(UPDATE_PUBLIC_KEY, "base64").toString("base64url");
  expect(createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }).type).toBe("public");
  expect([TEST_PUBLIC_KEY, publicHalf(OTHER_KEY)]).not.toContain(UPDATE_PUBLIC_KEY);
});

test.each([
  ["Jiugong-0.2.0-setup.exe", "win32", "any"],
  ["Jiugong-0.2.0.dmg", "darwin", "any"],
  ["Jiugong-0.2.0-x86_64.AppImage", "linux", "x64"],
  ["Jiugong-0.2.0-arm64.AppImage", "linux", "arm64"],
  ["Jiugong-0.2.0-amd64.deb", "linux", "x64"],
])("the installer %s is for %s on %s", async (name, platform, arch) => {
  writeFileSync(join(folder, name), "abc");
  expect(await describeFile(folder, name)).toMatchObject({ name, platform, arch, size: 3 });
  expect(await describeFile(folder, "builder-debug.yml")).toBeNull();
});

test("the script signs a folder of installers, and says that a key is not the pinned one", () => {
  writeFileSync(join(folder, "Jiugong-0.1.0-setup.exe"), "installer");
  const key = join(folder, "key.pem");
  const run = (...args: string[]) => {
    try {
      return execFileSync(process.execPath, ["scripts/sign-update.ts", ...args], {
        stdio: "pipe",
      }).toString();
    } catch (error) {
      return String((error as { stderr: Buffer }).stderr);
    }
  };
  const pinned = run("--new-key", key).trim().split("\n").at(-1)!;
  expect(run(folder, "--key", key)).toContain("not the key that the app has pinned");
  const manifest = read(readFileSync(join(folder, "jiugong-update.json"), "utf8"));
  expect(isSignedBy(manifest, pinned)).toBe(true);
  expect(manifest.manifest).toMatchObject({ ...OWN_RELEASE, files: [{ size: 9 }] });
  expect(run("--new-key", key)).toContain("EEXIST");
});
