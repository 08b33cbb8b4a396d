import { money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Entry } from "../entries.ts";
import type { CountedFact } from "../fact-source.ts";

/** What entries come to: all that a measure needs of them. The entries themselves may be made only when their rows are asked
 * for. */
export interface Tally<F extends CountedFact = CountedFact> {
  /** How many there are. */
  readonly n: number;
  /** The sum of their shares: 1 000 000 parts are one fact. */
  readonly parts: number;
  /** The sum of their amounts; those without one add nothing. */
  readonly amount: Money;
  /** How many have an amount, and the sum of their shares. */
  readonly priced: number;
  readonly pricedParts: number;
  entries(): readonly Entry<F>[];
}

/** What entries come to.
 * @example tallyOf([{ share: 600000, amount: 250 }, { share: 400000, amount: null }]).parts // => 1000000
 */
export function tallyOf<F extends CountedFact>(entries: readonly Entry<F>[]): Tally<F> {
  let [parts, amount, priced, pricedParts] = [0, 0, 0, 0];
  for (const entry of entries) {
    parts += entry.share;
    if (entry.amount === null) continue;
    amount += entry.amount;
    priced += 1;
    pricedParts += entry.share;
  }
  return { n: entries.length, parts, amount: money(amount), priced, pricedParts, entries: () => entries };
}
