import type { Day } from "../../core/base/day.ts";
import type { MemberId } from "../../core/base/id.ts";
import type { Period } from "../../core/base/period.ts";
import type { PackChoice } from "../../core/review/quarter-pack.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Locale } from "../../core/words/dictionary.ts";

/** Which document is wanted: a quarter's pack, a member's target letter for a period, the list for
 * payroll, or a member's statement. */
export type PaperWish =
  | { readonly kind: "pack"; readonly period: Period; readonly choice: PackChoice }
  | { readonly kind: "letter"; readonly period: Period; readonly memberId: MemberId }
  | { readonly kind: "payroll"; readonly period: Period }
  | { readonly kind: "statement"; readonly period: Period; readonly memberId: MemberId };

/** What the worker of documents is asked: some documents in one format. Everything in it can be cloned. */
export interface PaperAsk {
  readonly workspace: Workspace;
  readonly today: Day;
  readonly locale: Locale;
  readonly papers: readonly PaperWish[];
  /** `one-html`: all on one page for the printer, each beginning on a sheet of its own. */
  readonly format: "html" | "one-html" | "xlsx" | "docx";
  /** The files' names: then they come as one archive. */
  readonly zipNames?: readonly string[];
}

export type PaperAnswer =
  | { readonly answer: "html"; readonly pages: readonly string[] }
  | { readonly answer: "bytes"; readonly files: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly answer: "broken"; readonly reason: string };
