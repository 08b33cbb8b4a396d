import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { LedgerAnswer, LedgerOperation } from "./ledger-call.ts";
import type { KeptState, LedgerContents, LedgerPort } from "./platform.ts";

type Outcome = Result<null, "not-saved" | "unknown">;

/** A worker that is gone does not say so. What it was given to write is given up after this time and a second for each megabyte:
 * far longer than any disk takes that still works. */
const GIVEN_UP_AFTER_MS = 10_000;
const MS_PER_BYTE = 1000 / (1 << 20);

/** The ledger in the origin's private files, behind a worker. A worker that dies leaves its last answer unknown; what it is asked
 * afterwards is refused at once. */
export function createBrowserLedger(): LedgerPort {
  const ask = startWorker();
  const write = (operation: LedgerOperation) => ask<Outcome>(operation).catch((): Outcome => fail("unknown"));
  return {
    read: (part = "all") => ask<LedgerContents>({ op: "read", part }),
    append: (bytes) => write({ op: "append", bytes }),
    compact: (bytes, sequence, isAlone) =>
      write({ op: isAlone ? "compactAlone" : "compact", bytes, sequence }),
    keep: (bytes, sequence) => write({ op: "keep", bytes, sequence }),
    kept: () => ask<readonly KeptState[]>({ op: "kept" }),
    readKept: (number) => ask<Uint8Array | null>({ op: "readKept", number }),
    size: () => ask<number>({ op: "size" }),
    check: () => ask<readonly string[]>({ op: "check" }),
    place: () => ask<number>({ op: "place" }),
    setAside: () => ask<void>({ op: "setAside" }),
    readAside: (place) => ask<LedgerContents>({ op: "readAside", place }),
  };
}

function startWorker(): <T>(operation: LedgerOperation) => Promise<T> {
  const worker = new Worker(new URL("./ledger-worker.ts", import.meta.url), {
    type: "module",
    name: "ledger",
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let lastId = 0;
  let death: Error | null = null;
  const die = (reason: Error) => {
    death = reason;
    for (const caller of waiting.values()) caller.reject(reason);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<LedgerAnswer>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) caller?.reject(new Error(data.error));
    else caller?.resolve(data.value);
  };
  worker.onerror = (event) => die(new Error(event.message));
  return <T>(operation: LedgerOperation) =>
    new Promise<T>((resolve, reject) => {
      if (death) return reject(death);
      lastId += 1;
      const timer = givingUp(operation, () => die(new Error("the ledger does not answer")));
      waiting.set(lastId, {
        resolve(value) {
          clearTimeout(timer);
          resolve(value as T);
        },
        reject(reason) {
          clearTimeout(timer);
          reject(reason);
        },
      });
      worker.postMessage({ id: lastId, ...operation }, handedOver(operation));
    });
}

/** Only writing is given up: who reads may look through a large ledger. */
function givingUp(operation: LedgerOperation, giveUp: () => void): ReturnType<typeof setTimeout> | undefined {
  if (!("bytes" in operation)) return undefined;
  return setTimeout(giveUp, GIVEN_UP_AFTER_MS + operation.bytes.length * MS_PER_BYTE);
}

/** Entries and states are handed over and not copied: nobody looks at them again. */
function handedOver(operation: LedgerOperation): Transferable[] {
  if (!("bytes" in operation)) return [];
  const { buffer, byteLength } = operation.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
