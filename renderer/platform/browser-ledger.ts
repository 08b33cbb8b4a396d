import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { LedgerAnswer, LedgerOperation } from "./ledger-call.ts";
import type { KeptState, LedgerContents, LedgerPort } from "./platform.ts";

type Outcome = Result<null, "not-saved" | "unknown">;

/** The ledger in the origin's private files, behind a worker. A worker that dies leaves its last answer unknown. */
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
  };
}

function startWorker(): <T>(operation: LedgerOperation) => Promise<T> {
  const worker = new Worker(new URL("./ledger-worker.ts", import.meta.url), {
    type: "module",
    name: "ledger",
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let lastId = 0;
  worker.onmessage = ({ data }: MessageEvent<LedgerAnswer>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) caller?.reject(new Error(data.error));
    else caller?.resolve(data.value);
  };
  worker.onerror = (event) => {
    for (const caller of waiting.values()) caller.reject(new Error(event.message));
    waiting.clear();
  };
  return <T>(operation: LedgerOperation) =>
    new Promise<T>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id: lastId, ...operation }, handedOver(operation));
    });
}

/** Entries and states are handed over and not copied: nobody looks at them again. */
function handedOver(operation: LedgerOperation): Transferable[] {
  if (!("bytes" in operation)) return [];
  const { buffer, byteLength } = operation.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
