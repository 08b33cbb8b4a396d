import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { TableAnswer, TableAsk } from "./table-messages.ts";

/** Writes a table as CSV or XLSX, off the main thread. */
export function renderTable(ask: TableAsk): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const worker = new Worker(new URL("./table-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>, string>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<TableAnswer>) =>
      resolve(data.answer === "bytes" ? ok(data.bytes) : fail(data.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail(event.message));
    };
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
