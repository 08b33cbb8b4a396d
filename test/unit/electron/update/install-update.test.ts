import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createInstaller } from "../../../../electron/update/install-update.ts";
import type { InstallerParts } from "../../../../electron/update/install-update.ts";
import { realReplaceSteps } from "../../../../electron/update/replace-app-image.ts";
import { buildManifest, INSTALLER_NAME } from "../../../builders/update-feed.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-install-"))));
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

const LINUX = { platform: "linux", arch: "x64", ending: "AppImage" };

function buildInstaller(machine = LINUX, overrides: Partial<InstallerParts> = {}) {
  const noted = { starts: 0, quits: 0, shown: [] as string[] };
  const installer = createInstaller({
    machine,
    version: "0.1.0",
    folder: join(folder, "installing"),
    appImage: join(folder, "Jiugong.AppImage"),
    startAgain: () => void (noted.starts += 1),
    leaveToInstaller: () => undefined,
    quit: () => void (noted.quits += 1),
    show: (path) => void noted.shown.push(path),
    ...overrides,
  });
  return { installer, noted };
}

/** A placeholder for an installer: a program that notes that it was started. */
function writeProgram(name: string, text: string): { readonly path: string; readonly bytes: Buffer } {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n# ${text}\ntouch "${join(folder, "was-started")}"\n`);
  chmodSync(path, 0o755);
  return { path, bytes: readFileSync(path) };
}

function offerOf(bytes: Buffer, name = INSTALLER_NAME) {
  const sha512 = createHash("sha512").update(bytes).digest("hex");
  const file = { ...buildManifest().files[0]!, name, size: bytes.length, sha512 };
  return { manifest: buildManifest({ files: [file] }), file };
}

describe("an AppImage", () => {
  test("takes the place of the one that runs, and starts when that has ended, without any request", async () => {
    const running = writeProgram("Jiugong.AppImage", "old");
    const verified = writeProgram(INSTALLER_NAME, "new");
    vi.stubGlobal("fetch", () => Promise.reject(new Error("a request was made")));
    const { installer, noted } = buildInstaller();
    await installer.install(verified.path, offerOf(verified.bytes));
    expect(readFileSync(running.path, "utf8")).toContain("# new");
    expect(noted).toEqual({ starts: 1, quits: 1, shown: [] });
    expect(existsSync(join(folder, "was-started"))).toBe(false);
  });

  test("that cannot be put there leaves the old one, and the program goes on", async () => {
    const running = writeProgram("Jiugong.AppImage", "old");
    const verified = writeProgram(INSTALLER_NAME, "new");
    const rename = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
    const { installer, noted } = buildInstaller(LINUX, { steps: { ...realReplaceSteps, rename } });
    await expect(installer.install(verified.path, offerOf(verified.bytes))).rejects.toThrow("not-replaced");
    expect(readFileSync(running.path, "utf8")).toContain("# old");
    expect(noted).toEqual({ starts: 0, quits: 0, shown: [] });
  });
});

// What electron-updater does for Windows needs neither Windows nor Electron, up to the program that it starts.
describe.runIf(process.platform !== "win32")("electron-updater over a verified file", () => {
  const windows = { platform: "win32", arch: "x64", ending: "exe" };
  const name = "Jiugong-0.2.0-setup.exe";

  test("starts the installer and quits, without any request, and leaves the next start to it", async () => {
    const verified = writeProgram(name, "setup");
    vi.stubGlobal("fetch", () => Promise.reject(new Error("a request was made")));
    const left: string[] = [];
    const { installer, noted } = buildInstaller(windows, { leaveToInstaller: () => void left.push("left") });
    await installer.install(verified.path, offerOf(verified.bytes, name));
    await expect.poll(() => existsSync(join(folder, "was-started"))).toBe(true);
    expect(noted).toEqual({ starts: 0, quits: 1, shown: [] });
    expect(left).toEqual(["left"]);
  });

  test("refuses a release that is no newer", async () => {
    const verified = writeProgram(name, "setup");
    const { installer, noted } = buildInstaller(windows, { version: "0.2.0" });
    const offer = offerOf(verified.bytes, name);
    await expect(installer.install(verified.path, offer)).rejects.toThrow("does not take");
    expect(noted.quits).toBe(0);
  });
});

describe("an installer that the app cannot start itself", () => {
  test.each([
    { platform: "darwin", arch: "arm64", ending: "dmg" },
    { platform: "linux", arch: "x64", ending: "deb" },
  ])("is shown to the person: $ending", async (machine) => {
    const { path, bytes } = writeProgram(INSTALLER_NAME, "new");
    const { installer, noted } = buildInstaller(machine);
    expect(installer.way).toBe("shown");
    await installer.install(path, offerOf(bytes));
    expect(noted).toEqual({ starts: 0, quits: 0, shown: [path] });
    expect(existsSync(join(folder, "was-started"))).toBe(false);
  });
});
