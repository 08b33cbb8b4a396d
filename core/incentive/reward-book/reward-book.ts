import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { bookLines, BOOK_KINDS } from "./book-lines.ts";
import type { BookKind, BookLine, BookRows } from "./book-lines.ts";

/** A sum of the book that can explain itself. */
export interface BookFigure {
  readonly value: Quantity & { readonly unit: "money" };
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** What a person got in a year, on one page. */
export interface RewardBook {
  readonly memberId: MemberId;
  readonly year: number;
  /** The latest first. */
  readonly lines: readonly BookLine[];
  readonly sums: readonly { readonly kind: BookKind; readonly figure: BookFigure }[];
  readonly total: BookFigure;
}

/** Whose book, and which fiscal year. */
export interface BookAsked {
  readonly memberId: MemberId;
  readonly year: number;
  readonly fiscalStart: number;
}

const RULE_VERSION = 1;

/** A person's reward book of a fiscal year: approved statements by their period, what recognition cost, their equal share of the
 * journeys and team events they were at, and promotions. An adjustment counts within the statement that names it; until then it
 * is listed and not counted. Σ of the sums is the total.
 * @example rewardBook(rewardWorld({ statements: [aStatement("2026-Q2", 500000)], recognitions: [aRecognition("r", { cost: 20000 })] }).rows, { memberId: "a", year: 2026, fiscalStart: 1 }).total.value // => { unit: "money", value: 520000 }
 */
export function rewardBook(rows: BookRows, asked: BookAsked): RewardBook {
  const lines = bookLines(rows, asked.memberId, asked.fiscalStart).filter((line) => line.year === asked.year);
  const sums = BOOK_KINDS.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind && line.amount !== null);
    return own.length === 0 ? [] : [{ kind, figure: sumFigure(rows, asked, { kind, lines: own }) }];
  });
  return {
    memberId: asked.memberId,
    year: asked.year,
    lines,
    sums,
    total: totalFigure(rows, asked, { sums, lines }),
  };
}

/** The fiscal years in which a person got something, the latest first.
 * @example bookYears(rewardWorld({ recognitions: [aRecognition("r", { on: "2025-03-01" })] }).rows, "a", 4) // => [2024]
 */
export function bookYears(rows: BookRows, memberId: MemberId, fiscalStart: number): readonly number[] {
  const years = bookLines(rows, memberId, fiscalStart).map((line) => line.year);
  return [...new Set(years)].toSorted((a, b) => b - a);
}

function sumFigure(
  rows: BookRows,
  asked: BookAsked,
  of: { readonly kind: BookKind; readonly lines: readonly BookLine[] },
): BookFigure {
  const counted = of.lines.filter((line) => line.counts);
  const value = { unit: "money", value: sumOf(counted) } as const;
  const isOut = counted.length < of.lines.length;
  const note = isOut
    ? message("incentive.book.note.pending", { count: of.lines.length - counted.length })
    : undefined;
  return {
    value,
    n: counted.length,
    ...(note ? { note } : {}),
    explain: () => ({
      ...frame(rows, asked, message(`incentive.book.kind.${of.kind}`)),
      value,
      formula: message(`incentive.book.formula.${of.kind}`),
      ruleVersion: RULE_VERSION,
      inputs: [],
      rows: counted.map(explainedRow),
      notes: note ? [note] : [],
    }),
  };
}

function totalFigure(
  rows: BookRows,
  asked: BookAsked,
  of: { readonly sums: RewardBook["sums"]; readonly lines: readonly BookLine[] },
): BookFigure {
  const counted = of.lines.filter((line) => line.counts && line.amount !== null);
  const value = { unit: "money", value: sumOf(counted) } as const;
  return {
    value,
    n: counted.length,
    explain: () => ({
      ...frame(rows, asked, message("incentive.book.total")),
      value,
      formula: message("incentive.book.formula.total"),
      ruleVersion: RULE_VERSION,
      inputs: of.sums.map(({ kind, figure }) => ({
        label: message(`incentive.book.kind.${kind}`),
        value: figure.value,
        explain: () => figure.explain(),
      })),
      rows: [],
      notes: of.sums.flatMap(({ figure }) => figure.note ?? []),
    }),
  };
}

function frame(rows: BookRows, asked: BookAsked, what: Message): Pick<Explanation, "title"> {
  const name = rows.members.get(asked.memberId)?.name ?? asked.memberId;
  return { title: message("incentive.book.explain", { name, year: String(asked.year), what }) };
}

function explainedRow(line: BookLine): Explanation["rows"][number] {
  const on: Day = line.on;
  return { ref: line.ref, label: line.text, day: on, amount: { unit: "money", value: line.amount } };
}

function sumOf(lines: readonly BookLine[]): Money {
  return sumMoney(lines.flatMap((line) => line.amount ?? []));
}
