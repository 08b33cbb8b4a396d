import { spawn } from "node:child_process";
import type { Log } from "../log.ts";

/** Starts a program that outlives this one. The one place that does; it is handed our own AppImage and nothing else. */
export function createStartProgram(log: Log): (path: string, args: readonly string[]) => void {
  return (path, args) => {
    const child = spawn(path, [...args], { detached: true, stdio: "ignore" });
    child.on("error", ({ name }) => log("program not started", { error: name }));
    child.unref();
  };
}
