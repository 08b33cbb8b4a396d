import { _electron } from "@playwright/test";
import type { ElectronApplication } from "@playwright/test";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Run, RunOptions } from "./run.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** The app on Electron itself, by Playwright's driver; dialogs are answered inside the main process. */
export async function runOnElectron(binary: string, { home, locale, watch }: RunOptions): Promise<Run> {
  mkdirSync(home, { recursive: true });
  const launch = async () => {
    const electron = await _electron.launch({
      executablePath: binary,
      args: [ROOT, `--user-data-dir=${join(home, "userData")}`, `--lang=${locale}`],
    });
    const page = await electron.firstWindow();
    watch(page);
    return { electron, page };
  };
  let running = await launch();
  const saveBy: Run["saveBy"] = async (act, name) => {
    const path = join(home, name);
    await answerSave(running.electron, path);
    await act();
    return path;
  };
  return {
    shell: "electron",
    page: () => running.page,
    saveBy,
    printBy: saveBy,
    async openBy(act, path) {
      await answerOpen(running.electron, path);
      await act();
    },
    async restart() {
      await running.electron.close();
      running = await launch();
      return running.page;
    },
    async cutPower() {
      running.electron.process().kill("SIGKILL");
      running = await launch();
      return running.page;
    },
    async wipe() {
      await running.electron.close();
      rmSync(join(home, "userData"), { recursive: true, maxRetries: 5 });
      running = await launch();
      return running.page;
    },
    end: () => running.electron.close(),
  };
}

async function answerSave(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

async function answerOpen(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}
