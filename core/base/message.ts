import type { Day } from "./day.ts";
import type { Money } from "./money.ts";
import type { PeriodId } from "./period.ts";

/** A number with what it measures; formatted by `core/words` in the reader's language. `null`: there is no value. */
export type Quantity =
  | { readonly unit: "money"; readonly value: Money | null }
  | { readonly unit: "count" | "days" | "score" | "years" | "hours"; readonly value: number | null }
  /** A fraction: 0.125 is shown as 12.5 %. */
  | { readonly unit: "percent"; readonly value: number | null }
  /** By how much two fractions differ, shown in percentage points. */
  | { readonly unit: "points"; readonly value: number | null }
  /** A fraction shown as a plain number. */
  | { readonly unit: "ratio"; readonly value: number | null };

export type Unit = Quantity["unit"];

/** A message parameter: text as it stands, a quantity, day or period to be formatted, or another message to be said first. */
export type MessageParam =
  | string
  | number
  | Quantity
  | { readonly day: Day }
  | { readonly period: PeriodId; readonly form?: "short" }
  | Message;

/** A sentence before it has a language: a key of `core/words` and its parameters. */
export interface Message {
  readonly key: string;
  readonly params?: Readonly<Record<string, MessageParam>>;
}

/** Makes a message from its key and parameters.
 * @example message("team.members", { count: 9 }) // => { key: "team.members", params: { count: 9 } }
 */
export function message(key: string, params?: Message["params"]): Message {
  return params === undefined ? { key } : { key, params };
}
