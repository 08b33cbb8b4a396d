import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test as base, chromium, expect } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { build } from "vite";
import { contentSecurityPolicy } from "../../../core/bridge/content-security-policy.ts";
import { CHROMIUM_ARGS, findChromium } from "../../../scripts/setup/find-chromium.ts";
import { serveFolder } from "../../../scripts/setup/static-server.ts";
import type { StoragePage } from "./page/storage-page.ts";

declare global {
  interface Window {
    readonly storage: StoragePage;
  }
}

/** A Chromium with its profile on the disk, started by ourselves so that it can be killed like a machine that loses power. */
export class StoredBrowser {
  readonly #profile: string;
  readonly #url: string;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(profile: string, url: string) {
    this.#profile = profile;
    this.#url = url;
  }

  /** A page on which nothing is open yet. Starts the browser when it is not running. */
  async page(): Promise<Page> {
    this.#browser ??= await this.#start();
    const page = await this.#browser.contexts()[0]!.newPage();
    await page.goto(this.#url);
    await page.waitForFunction(() => "storage" in window);
    return page;
  }

  /** Leaves in order and comes again. */
  async restart(): Promise<Page> {
    await this.quit();
    return this.page();
  }

  async quit(): Promise<void> {
    const session = await this.#browser?.newBrowserCDPSession();
    const ended = this.#ended();
    await session?.send("Browser.close").catch(() => undefined);
    await ended;
    this.#browser = null;
    this.#process = null;
  }

  /** Ends all of the browser's processes at once, in whatever they are doing. */
  async kill(): Promise<void> {
    const { pid } = this.#process ?? {};
    const ended = this.#ended();
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
    await ended;
    this.#browser = null;
    this.#process = null;
  }

  #ended(): Promise<unknown> {
    return new Promise((resolve) => (this.#process ? this.#process.once("exit", resolve) : resolve(null)));
  }

  async #start(): Promise<Browser> {
    const args = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${this.#profile}`];
    const started = spawn(findChromium() ?? "", [...args, ...CHROMIUM_ARGS, "about:blank"], {
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#process = started;
    const address = await new Promise<string>((resolve) => {
      let said = "";
      started.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said);
        if (found) resolve(found[1]!);
      });
    });
    return chromium.connectOverCDP(address);
  }
}

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

interface Fixtures {
  readonly stored: StoredBrowser;
}

interface WorkerFixtures {
  readonly storageUrl: string;
}

/** `test` with a browser that keeps its profile from one start to the next. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  storageUrl: [
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), "jiugong-storage-page-"));
      await build({
        configFile: false,
        root: join(import.meta.dirname, "page"),
        logLevel: "error",
        worker: { format: "es" },
        build: { outDir, target: "chrome140" },
      });
      const port = await freePort();
      const server = await serveFolder({
        folder: outDir,
        port,
        headers: {},
        preparePage: (html) => ({ html, contentSecurityPolicy: contentSecurityPolicy("none") }),
      });
      await use(`http://127.0.0.1:${port}/`);
      server.close();
      await rm(outDir, { recursive: true });
    },
    { scope: "worker" },
  ],
  stored: async ({ storageUrl }, use) => {
    const profile = await mkdtemp(join(tmpdir(), "jiugong-profile-"));
    const browser = new StoredBrowser(profile, storageUrl);
    await use(browser);
    await browser.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect };
