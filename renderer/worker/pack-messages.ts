import type { Day } from "../../core/base/day.ts";
import type { Period } from "../../core/base/period.ts";
import type { PackChoice } from "../../core/review/quarter-pack.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { Locale } from "../../core/words/dictionary.ts";

/** What the pack worker is asked: one pack in one format. Everything in it can be cloned. */
export interface PackAsk {
  readonly workspace: Workspace;
  readonly period: Period;
  readonly today: Day;
  readonly choice: PackChoice;
  readonly format: "html" | "xlsx";
  readonly locale: Locale;
}

export type PackAnswer =
  | { readonly answer: "html"; readonly html: string }
  | { readonly answer: "xlsx"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: "broken"; readonly reason: string };
