import type { Day } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import type { FolderFile } from "../../platform/platform.ts";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { PaperJob } from "../../worker/paper-client.ts";

/** Which letters are wanted, and how. */
export interface LetterOrder {
  readonly workspace: Workspace;
  readonly today: Day;
  readonly locale: Locale;
  readonly period: Period;
  readonly format: "docx" | "pdf";
  readonly people: readonly MemberId[];
  /** Of the screen: for dialogs and names of files. */
  readonly words: Words;
}

/** What went wrong: the letters could not be made, or not be written. */
interface LetterFailure {
  readonly kind: "made" | "written";
  readonly reason: string;
}

/** Letters on their way to the disk. `null`: the person cancelled the dialog. */
export interface LetterJob {
  readonly done: Promise<Result<Message | null, LetterFailure>>;
  cancel(): void;
}

type Written = Result<{ readonly name: string } | null, string>;

/** Saves the first of the letters as a file of its own. */
export function saveOneLetter(order: LetterOrder): LetterJob {
  const { format } = order;
  const name = `${namesOf(order)[0]!}.${format}`;
  const kind = kindOf(order, format);
  const platform = currentPlatform();
  return format === "pdf"
    ? write(renderPaperHtml(askOf(order)), (pages) => platform.savePdf(name, pages[0]!, kind), savedOne)
    : write(
        renderPaperFiles(askOf(order), "docx"),
        (files) => platform.saveFile(name, files[0]!, kind),
        savedOne,
      );
}

/** Saves all letters in one go, all or none: into a new folder where there is a dialog for it; else as one archive, or as
 * one job for the printer. */
export function saveAllLetters(order: LetterOrder): LetterJob {
  const platform = currentPlatform();
  const { format, people, period, words } = order;
  const folder = words.text("target.letter.folder", { period: period.id as string });
  const names = namesOf(order).map((name) => `${name}.${format}`);
  const savedAll = (name: string) => message("target.letters.saved-all", { count: people.length, name });
  if (platform.saveFolder) {
    const save = (files: readonly FolderFile[]) => platform.saveFolder!(folder, files);
    return format === "pdf"
      ? write(
          renderPaperHtml(askOf(order)),
          (pages) => save(pages.map((html, at) => ({ name: names[at]!, html }))),
          savedAll,
        )
      : write(
          renderPaperFiles(askOf(order), "docx"),
          (files) => save(files.map((bytes, at) => ({ name: names[at]!, bytes }))),
          savedAll,
        );
  }
  if (format === "pdf") {
    const pages = renderPaperHtml(askOf(order), "one-html");
    const print = ([html]: readonly string[]) =>
      platform.savePdf(`${folder}.pdf`, html!, kindOf(order, "pdf"));
    return write(pages, print, () => message("target.letters.printed", { count: people.length }));
  }
  const archive = renderPaperFiles({ ...askOf(order), zipNames: names }, "docx");
  const save = ([bytes]: readonly Uint8Array<ArrayBuffer>[]) =>
    platform.saveFile(`${folder}.zip`, bytes!, kindOf(order, "zip"));
  return write(archive, save, savedAll);
}

function write<T>(
  job: PaperJob<T>,
  save: (made: T) => Promise<Written>,
  said: (name: string) => Message,
): LetterJob {
  const run = async (): Promise<Result<Message | null, LetterFailure>> => {
    const made = await job.done;
    if (!made.ok) return fail({ kind: "made", reason: made.error });
    const saved = await save(made.value);
    if (!saved.ok) return fail({ kind: "written", reason: saved.error });
    return ok(saved.value && said(saved.value.name));
  };
  return { done: run(), cancel: () => job.cancel() };
}

function askOf({ workspace, today, locale, period, people }: LetterOrder) {
  const papers = people.map((memberId) => ({ kind: "letter", period, memberId }) as const);
  return { workspace, today, locale, papers };
}

function namesOf({ workspace, people, period, words }: LetterOrder): readonly string[] {
  return people.map((id) => {
    const name = workspace.rows.members.get(id)?.name ?? id;
    return words.text("target.letter.file", { name, period: period.id as string });
  });
}

function kindOf({ words }: LetterOrder, extension: "docx" | "pdf" | "zip") {
  return { label: words.text(`target.letters.kind.${extension}`), extensions: [extension] };
}

function savedOne(name: string): Message {
  return message("target.letters.saved", { name });
}
