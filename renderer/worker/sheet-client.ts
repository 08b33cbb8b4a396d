import { message } from "../../core/base/message.ts";
import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Table } from "../../core/base/table.ts";

/** A table of a file, by its sheet. */
export interface ReadSheet {
  readonly sheet?: string;
  readonly table: Table;
}

/** Reads the tables of a CSV or XLSX file off the main thread. */
export function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly ReadSheet[]>> {
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<readonly ReadSheet[]>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Result<readonly ReadSheet[]>>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail([{ message: message("customer.file.broken", { detail: event.message }) }]));
    };
    worker.postMessage(bytes);
  }).finally(() => worker.terminate());
}
