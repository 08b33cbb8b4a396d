import { test as base, expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import type { Desktop } from "../desktop/launch-desktop.ts";
import { findElectron } from "../../scripts/setup/find-electron.ts";
import { runInBrowser } from "./runs/run-in-browser.ts";
import { runOnElectron } from "./runs/run-on-electron.ts";
import { runOnStandIn } from "./runs/run-on-stand-in.ts";
import type { Run, RunOptions, Shell } from "./runs/run.ts";

export interface AppOptions {
  /** Where the app runs. A project of playwright.config.ts sets it. */
  readonly shell: Shell;
}

interface AppFixtures {
  /** The app as a person has it: pages, dialogs, restarts, alike in every shell. */
  readonly run: Run & { readonly desktop?: () => Desktop };
  /** The app's page, just opened with an empty database. */
  readonly app: Page;
}

/** `test` for journeys. A journey fails when the app writes an error or warning to the console, throws, or asks any
 * other machine for anything. The language is Playwright's own option: `test.use({ locale: "en" })`. */
export const test = base.extend<AppOptions & AppFixtures>({
  shell: ["browser", { option: true }],
  run: async ({ shell, locale, context, baseURL }, use, info) => {
    const faults: string[] = [];
    const options: RunOptions = {
      home: info.outputPath("home"),
      locale: locale === "en" ? "en" : "zh-CN",
      watch: (page) => watch(page, faults),
    };
    const run = await startRun(shell, options, { context, address: baseURL ?? "/" });
    await use(run);
    await run.end();
    expect(faults).toEqual([]);
  },
  app: async ({ run }, use) => use(run.page()),
});

interface BrowserParts {
  readonly context: BrowserContext;
  readonly address: string;
}

async function startRun(shell: Shell, options: RunOptions, browser: BrowserParts): Promise<Run> {
  if (shell === "browser") return runInBrowser(browser.context, browser.address, options);
  if (shell === "stand-in") return runOnStandIn(options);
  const electron = findElectron();
  base.skip(electron === null, "Electron's binary is not on this machine");
  return runOnElectron(electron ?? "", options);
}

/** The recorder of traces puts a script into every frame; the frame that is printed lets none in, and says so. */
const RECORDER_REFUSED =
  "Blocked script execution in 'about:blank' because the document's frame is sandboxed";

/** Collects what must not happen. */
function watch(page: Page, faults: string[]): void {
  page.on("console", (line) => {
    if (line.text().startsWith(RECORDER_REFUSED)) return;
    if (["error", "warning"].includes(line.type())) faults.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol, origin } = new URL(request.url());
    const isOwn = ["127.0.0.1", "jiugong.localhost"].includes(hostname);
    if (!isOwn && !["app:", "data:", "blob:"].includes(protocol))
      faults.push(`asked another machine: ${origin}`);
  });
}

export { expect };
