import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { launchDesktop } from "../../desktop/launch-desktop.ts";
import type { Desktop } from "../../desktop/launch-desktop.ts";
import type { Run, RunOptions } from "./run.ts";

const FILE_PATIENCE_MS = 90_000;

export interface StandInRun extends Run {
  readonly desktop: () => Desktop;
}

/** The built main process and preload on the stand-in for Electron, over real Chromium. */
export async function runOnStandIn({ home, locale, watch }: RunOptions): Promise<StandInRun> {
  const launch = async () => {
    const launched = await launchDesktop({ home, locale });
    watch(launched.page);
    return launched;
  };
  let desktop = await launch();
  const saveBy: Run["saveBy"] = async (act, name) => {
    const path = join(desktop.documents, name);
    await desktop.answerDialog({ dialog: "save", path });
    await act();
    // The dialog's answer is not yet the file: a pack is printed twice for the numbers of its pages.
    await expect.poll(() => existsSync(path), { timeout: FILE_PATIENCE_MS }).toBe(true);
    return path;
  };
  return {
    shell: "stand-in",
    desktop: () => desktop,
    page: () => desktop.page,
    saveBy,
    printBy: saveBy,
    async openBy(act, path) {
      await desktop.answerDialog({ dialog: "open", path });
      await act();
    },
    async restart() {
      await desktop.close();
      desktop = await launch();
      return desktop.page;
    },
    async cutPower() {
      await desktop.kill();
      desktop = await launch();
      return desktop.page;
    },
    async wipe() {
      await desktop.close();
      rmSync(join(home, "AppData"), { recursive: true, maxRetries: 5 });
      desktop = await launch();
      return desktop.page;
    },
    end: () => desktop.close(),
  };
}
