import { vi } from "vitest";

/** What a call answers in place of its work. `short`: half of the bytes are written, and no error is given. */
export type DiskFault = "EPERM" | "EBUSY" | "ENOSPC" | "EIO" | "short";

export const DISK_FAULTS: readonly DiskFault[] = ["EPERM", "EBUSY", "ENOSPC", "EIO", "short"];

interface PlannedFault {
  readonly at: number;
  readonly fault: DiskFault;
  /** Whether every call from then on fails the same way. */
  readonly lasts: boolean;
}

/** Node's file calls in their order, with a fault at one of them or from one on. */
export class FailingDisk {
  readonly calls: string[] = [];
  #planned: PlannedFault | null = null;

  failAt(at: number, fault: DiskFault, lasts: boolean): void {
    this.calls.length = 0;
    this.#planned = { at, fault, lasts };
  }

  work(): void {
    this.calls.length = 0;
    this.#planned = null;
  }

  /** The module with every function watched; file handles that it opens too. */
  watch<M extends object>(module: M): M {
    const watched = Object.entries(module).map(([name, value]) => [
      name,
      typeof value === "function" && !/^[A-Z]|Stream$/.test(name)
        ? this.#watched(name, value as never)
        : value,
    ]);
    return Object.fromEntries(watched) as M;
  }

  #watched(name: string, work: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    const isAsync = !name.endsWith("Sync") && name !== "existsSync";
    return (...args) => {
      const fault = this.#faultNow(name);
      if (fault === null) return this.#opened(work(...args));
      if (fault === "short") {
        const shortened = shorten(name, args);
        return shortened ? work(...shortened) : this.#opened(work(...args));
      }
      // A handle whose closing fails is closed all the same.
      if (name.startsWith("close")) void work(...args);
      const error = Object.assign(new Error(`${fault}: ${name}`), { code: fault });
      if (isAsync) return Promise.reject(error);
      throw error;
    };
  }

  #faultNow(name: string): DiskFault | null {
    const planned = this.#planned;
    const number = this.calls.push(name) - 1;
    if (!planned || number < planned.at || (number > planned.at && !planned.lasts)) return null;
    // What is asked whether it is there never fails.
    return name === "existsSync" ? null : planned.fault;
  }

  /** A handle's own calls are file calls too. */
  #opened(value: unknown): unknown {
    if (!(value instanceof Promise)) return value;
    return value.then((opened: unknown) => {
      if (typeof opened !== "object" || opened === null || !("sync" in opened)) return opened;
      const handle = opened as Record<string, (...args: unknown[]) => Promise<unknown>>;
      const names = ["writeFile", "sync", "close"];
      return Object.fromEntries(
        names.map((name) => [name, this.#watched(name, (...args) => handle[name]!(...args))]),
      );
    });
  }
}

function shorten(name: string, args: readonly unknown[]): readonly unknown[] | null {
  if (name === "writeFile") return [(args[0] as Uint8Array).subarray(0, (args[0] as Uint8Array).length >> 1)];
  if (name === "writeSync") return [...args.slice(0, 3), (args[3] as number) >> 1, args[4]];
  return null;
}

/** Waiting takes no time until the answer is called. */
export function skipWaiting(): () => void {
  const waiting = vi.spyOn(globalThis, "setTimeout");
  waiting.mockImplementation(((done: () => void) => setImmediate(done)) as never);
  return () => waiting.mockRestore();
}
