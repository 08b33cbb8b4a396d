import type { Message } from "../../base/message.ts";
import { message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { LOST_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { ratioOf } from "../metrics/measure.ts";
import { amountOf, countOf } from "../metrics/sums.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { lineTally } from "./line-tally.ts";

/** Why deals were lost: one reason, with how often and for how much. */
export interface LossReason {
  /** "" where no reason is filled in. */
  readonly key: string;
  readonly label: string | Message;
  readonly count: KpiValue;
  readonly amount: KpiValue;
  /** Of all deals lost in the period, by number. */
  readonly share: number | null;
}

/** The reasons of the deals lost in the period, the most frequent first; deals without a reason last.
 * @example lossReasons(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })) // => []
 */
export function lossReasons(
  context: KpiContext,
  filter: AnalysisFilter,
  deals: AnalysedDeals,
): readonly LossReason[] {
  const { book, at } = deals.lost;
  const byReason = new Map<string, number[]>();
  for (const line of at) {
    const reason = book.facts[line]!.lossReason?.trim() ?? "";
    const lines = byReason.get(reason);
    if (lines) lines.push(line);
    else byReason.set(reason, [line]);
  }
  const all = countOf(LOST_DEALS, lineTally(deals.lost)).value ?? 0;
  const reasons = [...byReason].map(([key, lines]): LossReason => {
    const label = key === "" ? message("customer.analysis.blank") : key;
    const tally = lineTally({ book, at: lines });
    const count = countOf(LOST_DEALS, tally);
    return {
      key,
      label,
      count: analysisFigure(context, { filter, figure: "lost-count", measure: count, part: label }),
      amount: analysisFigure(context, {
        filter,
        figure: "lost-amount",
        measure: amountOf(LOST_DEALS, tally),
        part: label,
      }),
      share: ratioOf(count.value ?? 0, all),
    };
  });
  return reasons.toSorted(
    (a, b) =>
      Number(a.key === "") - Number(b.key === "") ||
      (b.count.value.value ?? 0) - (a.count.value.value ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );
}
