import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { launchDesktop } from "../desktop/launch-desktop.ts";
import type { Desktop } from "../desktop/launch-desktop.ts";

export interface AppOptions {
  /** Where the app runs: a plain browser, or the real main process on the stand-in for Electron. */
  readonly shell: "browser" | "stand-in";
}

interface AppFixtures {
  /** The app on the stand-in, or `null` in the browser. */
  readonly desktop: Desktop | null;
  /** The app's page, just opened with an empty database. What it says on the console, and whom it calls, is watched. */
  readonly app: Page;
}

/** `test` for journeys. A journey fails when the app writes an error or warning to the console, throws, or asks any
 * other machine for anything. The language is Playwright's own option: `test.use({ locale: "en" })`. */
export const test = base.extend<AppOptions & AppFixtures>({
  shell: ["browser", { option: true }],
  desktop: async ({ shell, locale }, use, info) => {
    if (shell === "browser") return use(null);
    const language = locale === "en" ? "en" : "zh-CN";
    const desktop = await launchDesktop({ home: info.outputPath("home"), locale: language });
    await use(desktop);
    await desktop.close();
  },
  app: async ({ desktop, page, baseURL }, use) => {
    const opened = desktop?.page ?? page;
    const faults = watch(opened);
    if (!desktop) await page.goto(baseURL ?? "/");
    await use(opened);
    expect(faults).toEqual([]);
  },
});

/** Collects what must not happen. */
function watch(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) faults.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol, origin } = new URL(request.url());
    const isOwn = ["127.0.0.1", "jiugong.localhost"].includes(hostname);
    if (!isOwn && !["data:", "blob:"].includes(protocol)) faults.push(`asked another machine: ${origin}`);
  });
  return faults;
}

export { expect };
