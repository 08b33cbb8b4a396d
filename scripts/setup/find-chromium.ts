import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runTool } from "./run-program.ts";

/** Chromium without its own window and bars: the same pages, started and driven in less time. */
const WINDOWLESS = "/usr/bin/chromium-headless-shell";

const SYSTEM_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** The Chromium to test with: the one named by `JIUGONG_CHROMIUM`, else the machine's without windows, else another of the
 * machine's, else Playwright's download; `null` when there is none. */
export function findChromium(): string | null {
  return firstThere([process.env["JIUGONG_CHROMIUM"] ?? "", WINDOWLESS, ...whole()]);
}

/** A whole Chromium, for tests that open and damage the files of its profile: of the one without windows most frames' private
 * files are not found there. Where there is none, whatever `findChromium` finds. */
export function findWholeChromium(): string | null {
  return firstThere(whole()) ?? findChromium();
}

function whole(): readonly string[] {
  return [...(SYSTEM_PATHS[process.platform] ?? []), chromium.executablePath()];
}

function firstThere(candidates: readonly string[]): string | null {
  return candidates.find((path) => path !== "" && existsSync(path)) ?? null;
}

/** Finds a Chromium, or has Playwright download one; `null` when neither is possible. */
export async function ensureChromium(): Promise<string | null> {
  const known = findChromium();
  if (known) return known;
  console.log("jiugong: no Chromium here; Playwright downloads one (about 170 MB)");
  await runTool("@playwright/test/cli.js", ["install", "chromium"], { timeoutMs: 600_000 });
  return findChromium();
}

/** Switches that make any Chromium quiet and reproducible; without a sandbox only where root makes one impossible. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
