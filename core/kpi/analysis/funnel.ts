import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { inPeriod } from "../../base/period.ts";
import type { Stage, StageEvent } from "../../customer/records.ts";
import { stageStays } from "../../customer/stage-age.ts";
import { eventsByDeal } from "../../customer/stage-norms.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { memoBy } from "../memo-by.ts";
import { countInput, entryRows, noMeasure, ratioOf, shareQuantity } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { countOf } from "../metrics/sums.ts";
import { analysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { dealLines, wholeEntries } from "./analysis-lines.ts";
import type { DealLine } from "./analysis-lines.ts";
import { analysisStages } from "./analysis-stages.ts";
import type { AnalysisStages } from "./analysis-stages.ts";

/** One open stage of the funnel. */
export interface FunnelStage {
  readonly stage: Stage;
  readonly entered: KpiValue;
  readonly movedOn: KpiValue;
  /** Moved on ÷ entered. */
  readonly conversion: KpiValue;
}

/** A deal's first move into an open stage, and whether it got beyond that stage since. */
interface Passage {
  readonly line: DealLine;
  readonly place: number;
  readonly on: Day;
  readonly hasMovedOn: boolean;
}

/** Stage conversion from stage history: of the deals that entered a stage in the period (each once, on its first entry),
 * those that have moved on since: into a later open stage or to won. What is still there, went back or was lost has not.
 * Deals without stage history are in no stage's number; a book without any gives no value.
 * @example funnel(kpiWorld({ deals: [aDeal("d1", { stage: "Offer" })] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })[0].conversion.note // => { key: "customer.analysis.none.stage-history" }
 */
export function funnel(context: KpiContext, filter: AnalysisFilter): readonly FunnelStage[] {
  const { open } = analysisStages(context);
  const entered = open.map(() => [] as Passage[]);
  const isIn = lineTest(filter);
  let known = 0;
  for (const chunk of passages(context)) {
    for (const passage of chunk) {
      known += 1;
      if (inPeriod(passage.on, filter.period) && isIn(passage.line)) entered[passage.place]!.push(passage);
    }
  }
  return open.map((stage, place) => {
    const all = entered[place]!;
    const moved = all.filter((passage) => passage.hasMovedOn);
    const silent = known === 0 ? noMeasure(message("customer.analysis.none.stage-history")) : null;
    const figure = (key: "entered" | "moved-on" | "conversion", measure: Measure) =>
      analysisFigure(context, { filter, figure: key, measure: silent ?? measure, part: stage.stage });
    return {
      stage,
      entered: figure("entered", passageCount(all)),
      movedOn: figure("moved-on", passageCount(moved)),
      conversion: figure("conversion", conversionOf(all, moved)),
    };
  });
}

function passageCount(of: readonly Passage[]): Measure {
  const lines = wholeEntries(of.map((passage) => passage.line));
  return { ...countOf(WON_DEALS, lines), rows: () => entryRows(WON_DEALS, linesOn(of), shareQuantity) };
}

function conversionOf(all: readonly Passage[], moved: readonly Passage[]): Measure {
  const of = passageCount(all);
  const on = passageCount(moved);
  const value = ratioOf(on.value ?? 0, of.value ?? 0);
  if (value === null) return noMeasure(message("customer.analysis.none.entered"));
  return {
    value,
    n: of.n,
    notes: [],
    inputs: () => [
      countInput("customer.analysis.input.moved-on", on.value ?? 0),
      countInput("customer.analysis.input.entered", of.value ?? 0),
    ],
    rows: () => {
      const facts = new Set<unknown>(moved.map((passage) => passage.line.fact));
      return entryRows(WON_DEALS, linesOn(all), (entry) =>
        facts.has(entry.fact) ? shareQuantity(entry) : { unit: "count", value: 0 },
      );
    },
  };
}

/** Each deal with the day on which it entered, which is the day its row shows. */
function linesOn(of: readonly Passage[]): readonly DealLine[] {
  return wholeEntries(of.map(({ line, on }) => ({ ...line, day: on })));
}

function passages(context: KpiContext): Chunks<Passage> {
  const lines = dealLines(context);
  const stages = analysisStages(context);
  const { stageEvents } = context.facts;
  return memoBy([lines, stageEvents], `passages:${stages.key}`, () => {
    const byDeal = eventsByDeal(stageEvents);
    return lines.map((chunk) =>
      memoBy([chunk, stageEvents], `passages-chunk:${stages.key}`, () =>
        chunk.flatMap((line) => {
          const events = byDeal.get(line.fact.id);
          return events ? passagesOf(line, events, stages) : [];
        }),
      ),
    );
  });
}

function passagesOf(
  line: DealLine,
  events: readonly StageEvent[],
  stages: AnalysisStages,
): readonly Passage[] {
  const found: Passage[] = [];
  const seen = new Set<number>();
  let furthest = line.fact.category === "won" ? Number.POSITIVE_INFINITY : -1;
  // From the last stay to the first, so that what came later is known.
  for (const { stage, from } of stageStays(events).toReversed()) {
    const place = stages.placeOf(stage);
    if (place !== undefined) found.push({ line, place, on: from, hasMovedOn: furthest > place });
    if (stages.isWon(stage)) furthest = Number.POSITIVE_INFINITY;
    else if (place !== undefined) furthest = Math.max(furthest, place);
  }
  return found.toReversed().filter(({ place }) => !seen.has(place) && seen.add(place));
}
