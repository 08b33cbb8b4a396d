import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./run-program.ts";

const PACKAGE = "node_modules/electron";
const DEFAULT_MIRROR = "https://github.com/electron/electron/releases/download/";
const REACH_MS = 4_000;
const DOWNLOAD_MS = 300_000;

/** Where Electron's binary is, or `null`. Reads what Electron's own installer writes, because importing the package
 * would start a download that nobody bounds. */
export function findElectron(): string | null {
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  const pathFile = join(PACKAGE, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : defaultName();
  const path = join(override ?? join(PACKAGE, "dist"), name);
  return existsSync(path) ? path : null;
}

/** Finds Electron, or downloads it when its server answers within four seconds; `null` when it cannot be had.
 * `ELECTRON_SKIP_BINARY_DOWNLOAD=1` asks for no download. */
export async function ensureElectron(): Promise<string | null> {
  const known = findElectron();
  if (known) return known;
  if (process.env["ELECTRON_SKIP_BINARY_DOWNLOAD"] || !(await isReachable(downloadUrl()))) return null;
  console.log("jiugong: downloading Electron (about 120 MB, at most five minutes)");
  const { code } = await runTool("electron/install.js", [], { quiet: true, timeoutMs: DOWNLOAD_MS });
  return code === 0 ? findElectron() : null;
}

function downloadUrl(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const mirror =
    process.env["ELECTRON_MIRROR"] ?? process.env["npm_config_electron_mirror"] ?? DEFAULT_MIRROR;
  return new URL(`v${version}/SHASUMS256.txt`, mirror.endsWith("/") ? mirror : `${mirror}/`).href;
}

async function isReachable(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(REACH_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

function defaultName(): string {
  if (process.platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return process.platform === "win32" ? "electron.exe" : "electron";
}
