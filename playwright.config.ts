import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/setup/find-chromium.ts";
import { findElectron } from "./scripts/setup/find-electron.ts";
import type { AppOptions } from "./test/journeys/fixture.ts";

/** Not the app's own port, so that a running app and its data are left alone. */
const PORT = Number(process.env["JIUGONG_TEST_PORT"] ?? 4298);

/* Pairs instead of the product (docs/decisions/0035): each journey meets both shells and both languages, Chinese in the shell
 * and English in the browser. `npm test -- --all` runs the product. What only one shell has lies in a folder of its own, and
 * nothing of it is left out. */

const IN_ENGLISH = /^(?!.*desktop\/).*\.spec\.ts en /;
const IN_CHINESE = /^(?!.*(browser|storage)\/).*\.spec\.ts zh-CN /;
const ONLY_BROWSER = ["browser/**", "storage/**"];
const ONLY_SHELL = "desktop/**";

const isWhole = process.env["JIUGONG_ALL_JOURNEYS"] === "1";

const hasElectron = findElectron() !== null;
// Once, not in every worker.
if (!hasElectron && process.env["TEST_WORKER_INDEX"] === undefined) {
  console.log("journeys on Electron itself: skipped, its binary is not on this machine");
}

export default defineConfig<AppOptions>({
  testDir: "test/journeys",
  outputDir: "test-results/journeys",
  // Patience, not a measure: on a busy machine a pack is built in more than the usual five seconds.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A build server may be busy with other work: a journey that runs out of time gets two more, and is listed as flaky.
  retries: process.env["CI"] ? 2 : 0,
  // Two journeys at once on two cores; each has its own browser context, so its own database.
  workers: 2,
  fullyParallel: true,
  webServer: {
    command: `node scripts/serve-app.ts ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
  use: {
    // A button that is not there by now will not come; without this a journey waits until its whole time is over.
    actionTimeout: 30_000,
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    timezoneId: "Asia/Shanghai",
    // Recording doubles the time of every journey, so only the second try of one that failed is recorded.
    trace: "on-first-retry",
    launchOptions: { executablePath: findChromium() ?? "", args: [...CHROMIUM_ARGS] },
  },
  projects: [
    {
      name: "browser",
      use: { shell: "browser" },
      testIgnore: ONLY_SHELL,
      ...(isWhole ? {} : { grepInvert: IN_CHINESE }),
    },
    {
      name: "stand-in",
      use: { shell: "stand-in" },
      testIgnore: ONLY_BROWSER,
      ...(isWhole ? {} : { grepInvert: IN_ENGLISH }),
    },
    ...(hasElectron
      ? [
          {
            name: "electron",
            use: { shell: "electron" as const },
            testIgnore: [...ONLY_BROWSER, ONLY_SHELL],
            ...(isWhole ? {} : { grepInvert: IN_ENGLISH }),
          },
        ]
      : []),
  ],
});
