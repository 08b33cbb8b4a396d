import { chromium } from "@playwright/test";
import type { BrowserContext } from "@playwright/test";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CHROMIUM_ARGS, findChromium } from "../../../scripts/setup/find-chromium.ts";

export interface StandInBrowser {
  readonly context: BrowserContext;
  /** Where a test connects to the same Chromium. */
  readonly endpoint: string;
}

/** Starts the Chromium under the stand-in, on a profile that lasts; every host it may reach is the stand-in's server. */
export async function startChromium(profile: string, port: number, locale: string): Promise<StandInBrowser> {
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? "",
    headless: true,
    locale,
    viewport: { width: 1280, height: 800 },
    args: [
      ...CHROMIUM_ARGS,
      "--no-proxy-server",
      "--remote-debugging-port=0",
      `--host-resolver-rules=MAP *.localhost 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  });
  const debugPort = readFileSync(portFile, "utf8").split("\n")[0];
  return { context, endpoint: `http://127.0.0.1:${debugPort}` };
}
