import { money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Deal } from "../../customer/records.ts";
import type { CountedFact } from "../fact-source.ts";
import type { DealTally } from "../metrics/sales-cycle.ts";
import type { Tally } from "../metrics/tally.ts";
import { lineEntries } from "./line-book.ts";
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
  const { book, at } = lines;
  const { facts } = book;
  let [n, parts, amount, priced, pricedParts, besides, weighed] = [0, 0, 0, 0, 0, 0, 0];
  let last: F | null = null;
  for (const line of at) {
    const isNew = facts[line] !== last;
    last = facts[line]!;
    const share = book.share[line]!;
    parts += share;
    if (isNew) n += 1;
    if (!Number.isNaN(book.amount[line]!)) {
      amount += book.amount[line]!;
      pricedParts += share;
      if (isNew) priced += 1;
    }
    if (Number.isNaN(book.besides[line]!)) continue;
    besides += book.besides[line]!;
    if (isNew) weighed += 1;
  }
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

function cyclesOf({ book, at }: Lines<Deal>): readonly number[] {
  const cycles: number[] = [];
  let last: Deal | null = null;
  for (const line of at) {
    const deal = book.facts[line]!;
    // What is not known is less than no days.
    if (deal !== last && book.detail[line]! >= 0) cycles.push(book.detail[line]!);
    last = deal;
  }
  return cycles;
}
