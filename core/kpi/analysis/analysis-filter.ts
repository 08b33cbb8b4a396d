import type { Subject } from "../../base/id.ts";
import { inPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { SOURCES } from "../../customer/records.ts";
import type { Source } from "../../customer/records.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { dealLines } from "./analysis-lines.ts";
import type { DealLine, Line } from "./analysis-lines.ts";
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
  readonly won: readonly DealLine[];
  readonly lost: readonly DealLine[];
  readonly open: readonly DealLine[];
  readonly undated: readonly DealLine[];
}

/** The deals of a filter in one pass over the book's lines.
 * @example analysedDeals(kpiWorld({ deals: [aDeal("d1")] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }).open.length // => 1
 */
export function analysedDeals(context: KpiContext, filter: AnalysisFilter): AnalysedDeals {
  const found = {
    won: [] as DealLine[],
    lost: [] as DealLine[],
    open: [] as DealLine[],
    undated: [] as DealLine[],
  };
  const isIn = lineTest(filter);
  for (const chunk of dealLines(context)) {
    for (const line of chunk) {
      if (!isIn(line)) continue;
      const { category } = line.fact;
      if (category === "open") found.open.push(line);
      else if (!line.isDated) found.undated.push(line);
      else if (inPeriod(line.day, filter.period)) found[category === "won" ? "won" : "lost"].push(line);
    }
  }
  return found;
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
 * @example lineTest({ subject: { kind: "unassigned" }, source: null })({ memberId: null, groupId: null, fact: { source: "zoho" } }) // => true
 */
export function lineTest({
  subject,
  source,
}: Pick<AnalysisFilter, "subject" | "source">): (
  line: Pick<Line, "memberId" | "groupId"> & { readonly fact: { readonly source: Source } },
) => boolean {
  return (line) => {
    if (source !== null && line.fact.source !== source) return false;
    if (subject.kind === "team") return true;
    if (subject.kind === "unassigned") return line.memberId === null;
    return subject.kind === "member" ? line.memberId === subject.id : line.groupId === subject.id;
  };
}

/** The lines of a filter's subject and source, whatever their day.
 * @example filteredLines([[{ memberId: "m1", groupId: null, fact: { source: "zoho" } }]], { subject: { kind: "unassigned" }, source: null }) // => []
 */
export function filteredLines<L extends Parameters<ReturnType<typeof lineTest>>[0]>(
  chunks: Chunks<L>,
  filter: Pick<AnalysisFilter, "subject" | "source">,
): readonly L[] {
  const isIn = lineTest(filter);
  const found: L[] = [];
  for (const chunk of chunks) for (const line of chunk) if (isIn(line)) found.push(line);
  return found;
}
