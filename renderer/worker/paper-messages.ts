import type { Day } from "../../core/base/day.ts";
import type { Period } from "../../core/base/period.ts";
import type { PackChoice } from "../../core/review/quarter-pack.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Locale } from "../../core/words/dictionary.ts";

/** Which document is wanted. */
export interface PaperWish {
  readonly kind: "pack";
  readonly period: Period;
  readonly choice: PackChoice;
}

/** What the worker of documents is asked: some documents in one format. Everything in it can be cloned. */
export interface PaperAsk {
  readonly workspace: Workspace;
  readonly today: Day;
  readonly locale: Locale;
  readonly papers: readonly PaperWish[];
  readonly format: "html" | "xlsx" | "docx";
}

export type PaperAnswer =
  | { readonly answer: "html"; readonly pages: readonly string[] }
  | { readonly answer: "bytes"; readonly files: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly answer: "broken"; readonly reason: string };
