import { spawn } from "node:child_process";
import { en } from "../core/words/en.ts";
import { createWords } from "../core/words/words.ts";
import { zhCn } from "../core/words/zh-cn.ts";
import { buildAll, isBuildStale } from "./build.ts";
import { APP_PORT, serveApp } from "./serve-app.ts";
import { ensureElectron } from "./setup/find-electron.ts";
import { isMain } from "./setup/is-main.ts";

const EARLY_EXIT_MS = 5_000;

/** Builds what is stale, then starts the desktop app, or the same app in the browser where there is no Electron. */
async function main(): Promise<number> {
  if (isBuildStale()) {
    console.log("jiugong: building (some seconds)");
    const code = await buildAll();
    if (code !== 0) return code;
  }
  const electron = hasDisplay() ? await ensureElectron() : null;
  if (electron) {
    console.log("jiugong: starting Electron");
    const code = await runElectron(electron);
    if (code === 0) return 0;
    sayInBoth("start.electron-failed", { code });
  } else {
    sayInBoth(hasDisplay() ? "start.no-electron" : "start.no-display");
  }
  return startBrowser();
}

/** Runs Electron to its end. An end later than five seconds is the app's own and not a reason to try the browser. */
function runElectron(path: string): Promise<number> {
  const startMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(path, [".", ...process.argv.slice(2)], { stdio: "inherit" });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(performance.now() - startMs > EARLY_EXIT_MS ? 0 : (code ?? 1)));
  });
}

async function startBrowser(): Promise<number> {
  const address = `http://127.0.0.1:${APP_PORT}/`;
  sayInBoth("start.browser-lacks");
  sayInBoth("start.site-data");
  try {
    await serveApp(APP_PORT);
    sayInBoth("start.address", { address });
  } catch {
    sayInBoth("start.port-taken", { address, port: String(APP_PORT) });
    return 1;
  }
  if (hasDisplay() && !process.env["CI"]) openBrowser(address);
  return 0;
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  const child = spawn(command!, args, { stdio: "ignore", detached: true });
  // Without an opener the printed address is enough.
  child.on("error", () => undefined);
  child.unref();
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

function sayInBoth(key: string, params: Readonly<Record<string, string | number>> = {}): void {
  for (const words of [createWords("zh-CN", zhCn, "CNY"), createWords("en", en, "CNY")]) {
    console.log(words.text(key, params));
  }
}

if (isMain(import.meta)) process.exitCode = await main();
