import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import { bookStart } from "../month-facts.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { dealLines } from "./analysis-lines.ts";
import type { DealLine } from "./analysis-lines.ts";
import { dealFigures } from "./deal-figures.ts";
import type { DealFigures } from "./deal-figures.ts";

/** How many periods of a kind a trend goes back, the chosen one included. */
const STEPS = { year: 5, quarter: 8, month: 12 } as const;

/** One period of the trend. */
export interface TrendStep {
  readonly period: Period;
  readonly figures: DealFigures;
}

/** The filter's figures in the periods up to the chosen one, earliest first: twelve months, eight quarters or five years, and
 * none from before the book begins.
 * @example winRateTrend(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }) // => []
 */
export function winRateTrend(context: KpiContext, filter: AnalysisFilter): readonly TrendStep[] {
  const periods = periodsUpTo(context, filter.period);
  const won = periods.map(() => [] as DealLine[]);
  const lost = periods.map(() => [] as DealLine[]);
  const isIn = lineTest(filter);
  const [first] = periods;
  for (const chunk of first ? dealLines(context) : []) {
    for (const line of chunk) {
      const { category } = line.fact;
      if (category === "open" || !line.isDated || line.day < first!.start || !isIn(line)) continue;
      let at = periods.length - 1;
      if (line.day >= periods[at]!.end) continue;
      while (periods[at]!.start > line.day) at -= 1;
      (category === "won" ? won : lost)[at]!.push(line);
    }
  }
  return periods.map((period, at) => ({
    period,
    figures: dealFigures(
      context,
      { ...filter, period },
      { deals: { won: won[at]!, lost: lost[at]!, open: [] } },
    ),
  }));
}

function periodsUpTo(context: KpiContext, last: Period): readonly Period[] {
  const starts = [bookStart(context, WON_DEALS), bookStart(context, LOST_DEALS)].filter(
    (day) => day !== null,
  );
  const start = starts.toSorted()[0];
  if (start === undefined) return [];
  const periods = Array.from({ length: STEPS[last.kind] }, (_, at) =>
    shiftPeriod(last, at + 1 - STEPS[last.kind], context.settings.fiscalStart),
  );
  return periods.filter((period) => period.end > start);
}
