import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { message } from "../core/base/message.ts";
import { refusal } from "./command.ts";

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

/** Prints a self-contained HTML page to PDF with a Chromium of this machine; refused when there is none. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const chromium = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (chromium === undefined) throw refusal(3, message("cli.problem.pdf"));
  const folder = await mkdtemp(join(tmpdir(), "jiugong-pdf-"));
  try {
    const page = join(folder, "pack.html");
    const pdf = join(folder, "pack.pdf");
    await writeFile(page, html);
    const args = [
      "--headless",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-pdf-header-footer",
      "--generate-pdf-document-outline",
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${pdf}`,
      // Chromium refuses its sandbox to root; the page is our own, without scripts.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      pathToFileURL(page).href,
    ];
    await promisify(execFile)(chromium, args, { timeout: TIMEOUT_MS });
    return new Uint8Array(await readFile(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
