import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const CANDIDATES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const TIMEOUT_MS = 60_000;
const MOST_OUTPUT_BYTES = 200_000_000;

/** A Chromium at work on a page of ours, in a folder that goes when it is done. */
export interface ChromiumDesk {
  readonly folder: string;
  /** Opens a page and answers what the browser prints. */
  run(args: readonly string[], page: string): Promise<string>;
}

/** Works with a Chromium of this machine; `null` when there is none. */
export async function withChromium<T>(work: (desk: ChromiumDesk) => Promise<T>): Promise<T | null> {
  const chromium = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (chromium === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), "jiugong-page-"));
  try {
    return await work({ folder, run: (args, page) => runChromium(chromium, { folder, args, page }) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runChromium(
  chromium: string,
  of: { readonly folder: string; readonly args: readonly string[]; readonly page: string },
): Promise<string> {
  const args = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${join(of.folder, "profile")}`,
    // Chromium refuses its sandbox to root; the page is our own.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...of.args,
    pathToFileURL(of.page).href,
  ];
  const options = { timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT_BYTES };
  return (await promisify(execFile)(chromium, args, options)).stdout;
}
