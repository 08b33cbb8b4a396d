import { currencyDigits } from "../../core/base/money.ts";
import type { Quantity } from "../../core/base/message.ts";
import type { Words } from "../../core/words/words.ts";

/** A figure as a table's file has it: money in main units, the rest as it is. */
export function plainNumber(words: Words, { unit, value }: Quantity): number | null {
  return unit === "money" && value !== null ? value / 10 ** currencyDigits(words.currency) : value;
}
