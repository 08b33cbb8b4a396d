import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { currentPlatform } from "./current-platform.ts";
import type { FileKind, FolderFile } from "./platform.ts";

/** Something on its way that can be stopped. */
export interface MadeJob<T> {
  readonly done: Promise<Result<T, string>>;
  cancel(): void;
}

/** What went wrong: the documents could not be made, or not be written. */
export interface SaveFailure {
  readonly kind: "made" | "written";
  readonly reason: string;
}

/** Documents on their way to the disk. `null`: the person cancelled the dialog. */
export interface SaveJob<T> {
  readonly done: Promise<Result<T | null, SaveFailure>>;
  cancel(): void;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Written = Result<{ readonly name: string } | null, string>;

/** A set of documents, and how each form of them is made when it is wanted. */
export interface SetOrder {
  /** The folder's, archive's or printed job's name, without ending. */
  readonly folder: string;
  /** The files' names with their ending, in the order of the documents. */
  readonly names: readonly string[];
  readonly isPdf: boolean;
  pages(format: "html" | "one-html"): MadeJob<readonly string[]>;
  /** With names, packed into one archive. */
  files(zipNames?: readonly string[]): MadeJob<readonly Bytes[]>;
  kindOf(extension: "pdf" | "zip"): FileKind;
}

/** How a set was saved: a folder or archive of this name, or a job for the printer. */
export interface SavedSet {
  readonly name: string;
  readonly isPrinted: boolean;
}

/** Saves a set of documents in one go, all or none: into a new folder where there is a dialog for it; else as one archive, or as
 * one job for the printer. */
export function saveSet<T>(order: SetOrder, said: (saved: SavedSet) => T): SaveJob<T> {
  const platform = currentPlatform();
  const { folder, names, isPdf } = order;
  const kept = (name: string) => said({ name, isPrinted: false });
  if (platform.saveFolder) {
    const save = (files: readonly FolderFile[]) => platform.saveFolder!(folder, files);
    return isPdf
      ? saveMade(
          order.pages("html"),
          (pages) => save(pages.map((html, at) => ({ name: names[at]!, html }))),
          kept,
        )
      : saveMade(
          order.files(),
          (files) => save(files.map((bytes, at) => ({ name: names[at]!, bytes }))),
          kept,
        );
  }
  if (isPdf) {
    const print = ([html]: readonly string[]) =>
      platform.savePdf(`${folder}.pdf`, html!, order.kindOf("pdf"));
    return saveMade(order.pages("one-html"), print, (name) => said({ name, isPrinted: true }));
  }
  const save = ([bytes]: readonly Bytes[]) => platform.saveFile(`${folder}.zip`, bytes!, order.kindOf("zip"));
  return saveMade(order.files(names), save, kept);
}

/** Saves what a job makes, and says what was saved. */
export function saveMade<T, S>(
  job: MadeJob<T>,
  save: (made: T) => Promise<Written>,
  said: (name: string) => S,
): SaveJob<S> {
  const run = async (): Promise<Result<S | null, SaveFailure>> => {
    const made = await job.done;
    if (!made.ok) return fail({ kind: "made", reason: made.error });
    const saved = await save(made.value);
    if (!saved.ok) return fail({ kind: "written", reason: saved.error });
    return ok(saved.value && said(saved.value.name));
  };
  return { done: run(), cancel: () => job.cancel() };
}
