import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createInstaller } from "../../../../electron/update/install-update.ts";
import { buildManifest, INSTALLER_NAME } from "../../../builders/update-feed.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-install-"))));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

const LINUX = { platform: "linux", arch: "x64", ending: "AppImage" };

function buildInstaller(machine = LINUX, version = "0.1.0") {
  const noted = { quits: 0, shown: [] as string[] };
  const installer = createInstaller({
    machine,
    version,
    folder: join(folder, "installing"),
    quit: () => void (noted.quits += 1),
    show: (path) => void noted.shown.push(path),
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

function offerOf(bytes: Buffer) {
  const sha512 = createHash("sha512").update(bytes).digest("hex");
  const file = { ...buildManifest().files[0]!, size: bytes.length, sha512 };
  return { manifest: buildManifest({ files: [file] }), file };
}

// Swapping an AppImage is the one installer's step that needs neither Electron nor another system.
describe.runIf(process.platform === "linux")("electron-updater over a verified file", () => {
  test("puts the new AppImage in the old one's place, starts it and quits, without any request", async () => {
    const running = writeProgram("Jiugong.AppImage", "old");
    const verified = writeProgram(INSTALLER_NAME, "new");
    vi.stubEnv("APPIMAGE", running.path);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("a request was made")));
    const { installer, noted } = buildInstaller();
    await installer.install(verified.path, offerOf(verified.bytes));
    expect(readFileSync(running.path, "utf8")).toContain("# new");
    await expect.poll(() => existsSync(join(folder, "was-started"))).toBe(true);
    expect(noted).toEqual({ quits: 1, shown: [] });
  });

  test("refuses a release that is no newer, and the old AppImage stays", async () => {
    const running = writeProgram("Jiugong.AppImage", "old");
    const verified = writeProgram(INSTALLER_NAME, "new");
    vi.stubEnv("APPIMAGE", running.path);
    const { installer, noted } = buildInstaller(LINUX, "0.2.0");
    await expect(installer.install(verified.path, offerOf(verified.bytes))).rejects.toThrow("does not take");
    expect(readFileSync(running.path, "utf8")).toContain("# old");
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
    expect(noted).toEqual({ quits: 0, shown: [path] });
    expect(existsSync(join(folder, "was-started"))).toBe(false);
  });
});
