import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { BookAsk } from "./book-messages.ts";
import type { TableAnswer } from "./table-messages.ts";

/** Writes several tables as one workbook, off the main thread. */
export function renderBook(ask: BookAsk): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const worker = new Worker(new URL("./book-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>, string>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<TableAnswer>) =>
      resolve(data.answer === "bytes" ? ok(data.files[0]!) : fail(data.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail(event.message));
    };
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
