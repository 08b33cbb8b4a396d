import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import { packMask } from "../../../core/review/quarter-pack.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { saveMade, saveSet } from "../../platform/save-set.ts";
import type { SaveJob } from "../../platform/save-set.ts";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { PaperQuestion } from "../../worker/paper-client.ts";

export const PACK_FORMATS = ["pdf", "docx", "xlsx"] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** Which packs are wanted, and how. */
export interface PackOrder {
  readonly workspace: Workspace;
  readonly today: Day;
  readonly locale: Locale;
  readonly period: Period;
  readonly choices: readonly PackChoice[];
  readonly format: PackFormat;
  /** Of the screen: for dialogs and names of files. */
  readonly words: Words;
  readonly onProgress?: PaperQuestion["onProgress"];
}

/** Packs on their way to the disk, and what is said when they are there. */
export type PackJob = SaveJob<Message>;

/** Saves one pack as a file of its own. */
export function saveOnePack(order: PackOrder): PackJob {
  const { format } = order;
  const name = `${namesOf(order)[0]!}.${format}`;
  const kind = kindOf(order, format);
  const platform = currentPlatform();
  const said = (saved: string) => message("review.room.saved", { name: saved });
  return format === "pdf"
    ? saveMade(renderPaperHtml(askOf(order)), ([html]) => platform.savePdf(name, html!, kind), said)
    : saveMade(
        renderPaperFiles(askOf(order), format),
        ([bytes]) => platform.saveFile(name, bytes!, kind),
        said,
      );
}

/** Saves all packs in one go, all or none. */
export function saveAllPacks(order: PackOrder): PackJob {
  const { format, period, words, choices } = order;
  const ask = askOf(order);
  const team = settingsOf(order.workspace).name;
  return saveSet(
    {
      folder: words.text("review.file.pack", { team, period: { period: period.id } }),
      names: namesOf(order).map((name) => `${name}.${format}`),
      isPdf: format === "pdf",
      pages: (form) => renderPaperHtml(ask, form),
      files: (zipNames) =>
        renderPaperFiles({ ...ask, ...(zipNames ? { zipNames } : {}) }, format === "docx" ? "docx" : "xlsx"),
      kindOf: (extension) => kindOf(order, extension),
    },
    ({ name, isPrinted }) =>
      message(isPrinted ? "review.all.printed" : "review.all.saved", { count: choices.length, name }),
  );
}

function askOf({ workspace, today, locale, period, choices, onProgress }: PackOrder): PaperQuestion {
  const papers = choices.map((choice) => ({ kind: "pack", period, choice }) as const);
  return { workspace, today, locale, papers, ...(onProgress ? { onProgress } : {}) };
}

function namesOf({ workspace, choices, period, words }: PackOrder): readonly string[] {
  const when = { period: { period: period.id } };
  return choices.map((choice) => {
    const { subject } = choice;
    if (subject.kind === "team") {
      return words.text("review.file.pack", { team: settingsOf(workspace).name, ...when });
    }
    const name = workspace.rows.members.get(subject.id)?.name ?? "";
    const shown = packMask(workspace, choice)?.text(name) ?? name;
    return words.text("review.file.pack.member", { name: shown, ...when });
  });
}

function kindOf({ words }: PackOrder, extension: PackFormat | "zip") {
  return { label: words.text(`review.file.${extension}`), extensions: [extension] };
}
