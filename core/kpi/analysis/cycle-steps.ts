import { message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { entryRows } from "../metrics/measure.ts";
import { cycleDays } from "../metrics/sales-cycle.ts";
import { countOf } from "../metrics/sums.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { lineTally } from "./line-tally.ts";

/** How long won deals took, in steps of days. */
export const CYCLE_STEPS = ["to-30", "to-60", "to-90", "to-180", "over-180", "unknown"] as const;
export type CycleStep = (typeof CYCLE_STEPS)[number];

/** The deals won in the period by the days from created to won; those that do not know both days, or know them the wrong way
 * round, stand under `unknown`.
 * @example cycleSteps(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })).length // => 6
 */
export function cycleSteps(
  context: KpiContext,
  filter: AnalysisFilter,
  deals: AnalysedDeals,
): readonly { readonly step: CycleStep; readonly count: KpiValue }[] {
  const { book, at } = deals.won;
  const byStep = new Map<CycleStep, number[]>(CYCLE_STEPS.map((step) => [step, []]));
  for (const line of at) byStep.get(stepOf(book.detail[line]!))!.push(line);
  return CYCLE_STEPS.map((step) => {
    const count = lineTally({ book, at: byStep.get(step)! });
    const rows = () =>
      entryRows(WON_DEALS, count.entries(), (entry) => ({ unit: "days" as const, value: cycleDays(entry) }));
    return {
      step,
      count: analysisFigure(context, {
        filter,
        figure: "cycle-count",
        measure: { ...countOf(WON_DEALS, count), rows },
        part: message(`customer.analysis.cycle.${step}`),
      }),
    };
  });
}

function stepOf(days: number): CycleStep {
  if (days < 0) return "unknown";
  if (days <= 30) return "to-30";
  if (days <= 60) return "to-60";
  if (days <= 90) return "to-90";
  return days <= 180 ? "to-180" : "over-180";
}
