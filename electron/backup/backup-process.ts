import { carryOut } from "./backup-tasks.ts";
import type { Task } from "./backup-tasks.ts";

/* One task in the folder of backups, in a process of its own: a folder that does not answer can hold nothing else, and the process
 * is ended by whoever began it. */

process.parentPort.on("message", ({ data }: { readonly data: unknown }) => {
  void carryOut(data as Task).then((answer) => process.parentPort.postMessage(answer));
});
