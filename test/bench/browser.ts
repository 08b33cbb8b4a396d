import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { BrowserContext } from "@playwright/test";
import { build } from "vite";
import { contentSecurityPolicy } from "../../core/bridge/content-security-policy.ts";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/setup/find-chromium.ts";
import { freePort } from "../../scripts/setup/free-port.ts";
import { serveFolder } from "../../scripts/setup/static-server.ts";
import type { BenchPage } from "./page/bench-page.ts";

declare global {
  interface Window {
    readonly bench: BenchPage;
  }
}

/** A Chromium with its profile on the disk. */
export interface BenchBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<BenchBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "jiugong-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? "",
    args: [...CHROMIUM_ARGS],
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    timezoneId: "Asia/Shanghai",
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

let builtPage: Promise<string> | null = null;

/** The page of `test/bench/page` in a browser of its own. */
export async function openBenchPage() {
  builtPage ??= buildPage();
  const port = await freePort();
  const server: Server = await serveFolder({
    folder: await builtPage,
    port,
    preparePage: (html) => ({ html, contentSecurityPolicy: contentSecurityPolicy("none") }),
  });
  const { context, close } = await openBrowser();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => "bench" in window);
  return {
    page,
    async close() {
      await close();
      server.close();
    },
  };
}

async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "jiugong-bench-page-"));
  process.once("exit", () => void rm(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: join(import.meta.dirname, "page"),
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir, target: "chrome140" },
  });
  return outDir;
}
