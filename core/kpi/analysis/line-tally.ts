import { money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Deal } from "../../customer/records.ts";
import type { CountedFact } from "../fact-source.ts";
import type { DealTally } from "../metrics/sales-cycle.ts";
import type { Tally } from "../metrics/tally.ts";
import { eachFact, lineEntries } from "./line-book.ts";
import type { LineEntry, Lines } from "./line-book.ts";

/** What lines come to, each fact once. */
export interface LineTally<F extends CountedFact = CountedFact> extends Tally<F> {
  /** The sum of what stands besides, and how many facts have it. */
  readonly besides: Money;
  readonly weighed: number;
  entries(): readonly LineEntry<F>[];
}

/** What the lines come to, in one pass.
 * @example lineTally({ book: lineBook([], newCodes()), at: [] }).n // => 0
 */
export function lineTally<F extends CountedFact>(lines: Lines<F>): LineTally<F> {
  let [n, parts, amount, priced, pricedParts, besides, weighed] = [0, 0, 0, 0, 0, 0, 0];
  eachFact(lines, (_, of) => {
    n += 1;
    parts += of.share;
    if (!Number.isNaN(of.amount)) {
      amount += of.amount;
      priced += 1;
      pricedParts += of.share;
    }
    if (Number.isNaN(of.besides)) return;
    besides += of.besides;
    weighed += 1;
  });
  return {
    n,
    parts,
    amount: money(amount),
    priced,
    pricedParts,
    besides: money(besides),
    weighed,
    entries: () => lineEntries(lines),
  };
}

/** What lines of deals come to, with the days that they took.
 * @example dealLineTally({ book: lineBook([], newCodes()), at: [] }).cycles() // => []
 */
export function dealLineTally(lines: Lines<Deal>): DealTally & LineTally<Deal> {
  let known: readonly number[] | null = null;
  return { ...lineTally(lines), cycles: () => (known ??= cyclesOf(lines)) };
}

function cyclesOf(lines: Lines<Deal>): readonly number[] {
  const { detail } = lines.book;
  const cycles: number[] = [];
  // What is not known is less than no days.
  eachFact(lines, (line) => detail[line]! >= 0 && cycles.push(detail[line]!));
  return cycles;
}
