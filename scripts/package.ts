import { buildAll, isBuildStale } from "./build.ts";
import { ensureElectron } from "./setup/find-electron.ts";
import { isMain } from "./setup/is-main.ts";
import { runProgram, runTool } from "./setup/run-program.ts";

/* `npm run package`: the installers of this system, in `release/`. What is given beside it goes to electron-builder, as `--win` does.
 * Where Electron's binary cannot be had, the package is made with placeholders in its place and looked at, so that its contents are
 * proved all the same; no installer comes of it. */

async function main(args: readonly string[]): Promise<number> {
  if (isBuildStale()) {
    const built = await buildAll();
    if (built !== 0) return built;
  }
  const checked = await runProgram(process.execPath, ["scripts/check-package.ts"]);
  if (checked.code !== 0) return checked.code;
  if ((await ensureElectron()) === null) {
    console.error(
      "jiugong: no installer was made: Electron's binary is not on this machine and could not be fetched.",
    );
    console.error("jiugong: the contents of the package were checked with placeholders.");
    return 3;
  }
  const { code } = await runTool("electron-builder/cli.js", ["--publish=never", ...args]);
  if (code === 0)
    console.log("jiugong: the installers are in release/; sign them with scripts/sign-update.ts");
  return code;
}

if (isMain(import.meta)) process.exitCode = await main(process.argv.slice(2));
