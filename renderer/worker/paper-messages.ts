import type { Day } from "../../core/base/day.ts";
import type { MeetingId, MemberId } from "../../core/base/id.ts";
import type { Paper } from "../../core/base/paper.ts";
import type { Period } from "../../core/base/period.ts";
import type { HandoverOf } from "../../core/review/handover/handover-book.ts";
import type { HandoverChoice } from "../../core/review/handover/plan-handover.ts";
import type { PackChoice } from "../../core/review/quarter-pack.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Locale } from "../../core/words/dictionary.ts";

/** Which document is wanted: a quarter's pack, a member's target letter for a period, the sheet of a handover, a member's
 * job card in a year, the minutes of a meeting, the training plan of a period, the list for payroll, a
 * member's statement, or one that is laid out already and has no explanations. */
export type PaperWish =
  | { readonly kind: "pack"; readonly period: Period; readonly choice: PackChoice }
  | { readonly kind: "letter"; readonly period: Period; readonly memberId: MemberId }
  | { readonly kind: "handover"; readonly of: HandoverOf; readonly choice: HandoverChoice }
  | { readonly kind: "job-card"; readonly period: Period; readonly memberId: MemberId }
  | { readonly kind: "minutes"; readonly meetingId: MeetingId }
  | { readonly kind: "training"; readonly period: Period }
  | { readonly kind: "payroll"; readonly period: Period }
  | { readonly kind: "statement"; readonly period: Period; readonly memberId: MemberId }
  | { readonly kind: "made"; readonly paper: Paper };

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

/** How far a job is. */
export interface PaperProgress {
  readonly done: number;
  readonly all: number;
}

/** What the worker is told while it works: a drawing that it asked for, painted. */
export interface PaperPainted {
  readonly painted: Uint8Array<ArrayBuffer>;
}

export type PaperAnswer =
  /** A worker has no pictures: the page paints a drawing for it and answers with `PaperPainted`. */
  | { readonly answer: "paint"; readonly svg: string }
  | ({ readonly answer: "progress" } & PaperProgress)
  | { readonly answer: "html"; readonly pages: readonly string[] }
  | { readonly answer: "bytes"; readonly files: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly answer: "broken"; readonly reason: string };
