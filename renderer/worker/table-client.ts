import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { TableAnswer, TableAsk, TablesAsk } from "./table-messages.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Tables being written in a worker of its own. */
export interface TablesJob {
  readonly done: Promise<Result<readonly Bytes[], string>>;
  /** Ends the worker at once; `done` never answers. */
  cancel(): void;
}

/** Writes a table as CSV or XLSX, off the main thread. */
export async function renderTable(ask: TableAsk): Promise<Result<Bytes, string>> {
  const made = await renderTables({ tables: [ask] }).done;
  return made.ok ? ok(made.value[0]!) : made;
}

/** Writes tables as files, in the order asked; with names, packed into one archive. */
export function renderTables(ask: TablesAsk): TablesJob {
  const worker = new Worker(new URL("./table-worker.ts", import.meta.url), { type: "module" });
  const done = new Promise<TableAnswer>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<TableAnswer>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve({ answer: "broken", reason: event.message });
    };
    worker.postMessage(ask);
  }).then((given) => {
    worker.terminate();
    return given.answer === "bytes" ? ok(given.files) : fail(given.reason);
  });
  return { done, cancel: () => worker.terminate() };
}
