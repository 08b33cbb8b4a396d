import { dayNumber } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import { pageEvents } from "../../customer/deal-events.ts";
import type { Deal, Stage, StageEvent } from "../../customer/records.ts";
import { stageStays } from "../../customer/stage-age.ts";
import type { KpiContext } from "../context.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { memoBy } from "../memo-by.ts";
import { countInput, entryRows, noMeasure, ratioOf, shareQuantity } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { countOf } from "../metrics/sums.ts";
import type { Tally } from "../metrics/tally.ts";
import { analysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { dealLines, pageDealLines } from "./analysis-lines.ts";
import { analysisStages } from "./analysis-stages.ts";
import type { AnalysisStages } from "./analysis-stages.ts";
import type { LineBook } from "./line-book.ts";
import { lineTally } from "./line-tally.ts";

/** One open stage of the funnel. */
export interface FunnelStage {
  readonly stage: Stage;
  readonly entered: KpiValue;
  readonly movedOn: KpiValue;
  /** Moved on ÷ entered. */
  readonly conversion: KpiValue;
}

/** First moves of deals into open stages as columns: the line (of its page, or of the book), the place of the stage, the day,
 * and 1 where the deal got beyond that stage since. Those of one line lie side by side. */
interface Passages {
  readonly line: Int32Array;
  readonly place: Int32Array;
  readonly on: Int32Array;
  readonly movedOn: Int32Array;
}
const COLUMNS = ["line", "place", "on", "movedOn"] as const;

/** Stage conversion from stage history: of the deals that entered a stage in the period (each once, on its first entry),
 * those that have moved on since: into a later open stage or to won. What is still there, went back or was lost has not.
 * Deals without stage history are in no stage's number; a book without any gives no value.
 * @example funnel(kpiWorld({ deals: [aDeal("d1", { stage: "Offer" })] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })[0].conversion.note // => { key: "customer.analysis.none.stage-history" }
 */
export function funnel(context: KpiContext, filter: AnalysisFilter): readonly FunnelStage[] {
  const { open } = analysisStages(context);
  const book = dealLines(context);
  const { line, place: places, on, movedOn } = funnelPassages(context, book);
  const sorted = open.map(() => ({ all: emptyLines(book), moved: emptyLines(book) }));
  const isIn = lineTest(book, filter);
  const [start, end] = [dayNumber(filter.period.start), dayNumber(filter.period.end)];
  for (let at = 0; at < line.length; at += 1) {
    if (on[at]! < start || on[at]! >= end || !isIn(line[at]!)) continue;
    const { all, moved } = sorted[places[at]!]!;
    for (const lines of movedOn[at] === 1 ? [all, moved] : [all]) {
      lines.at.push(line[at]!);
      lines.on.push(on[at]!);
    }
  }
  return open.map((stage, place) => {
    const all = lineTally(sorted[place]!.all);
    const moved = lineTally(sorted[place]!.moved);
    const silent = line.length === 0 ? noMeasure(message("customer.analysis.none.stage-history")) : null;
    const figure = (key: "entered" | "moved-on" | "conversion", measure: Measure) =>
      analysisFigure(context, { filter, figure: key, measure: silent ?? measure, part: stage.stage });
    return {
      stage,
      entered: figure("entered", countOf(WON_DEALS, all)),
      movedOn: figure("moved-on", countOf(WON_DEALS, moved)),
      conversion: figure("conversion", conversionOf(all, moved)),
    };
  });
}

function emptyLines(book: LineBook<Deal>) {
  return { book, at: [] as number[], on: [] as number[] };
}

function conversionOf(all: Tally<Deal>, moved: Tally<Deal>): Measure {
  const [of, on] = [all.parts / WHOLE_PPM, moved.parts / WHOLE_PPM];
  const value = ratioOf(on, of);
  if (value === null) return noMeasure(message("customer.analysis.none.entered"));
  return {
    value,
    n: all.n,
    notes: [],
    inputs: () => [
      countInput("customer.analysis.input.moved-on", on),
      countInput("customer.analysis.input.entered", of),
    ],
    rows: () => {
      const facts = new Set<unknown>(moved.entries().map((entry) => entry.fact));
      return entryRows(WON_DEALS, all.entries(), (entry) =>
        facts.has(entry.fact) ? shareQuantity(entry) : { unit: "count", value: 0 },
      );
    },
  };
}

/** The passages of all deals, page after page, with the lines of the book.
 * @example funnelPassages(kpiWorld({}), lineBook([], newCodes())).line.length // => 0
 */
export function funnelPassages(context: KpiContext, book: LineBook<Deal>): Passages {
  const { deals, stageEvents } = context.facts;
  const stages = analysisStages(context);
  return memoBy([book, stageEvents], `passages:${stages.key}`, () => {
    const pages = deals.map((_, page) => pagePassages(context, page));
    const size = pages.reduce((sum, { line }) => sum + line.length, 0);
    const joined = (column: (typeof COLUMNS)[number]) => {
      const into = new Int32Array(size);
      let from = 0;
      for (const [page, of] of pages.entries()) {
        into.set(of[column], from);
        const until = from + of.line.length;
        const first = column === "line" ? book.starts[page]! : 0;
        if (first > 0) for (let at = from; at < until; at += 1) into[at]! += first;
        from = until;
      }
      return into;
    };
    return { line: joined("line"), place: joined("place"), on: joined("on"), movedOn: joined("movedOn") };
  });
}

/** The passages of one page of deals; made ahead of the questions when there is time.
 * @example pagePassages(kpiWorld({ deals: [aDeal("d1")] }), 0).line.length // => 0
 */
export function pagePassages(context: KpiContext, page: number): Passages {
  const deals = context.facts.deals[page]!;
  const lists = pageEvents(deals, context.facts.stageEvents);
  const lines = pageDealLines(context, page);
  const stages = analysisStages(context);
  return memoBy([lines, lists], `page-passages:${stages.key}`, () => {
    const columns = { line: [], place: [], on: [], movedOn: [] } as Record<
      (typeof COLUMNS)[number],
      number[]
    >;
    const listByDeal = new Map(deals.map((deal, at) => [deal, lists[at]!]));
    for (const [line, deal] of lines.facts.entries()) {
      for (const passage of passagesOf(deal, listByDeal.get(deal)!, stages)) {
        columns.line.push(line);
        columns.place.push(passage.place);
        columns.on.push(dayNumber(passage.on));
        columns.movedOn.push(passage.hasMovedOn ? 1 : 0);
      }
    }
    const whole = (column: (typeof COLUMNS)[number]) => Int32Array.from(columns[column]);
    return { line: whole("line"), place: whole("place"), on: whole("on"), movedOn: whole("movedOn") };
  });
}

function passagesOf(deal: Deal, events: readonly StageEvent[], stages: AnalysisStages) {
  const found: { readonly place: number; readonly on: Day; readonly hasMovedOn: boolean }[] = [];
  const seen = new Set<number>();
  let furthest = deal.category === "won" ? Number.POSITIVE_INFINITY : -1;
  // From the last stay to the first, so that what came later is known.
  for (const { stage, from } of stageStays(events).toReversed()) {
    const place = stages.placeOf(stage);
    if (place !== undefined) found.push({ place, on: from, hasMovedOn: furthest > place });
    if (stages.isWon(stage)) furthest = Number.POSITIVE_INFINITY;
    else if (place !== undefined) furthest = Math.max(furthest, place);
  }
  return found.toReversed().filter(({ place }) => !seen.has(place) && seen.add(place));
}
