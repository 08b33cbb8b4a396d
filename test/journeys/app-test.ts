import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

export interface AppOptions {
  /** Where the app runs: a plain browser, or the real main process on the stand-in for Electron. */
  readonly shell: "browser" | "stand-in";
}

interface AppFixtures {
  /** The app's page, just opened with an empty database. What it says on the console, and whom it calls, is watched. */
  readonly app: Page;
}

/** `test` for journeys. A journey fails when the app writes an error or warning to the console, throws, or asks any
 * other machine for anything. */
export const test = base.extend<AppOptions & AppFixtures>({
  shell: ["browser", { option: true }],
  app: async ({ shell, page, baseURL }, use) => {
    if (shell !== "browser") throw new Error("the stand-in is not joined to the journeys yet");
    const faults = watch(page, new URL(baseURL ?? "").origin);
    await page.goto("/");
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Collects what must not happen. */
function watch(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) faults.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || ["data:", "blob:"].includes(url.protocol);
    if (!isOwn) faults.push(`asked another machine: ${url.origin}`);
  });
  return faults;
}

export { expect };
