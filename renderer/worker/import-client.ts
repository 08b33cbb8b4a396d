import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Draft, ReadRows } from "../../core/customer/import/import-draft.ts";
import type { ImportAnswer, ImportAsk, OpenedFile, PreparedTable } from "./import-messages.ts";

/** A file being imported, in a worker of its own. */
export interface ImportClient {
  open(ask: Omit<ImportAsk & { ask: "open" }, "ask">): Promise<Result<OpenedFile>>;
  reopen(ask: Omit<ImportAsk & { ask: "reopen" }, "ask">): Promise<Result<OpenedFile>>;
  prepare(ask: Omit<ImportAsk & { ask: "prepare" }, "ask">): Promise<Result<PreparedTable>>;
  read(ask: Omit<ImportAsk & { ask: "read" }, "ask">): Promise<Result<ReadRows>>;
  /** Ends the worker at once, whatever it is doing; what was asked never answers. */
  end(): void;
}

/** Starts a worker for one file. Questions are answered in their order. */
export function startImportClient(onProgress: (share: number) => void): ImportClient {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  let last: Promise<unknown> = Promise.resolve();

  const askOnce = <T>(ask: ImportAsk, take: (answer: ImportAnswer) => T | undefined): Promise<Result<T>> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.answer === "progress") onProgress(data.share);
        else if (data.answer === "refused") resolve(fail(data.problems));
        else if (data.answer === "broken") resolve(fail([{ message: data.message }]));
        else {
          const taken = take(data);
          if (taken !== undefined) resolve(ok(taken));
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(fail([{ message: { key: "customer.file.broken", params: { detail: event.message } } }]));
      };
      worker.postMessage(ask);
    });

  const inTurn = <T>(ask: ImportAsk, take: (answer: ImportAnswer) => T | undefined): Promise<Result<T>> => {
    const next = last.then(() => askOnce(ask, take));
    last = next;
    return next;
  };

  return {
    open: (ask) => inTurn({ ask: "open", ...ask }, (got) => (got.answer === "opened" ? got.file : undefined)),
    reopen: (ask) =>
      inTurn({ ask: "reopen", ...ask }, (got) => (got.answer === "opened" ? got.file : undefined)),
    prepare: (ask) =>
      inTurn({ ask: "prepare", ...ask }, (got) => (got.answer === "prepared" ? got.table : undefined)),
    read(ask) {
      const drafts: Draft[] = [];
      return inTurn({ ask: "read", ...ask }, (got) => {
        if (got.answer === "drafts") for (const draft of got.drafts) drafts.push(draft);
        return got.answer === "rows" ? { ...got.rows, drafts } : undefined;
      });
    },
    end: () => worker.terminate(),
  };
}
