import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { PackAnswer, PackAsk } from "./pack-messages.ts";

/** A pack being made in a worker of its own. */
export interface PackJob<T> {
  readonly done: Promise<Result<T, string>>;
  /** Ends the worker at once; `done` never answers. */
  cancel(): void;
}

/** Renders a pack as a self-contained HTML page, for printing. */
export function renderPackHtml(ask: Omit<PackAsk, "format">): PackJob<string> {
  return startJob({ ...ask, format: "html" }, (answer) =>
    answer.answer === "html" ? answer.html : undefined,
  );
}

/** Renders a pack as a workbook. */
export function renderPackXlsx(ask: Omit<PackAsk, "format">): PackJob<Uint8Array<ArrayBuffer>> {
  return startJob({ ...ask, format: "xlsx" }, (answer) =>
    answer.answer === "xlsx" ? answer.bytes : undefined,
  );
}

function startJob<T>(ask: PackAsk, take: (answer: PackAnswer) => T | undefined): PackJob<T> {
  const worker = new Worker(new URL("./pack-worker.ts", import.meta.url), { type: "module" });
  const done = new Promise<Result<T, string>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<PackAnswer>) => {
      const taken = take(data);
      resolve(taken === undefined ? fail(data.answer === "broken" ? data.reason : data.answer) : ok(taken));
      worker.terminate();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail(event.message));
      worker.terminate();
    };
    worker.postMessage(ask);
  });
  return { done, cancel: () => worker.terminate() };
}
