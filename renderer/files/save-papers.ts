import type { Day } from "../../core/base/day.ts";
import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { failureMessage } from "../../core/bridge/failure.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Locale } from "../../core/words/dictionary.ts";
import type { Words } from "../../core/words/words.ts";
import { currentPlatform } from "../platform/current-platform.ts";
import { renderPaperFiles, renderPaperHtml } from "../worker/paper-client.ts";
import type { PaperWish } from "../worker/paper-messages.ts";

export type PaperFormat = "pdf" | "docx" | "xlsx";

/** Which documents are wanted, and how. */
export interface PaperOrder {
  readonly workspace: Workspace;
  readonly today: Day;
  /** Of the documents. */
  readonly locale: Locale;
  readonly papers: readonly PaperWish[];
  readonly format: PaperFormat;
  /** The files' names without ending, in the order of the documents. */
  readonly names: readonly string[];
  /** The name of the folder, archive or printed job that holds them all; absent for one document, which is a file of its own. */
  readonly folder?: string;
  /** Of the screen, for the dialogs. */
  readonly words: Words;
  readonly onProgress?: (progress: SaveProgress) => void;
}

/** How many of several documents are made, or then written. */
export interface SaveProgress {
  readonly step: "made" | "written";
  readonly done: number;
  readonly all: number;
}

/** Documents on their way to the disk. Answers what is said when they are there, or why they are not; `null`: the person
 * cancelled the dialog or stopped the job, and nothing was saved. */
export interface SaveJob {
  readonly done: Promise<Result<Message | null, Message>>;
  cancel(): void;
}

type Made = readonly (string | Uint8Array<ArrayBuffer>)[];
type Written = Result<{ readonly name: string } | null, string>;

/** Makes documents in a worker and puts them where the person says, all or none. Several go into a new folder where there is a
 * dialog for it; else into one archive, or to the printer as one job. */
export function savePapers(order: PaperOrder): SaveJob {
  const stopper = new AbortController();
  return { done: run(order, stopper.signal), cancel: () => stopper.abort() };
}

async function run(order: PaperOrder, signal: AbortSignal): Promise<Result<Message | null, Message>> {
  const made = await make(order, signal);
  if (made === null) return ok(null);
  if (!made.ok) return fail(message("base.file.failed", { reason: made.error }));
  const written = await write(order, made.value, signal);
  if (!written.ok) return fail(failureMessage(written.error));
  return ok(written.value && saidOf(order, written.value.name));
}

/** A job that is stopped never answers itself. */
async function make(order: PaperOrder, signal: AbortSignal): Promise<Result<Made, string> | null> {
  const { workspace, today, locale, papers, format, folder } = order;
  const all = papers.length;
  const ask = {
    workspace,
    today,
    locale,
    papers,
    onProgress: ({ done }: { readonly done: number }) => order.onProgress?.({ step: "made", done, all }),
  };
  const isOne = folder !== undefined && !currentPlatform().saveFolder;
  const job =
    format === "pdf"
      ? renderPaperHtml(ask, isOne ? "one-html" : "html")
      : renderPaperFiles(isOne ? { ...ask, zipNames: fileNames(order) } : ask, format);
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => {
      job.cancel();
      resolve(null);
    });
  });
  return Promise.race<Result<Made, string> | null>([job.done, stopped]);
}

async function write(order: PaperOrder, made: Made, signal: AbortSignal): Promise<Written> {
  const platform = currentPlatform();
  const { folder, papers, words } = order;
  if (folder !== undefined && platform.saveFolder) {
    const names = fileNames(order);
    const files = made.map((one, at) =>
      typeof one === "string" ? { name: names[at]!, html: one } : { name: names[at]!, bytes: one },
    );
    const onWritten = (done: number) => order.onProgress?.({ step: "written", done, all: papers.length });
    return platform.saveFolder(folder, files, { onWritten, signal });
  }
  const [file] = made;
  const extension = folder !== undefined && order.format !== "pdf" ? "zip" : order.format;
  const name = `${folder ?? order.names[0]!}.${extension}`;
  const kind = { label: words.text(`base.file.kind.${extension}`), extensions: [extension] };
  return typeof file === "string" ? platform.savePdf(name, file, kind) : platform.saveFile(name, file!, kind);
}

function fileNames({ names, format }: PaperOrder): readonly string[] {
  return names.map((name) => `${name}.${format}`);
}

function saidOf({ folder, format, papers }: PaperOrder, name: string): Message {
  // A browser saves no PDF itself: its print window does.
  const way = format === "pdf" && !currentPlatform().saveFolder ? "printed" : "saved";
  if (folder === undefined) return message(`base.file.${way}`, { name });
  return message(`base.file.${way}-all`, { count: papers.length, name });
}
