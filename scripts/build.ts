import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeLicences } from "./list-licences.ts";
import { isMain } from "./setup/is-main.ts";
import { runTool } from "./setup/run-program.ts";

const SOURCES = ["core", "formats", "renderer", "electron", "cli", "package-lock.json"];
const CONFIGS = ["vite.config.ts", "vite.electron.config.ts"];
/** Stands when the last build was whole. */
export const BUILD_STAMP = "dist/.jiugong-built";

/** Whether some source is newer than the last whole build. */
export function isBuildStale(): boolean {
  if (!existsSync(BUILD_STAMP)) return true;
  const builtMs = statSync(BUILD_STAMP).mtimeMs;
  return [...SOURCES, ...CONFIGS].some((path) => newestMs(path) > builtMs);
}

/** Builds the renderer, then the main process with its preload. Answers the first exit code that is not 0. */
export async function buildAll(): Promise<number> {
  const startedMs = Date.now();
  for (const config of CONFIGS) {
    const { code } = await runTool("vite/bin/vite.js", ["build", "--config", config, "--logLevel", "warn"]);
    if (code !== 0) return code;
  }
  writeLicences();
  writeFileSync(BUILD_STAMP, "");
  // What was edited during the build is newer than the build.
  utimesSync(BUILD_STAMP, startedMs / 1000, startedMs / 1000);
  return 0;
}

function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

if (isMain(import.meta)) process.exitCode = await buildAll();
