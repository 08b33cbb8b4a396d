import { dayNumber } from "../../base/day.ts";
import type { Subject } from "../../base/id.ts";
import type { Period } from "../../base/period.ts";
import { SOURCES } from "../../customer/records.ts";
import type { Deal, Source } from "../../customer/records.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { dealLines } from "./analysis-lines.ts";
import { STATE } from "./line-book.ts";
import type { LineBook, Lines } from "./line-book.ts";
import type { CountedFact } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";

/** What the analysis looks at. */
export interface AnalysisFilter {
  readonly subject: Subject;
  /** The system that the records came from; `null` for all. */
  readonly source: Source | null;
  readonly period: Period;
}

/** The deals that the analysis looks at, part by part: won and lost ones of the period, those open today, and closed ones
 * that no date tells the period of. */
export interface AnalysedDeals {
  readonly won: Lines<Deal>;
  readonly lost: Lines<Deal>;
  readonly open: Lines<Deal>;
  readonly undated: Lines<Deal>;
}

/** The deals of a filter in one pass over the book's lines.
 * @example analysedDeals(kpiWorld({ deals: [aDeal("d1")] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }).open.at // => [0]
 */
export function analysedDeals(context: KpiContext, filter: AnalysisFilter): AnalysedDeals {
  const book = dealLines(context);
  const { day, state } = book;
  const isIn = lineTest(book, filter);
  const [start, end] = [dayNumber(filter.period.start), dayNumber(filter.period.end)];
  const [won, lost, open, undated]: number[][] = [[], [], [], []];
  for (let line = 0; line < state.length; line += 1) {
    if (!isIn(line)) continue;
    const is = state[line];
    if (is === STATE.open) open!.push(line);
    else if (is === STATE.undated) undated!.push(line);
    else if (day[line]! >= start && day[line]! < end) (is === STATE.won ? won : lost)!.push(line);
  }
  return {
    won: { book, at: won! },
    lost: { book, at: lost! },
    open: { book, at: open! },
    undated: { book, at: undated! },
  };
}

/** The systems that the book's deals and orders came from, in the order of the list of systems.
 * @example bookSources(kpiWorld({ deals: [aDeal("d1")] })) // => ["generic"]
 */
export function bookSources({ facts }: Pick<KpiContext, "facts">): readonly Source[] {
  return memoBy([facts.deals, facts.orders], "sources", () => {
    const found = new Set<Source>();
    for (const chunk of [...facts.deals, ...facts.orders] as Chunks<{ readonly source: Source }>) {
      const ofChunk = memoBy([chunk], "sources", () => new Set(chunk.map((fact) => fact.source)));
      for (const source of ofChunk) found.add(source);
    }
    return SOURCES.filter((source) => found.has(source));
  });
}

/** Whether a line is one of the filter's subject and source; the period is another question.
 * @example lineTest(dealLines(kpiWorld({ deals: [aDeal("d1")] })), { subject: { kind: "unassigned" }, source: "generic" })(0) // => true
 */
export function lineTest<F extends CountedFact>(
  book: LineBook<F>,
  { subject, source }: Pick<AnalysisFilter, "subject" | "source">,
): (line: number) => boolean {
  const wantedSource = source === null ? -1 : SOURCES.indexOf(source);
  const owner = subject.kind === "group" ? book.group : book.member;
  // Nobody has the code 0.
  const wantedOwner =
    subject.kind === "team" ? -1 : book.codes.codeOf(subject.kind === "unassigned" ? null : subject.id);
  return (line) =>
    (wantedSource === -1 || book.source[line] === wantedSource) &&
    (wantedOwner === -1 || owner[line] === wantedOwner);
}
