import { test as base, expect } from "@playwright/test";
import type { Bridge } from "../../../core/bridge/contract.ts";
import { launchDesktop } from "../../desktop/launch-desktop.ts";
import type { Desktop, DesktopOptions } from "../../desktop/launch-desktop.ts";
import type { AppOptions } from "../fixture.ts";

declare global {
  interface Window {
    readonly jiugong: Bridge;
  }
}

interface Fixtures {
  /** The folder in which this test's app keeps everything. */
  readonly home: string;
  /** Starts the app on that folder; it is ended with the test. */
  readonly launch: (options?: Partial<DesktopOptions>) => Promise<Desktop>;
}

/** `test` for what only the desktop has. It runs on the stand-in; in the browser there is nothing to test. */
export const test = base.extend<AppOptions & Fixtures>({
  shell: ["browser", { option: true }],
  home: async ({ shell }, use, info) => {
    test.skip(shell !== "stand-in", "the desktop's own parts are tested on the stand-in");
    await use(info.outputPath("home"));
  },
  launch: async ({ home }, use) => {
    const launched: Desktop[] = [];
    await use(async (options) => {
      const desktop = await launchDesktop({ home, ...options });
      launched.push(desktop);
      return desktop;
    });
    for (const desktop of launched) await desktop.kill();
  },
});

export { expect };
