import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { withoutPrivate } from "../../core/vault/private-tables.ts";
import { paintSvg } from "./paint-svg.ts";
import type { PaperAnswer, PaperAsk, PaperPainted, PaperProgress } from "./paper-messages.ts";

/** Documents being made in a worker of its own. */
export interface PaperJob<T> {
  readonly done: Promise<Result<T, string>>;
  /** Ends the worker at once; `done` never answers. */
  cancel(): void;
}

/** What is asked beside the format, and who is told how far it is. */
export type PaperQuestion = Omit<PaperAsk, "format" | "zipNames"> & {
  readonly onProgress?: (progress: PaperProgress) => void;
};

/** Renders documents as self-contained HTML pages, for printing: one a document in the order asked, or all on one. */
export function renderPaperHtml(
  ask: PaperQuestion,
  format: "html" | "one-html" = "html",
): PaperJob<readonly string[]> {
  return startJob({ ...ask, format }, (answer) => (answer.answer === "html" ? answer.pages : undefined));
}

/** Renders documents as files, in the order asked; with names, packed into one archive. */
export function renderPaperFiles(
  ask: PaperQuestion & Pick<PaperAsk, "zipNames">,
  format: "xlsx" | "docx",
): PaperJob<readonly Uint8Array<ArrayBuffer>[]> {
  return startJob({ ...ask, format }, (answer) => (answer.answer === "bytes" ? answer.files : undefined));
}

function startJob<T>(
  { onProgress, ...ask }: PaperAsk & Pick<PaperQuestion, "onProgress">,
  take: (answer: PaperAnswer) => T | undefined,
): PaperJob<T> {
  const worker = new Worker(new URL("./paper-worker.ts", import.meta.url), { type: "module" });
  const done = new Promise<Result<T, string>>((resolve) => {
    const give = (result: Result<T, string>) => {
      resolve(result);
      worker.terminate();
    };
    worker.onmessage = ({ data }: MessageEvent<PaperAnswer>) => {
      if (data.answer === "progress") {
        onProgress?.(data);
        return;
      }
      if (data.answer === "paint") {
        void paintSvg(data.svg).then(
          (painted) => worker.postMessage({ painted } satisfies PaperPainted, [painted.buffer]),
          (error: unknown) => give(fail(String(error))),
        );
        return;
      }
      const taken = take(data);
      give(taken === undefined ? fail(data.answer === "broken" ? data.reason : data.answer) : ok(taken));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      give(fail(event.message));
    };
    // What is private never reaches a document.
    worker.postMessage({ ...ask, workspace: withoutPrivate(ask.workspace) });
  });
  return { done, cancel: () => worker.terminate() };
}
