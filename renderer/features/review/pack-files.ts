import { packMask } from "../../../core/review/quarter-pack.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import type { Period } from "../../../core/base/period.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import type { PageOrder } from "../../files/use-save-papers.ts";

export const PACK_FORMATS = ["pdf", "docx", "xlsx"] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** Which packs of a quarter are wanted. */
export interface PackOrder {
  readonly period: Period;
  readonly choices: readonly PackChoice[];
  readonly format: PackFormat;
  /** Of the packs, not of the screen. */
  readonly words: Words;
}

/** The order for packs under their names, in the packs' language. */
export function packOrder(workspace: Workspace, { period, choices, format, words }: PackOrder): PageOrder {
  return {
    papers: choices.map((choice) => ({ kind: "pack", period, choice }) as const),
    names: choices.map((choice) => packName(workspace, choice, { period, words })),
    format,
    locale: words.locale,
  };
}

/** What the file of a pack is called, without ending; a masked pack names nobody there either. */
export function packName(
  workspace: Workspace,
  choice: PackChoice,
  { period, words }: Pick<PackOrder, "period" | "words">,
): string {
  const when = { period: { period: period.id } };
  const { subject } = choice;
  if (subject.kind === "team") {
    return words.text("review.file.pack", { team: settingsOf(workspace).name, ...when });
  }
  const name = workspace.rows.members.get(subject.id)?.name ?? "";
  const shown = packMask(workspace, choice)?.text(name) ?? name;
  return words.text("review.file.pack.member", { name: shown, ...when });
}
