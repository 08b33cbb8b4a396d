import type { UtilityProcess } from "electron";
import { carryOut } from "./backup-tasks.ts";
import type { Task, TaskAnswer } from "./backup-tasks.ts";

/** As much of Electron's `utilityProcess` as is used. */
export interface Processes {
  fork(
    modulePath: string,
    args: string[],
    options: { readonly serviceName: string; readonly stdio: string },
  ): Pick<UtilityProcess, "once" | "postMessage" | "kill">;
}

/** Where tasks are carried out: `modulePath` is the built `backup-process.ts`. */
export interface Apart {
  readonly processes: Processes;
  readonly modulePath: string;
}

/** Carries a task out in a process of its own, which is ended when it has answered or when the signal comes. `null`: it was ended before
 * it had answered. Where no process can be started, or it dies by itself, the task is carried out here. */
export async function runApart<K extends Task["task"]>(
  apart: Apart,
  task: Task<K>,
  signal: AbortSignal,
): Promise<TaskAnswer<K> | null> {
  if (signal.aborted) return null;
  const answer = await askProcess(apart, task, signal).catch(() => DIED);
  if (answer !== DIED) return answer as TaskAnswer<K> | null;
  return Promise.race([carryOut(task), whenAborted(signal)]);
}

const DIED = Symbol("died");

function askProcess({ processes, modulePath }: Apart, task: Task, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    const child = processes.fork(modulePath, [], { serviceName: "Jiugong backups", stdio: "ignore" });
    const end = (answer: unknown) => {
      signal.removeEventListener("abort", stop);
      resolve(answer);
      // One that is only beginning cannot be ended yet.
      if (!child.kill()) child.once("spawn", () => child.kill());
    };
    const stop = () => end(null);
    signal.addEventListener("abort", stop);
    child.once("message", end);
    child.once("exit", () => end(DIED));
    child.postMessage(task);
  });
}

/** Comes with the signal, and with none it never does. */
export function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
