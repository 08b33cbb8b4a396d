import type * as Electron from "electron";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process of Node with Electron's door between the two; as there, it holds nobody who wants to end. */
export const utilityProcess: Pick<typeof Electron.utilityProcess, "fork"> = {
  fork(modulePath, args = []) {
    const child = fork(modulePath, args, {
      execArgv: ["--import", fileURLToPath(new URL("./parent-port.ts", import.meta.url))],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.unref();
    child.channel?.unref();
    child.on("error", () => undefined);
    const postMessage = (message: object) => void child.send(message, () => undefined);
    return Object.assign(child, { postMessage }) as unknown as Electron.UtilityProcess;
  },
};
