import { message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { countOf } from "../metrics/sums.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { lineTally } from "./line-tally.ts";

/** Won and lost deals that no date tells the period of: they count in no period, and are listed.
 * @example undatedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })).n // => 0
 */
export function undatedDeals(context: KpiContext, filter: AnalysisFilter, deals: AnalysedDeals): KpiValue {
  const count = countOf(WON_DEALS, lineTally(deals.undated));
  const rows = () => count.rows().map(({ ref, label, amount }) => ({ ref, label, amount }));
  const notes = [message("customer.analysis.note.undated")];
  return analysisFigure(context, { filter, figure: "undated", measure: { ...count, rows, notes } });
}
