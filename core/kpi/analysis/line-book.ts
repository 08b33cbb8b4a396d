import type { Day } from "../../base/day.ts";
import { dayFromNumber, dayNumber } from "../../base/day.ts";
import { money } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import { SOURCES } from "../../customer/records.ts";
import type { Source } from "../../customer/records.ts";
import type { Entry } from "../entries.ts";
import type { CountedFact } from "../fact-source.ts";

/* The book as columns of numbers: a line is what one owner has of a fact, and a place in each column. Columns are made once
 * for each page and laid end to end. Every question of the analysis is a loop over them; a fact itself is looked at only
 * for the rows of an explanation. */

/** Numbers for texts: ids, customers, products, reasons. 0 is the empty text: nobody, nothing. */
export interface Codes {
  codeOf(text: string | null): number;
  textOf(code: number): string;
  size(): number;
}

/** The columns of whole numbers. `day` and `detail` are day numbers and days; `NONE` stands where nothing is known. */
const WHOLE_COLUMNS = ["day", "share", "member", "group", "customer", "source", "state", "detail"] as const;
type WholeColumn = (typeof WHOLE_COLUMNS)[number];

/** The lines of some facts; those of one fact lie side by side. */
export interface LineColumns<F> extends Readonly<Record<WholeColumn, Int32Array>> {
  /** The fact of each line. */
  readonly facts: readonly F[];
  /** The owner's part of the amount; not a number where the fact has none. */
  readonly amount: Float64Array;
  /** Of an open deal the part of amount × chance, of an order the part of what is still to be paid; else not a number. */
  readonly besides: Float64Array;
}

/** The lines of a table, page after page. */
export interface LineBook<F extends CountedFact> extends LineColumns<F> {
  readonly codes: Codes;
  /** The first line of each page. */
  readonly starts: readonly number[];
}

/** Some lines of a book in their order; `on` says another day for each. */
export interface Lines<F extends CountedFact> {
  readonly book: LineBook<F>;
  readonly at: readonly number[];
  readonly on?: readonly number[];
}

/** How a deal counts: `undated` is a won or lost one that nothing says the day of. Orders are all `OPEN`. */
export const STATE = { open: 0, won: 1, lost: 2, undated: 3 } as const;

/** Nothing is known. */
export const NONE = -2_147_483_648;

/** One line as the book is made of it. */
export interface NewLine<F> extends Readonly<Record<Exclude<WholeColumn, "source">, number>> {
  readonly fact: F;
  readonly amount: Money | null;
  readonly besides: Money | null;
}

/** Numbers texts in the order in which they are met.
 * @example [newCodes()].map((codes) => [codes.codeOf(null), codes.codeOf("a"), codes.textOf(1)])[0] // => [0, 1, "a"]
 */
export function newCodes(): Codes {
  const texts = [""];
  const codes = new Map([["", 0]]);
  return {
    codeOf(text) {
      const known = codes.get(text ?? "");
      if (known !== undefined) return known;
      codes.set(text!, texts.length);
      return texts.push(text!) - 1;
    },
    textOf: (code) => texts[code]!,
    size: () => texts.length,
  };
}

/** Lines as columns.
 * @example lineColumns([]).day.length // => 0
 */
export function lineColumns<F extends { readonly source: Source }>(
  lines: readonly NewLine<F>[],
): LineColumns<F> {
  const whole = (valueOf: (line: NewLine<F>) => number) => Int32Array.from(lines, valueOf);
  return {
    facts: lines.map((line) => line.fact),
    day: whole((line) => line.day),
    share: whole((line) => line.share),
    member: whole((line) => line.member),
    group: whole((line) => line.group),
    customer: whole((line) => line.customer),
    source: whole((line) => SOURCES.indexOf(line.fact.source)),
    state: whole((line) => line.state),
    detail: whole((line) => line.detail),
    amount: Float64Array.from(lines, (line) => line.amount ?? Number.NaN),
    besides: Float64Array.from(lines, (line) => line.besides ?? Number.NaN),
  };
}

/** Pages end to end.
 * @example lineBook([], newCodes()).starts // => []
 */
export function lineBook<F extends CountedFact>(pages: readonly LineColumns<F>[], codes: Codes): LineBook<F> {
  const starts: number[] = [];
  let size = 0;
  for (const page of pages) {
    starts.push(size);
    size += page.facts.length;
  }
  const join = <A extends Int32Array | Float64Array>(into: A, columnOf: (page: LineColumns<F>) => A): A => {
    for (const [at, page] of pages.entries()) into.set(columnOf(page), starts[at]);
    return into;
  };
  const whole = Object.fromEntries(
    WHOLE_COLUMNS.map((column) => [column, join(new Int32Array(size), (page) => page[column])]),
  ) as Record<WholeColumn, Int32Array>;
  return {
    ...whole,
    facts: pages.flatMap((page) => page.facts),
    amount: join(new Float64Array(size), (page) => page.amount),
    besides: join(new Float64Array(size), (page) => page.besides),
    codes,
    starts,
  };
}

/** Visits each fact of some lines once, with the sums of what its lines have: parts that several chosen owners have of one
 * fact are one, and its first line.
 * @example eachFact({ book: lineBook([], newCodes()), at: [] }, () => undefined) // => undefined
 */
export function eachFact<F extends CountedFact>(
  { book, at }: Pick<Lines<F>, "book" | "at">,
  visit: (line: number, sums: FactSums) => void,
): void {
  const { facts, share, amount, besides } = book;
  const sums = { place: 0, until: 0, share: 0, amount: 0, besides: 0 };
  for (let place = 0; place < at.length;) {
    const line = at[place]!;
    const fact = facts[line];
    sums.place = place;
    sums.share = share[line]!;
    sums.amount = amount[line]!;
    sums.besides = besides[line]!;
    for (place += 1; place < at.length && facts[at[place]!] === fact; place += 1) {
      const next = at[place]!;
      sums.share += share[next]!;
      sums.amount += amount[next]!;
      sums.besides += besides[next]!;
    }
    sums.until = place;
    visit(line, sums);
  }
}

/** What the lines of one fact have together. Used anew for each fact: read it at once. */
export interface FactSums {
  /** Where its lines begin and end among the lines. */
  readonly place: number;
  readonly until: number;
  readonly share: number;
  readonly amount: number;
  readonly besides: number;
}

/** A fact as the rows of an explanation need it. */
export interface LineEntry<F extends CountedFact> extends Entry<F> {
  readonly besides: Money | null;
}

/** Lines as entries, one for each fact, made when rows are asked for.
 * @example lineEntries({ book: lineBook([], newCodes()), at: [] }) // => []
 */
export function lineEntries<F extends CountedFact>(lines: Lines<F>): readonly LineEntry<F>[] {
  const entries: LineEntry<F>[] = [];
  const { book, on } = lines;
  eachFact(lines, (line, { place, share, amount, besides }) =>
    entries.push({
      fact: book.facts[line]!,
      day: dayFromNumber(on ? on[place]! : book.day[line]!),
      share: share as Ppm,
      amount: amountOrNone(amount),
      besides: amountOrNone(besides),
    }),
  );
  return entries;
}

/** The day's number, `NONE` for no day.
 * @example dayOrNone(undefined) // => -2147483648
 */
export function dayOrNone(day: Day | null | undefined): number {
  return day === undefined || day === null ? NONE : dayNumber(day);
}

function amountOrNone(amount: number): Money | null {
  return Number.isNaN(amount) ? null : money(amount);
}
