import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A stand-in for the process of backups in which four calls of the system never come back, as over a network folder that is gone: a
 * pipe that nobody writes to stands for it. It leaves its number in `pid-<number>` of the folder. */
export function silentProcess(home: string): string {
  const pipe = join(home, "pipe");
  if (!existsSync(pipe)) execFileSync("mkfifo", [pipe]);
  const path = join(home, "silent.mjs");
  const code = `
    import { writeFileSync } from "node:fs";
    import { open } from "node:fs/promises";
    process.parentPort.on("message", () => {
      for (let call = 0; call < 4; call += 1) void open(${JSON.stringify(pipe)}, "r");
      writeFileSync(${JSON.stringify(join(home, "pid-"))} + process.pid, "");
    });`;
  writeFileSync(path, code);
  return path;
}
