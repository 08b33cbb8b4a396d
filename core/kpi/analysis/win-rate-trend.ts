import { dayNumber } from "../../base/day.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import { bookStart } from "../month-facts.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { dealLines } from "./analysis-lines.ts";
import { dealFigures } from "./deal-figures.ts";
import type { DealFigures } from "./deal-figures.ts";
import { STATE } from "./line-book.ts";

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
  if (periods.length === 0) return [];
  const book = dealLines(context);
  const { day, state } = book;
  const starts = periods.map(({ start }) => dayNumber(start));
  const end = dayNumber(periods.at(-1)!.end);
  const won = periods.map(() => [] as number[]);
  const lost = periods.map(() => [] as number[]);
  const isIn = lineTest(book, filter);
  for (let line = 0; line < state.length; line += 1) {
    const is = state[line];
    if (is !== STATE.won && is !== STATE.lost) continue;
    const on = day[line]!;
    if (on < starts[0]! || on >= end || !isIn(line)) continue;
    let step = starts.length - 1;
    while (starts[step]! > on) step -= 1;
    (is === STATE.won ? won : lost)[step]!.push(line);
  }
  const open = { book, at: [] };
  return periods.map((period, step) => {
    const deals = { won: { book, at: won[step]! }, lost: { book, at: lost[step]! }, open };
    return { period, figures: dealFigures(context, { ...filter, period }, { deals }) };
  });
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
