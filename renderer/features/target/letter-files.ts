import type { Day } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { saveMade, saveSet } from "../../platform/save-set.ts";
import type { SaveJob } from "../../platform/save-set.ts";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";

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

/** Letters on their way to the disk, and what is said when they are there. */
export type LetterJob = SaveJob<Message>;

/** Saves the first of the letters as a file of its own. */
export function saveOneLetter(order: LetterOrder): LetterJob {
  const { format } = order;
  const name = `${namesOf(order)[0]!}.${format}`;
  const kind = kindOf(order, format);
  const platform = currentPlatform();
  return format === "pdf"
    ? saveMade(renderPaperHtml(askOf(order)), (pages) => platform.savePdf(name, pages[0]!, kind), savedOne)
    : saveMade(
        renderPaperFiles(askOf(order), "docx"),
        (files) => platform.saveFile(name, files[0]!, kind),
        savedOne,
      );
}

/** Saves all letters in one go, all or none. */
export function saveAllLetters(order: LetterOrder): LetterJob {
  const { format, people, period, words } = order;
  const ask = askOf(order);
  return saveSet(
    {
      folder: words.text("target.letter.folder", { period: period.id as string }),
      names: namesOf(order).map((name) => `${name}.${format}`),
      isPdf: format === "pdf",
      pages: (form) => renderPaperHtml(ask, form),
      files: (zipNames) => renderPaperFiles({ ...ask, ...(zipNames ? { zipNames } : {}) }, "docx"),
      kindOf: (extension) => kindOf(order, extension),
    },
    ({ name, isPrinted }) =>
      message(isPrinted ? "target.letters.printed" : "target.letters.saved-all", {
        count: people.length,
        name,
      }),
  );
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
