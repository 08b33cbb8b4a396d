import { message } from "../../base/message.ts";
import { divideRounded, WHOLE_PPM } from "../../base/money.ts";
import type { Deal } from "../../customer/records.ts";
import { WON_DEALS } from "../fact-source.ts";
import { countInput, entryRows, moneyInput, noMeasure } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { cycleOf, medianOf } from "../metrics/sales-cycle.ts";
import type { DealTally } from "../metrics/sales-cycle.ts";
import type { Tally } from "../metrics/tally.ts";
import { winRateOf } from "../metrics/win-rates.ts";

/** `velocity`: what the pipeline brings in a day: open deals × win rate × average won amount ÷ median cycle in days. Whole
 * minor units, rounded half away from zero once. The average is over won deals that have an amount.
 * @example velocityOf({ won: dealTally([]), lost: tallyOf([]), open: tallyOf([]) }).note // => { key: "kpi.none.closed-deals" }
 */
export function velocityOf(deals: {
  readonly won: DealTally;
  readonly lost: Tally<Deal>;
  readonly open: Tally<Deal>;
}): Measure {
  const { won, lost, open } = deals;
  const rate = winRateOf(deals);
  if (rate.value === null) return rate;
  if (won.priced === 0) return noMeasure(message("customer.analysis.none.won-amounts"));
  const cycle = cycleOf(won, medianOf);
  if (cycle.value === null) return cycle;
  if (cycle.value === 0) return noMeasure(message("customer.analysis.none.cycle-zero"));
  const cycleDays = cycle.value;
  const closed = BigInt(won.parts + lost.parts);
  // The median may lie between two whole days: it is doubled on both sides.
  const above = BigInt(open.parts) * BigInt(won.parts) * BigInt(won.amount) * 2n;
  const below = closed * BigInt(won.pricedParts) * BigInt(Math.round(cycleDays * 2));
  const average = Number(divideRounded(BigInt(won.amount) * 1_000_000n, BigInt(won.pricedParts)));
  return {
    value: Number(divideRounded(above, below)),
    n: won.n + lost.n + open.n,
    notes: [],
    inputs: () => [
      countInput("customer.analysis.input.open", open.parts / WHOLE_PPM),
      { label: message("kpi.metric.win-rate"), value: { unit: "percent", value: rate.value } },
      moneyInput("customer.analysis.input.average-won", average as typeof won.amount),
      { label: message("kpi.metric.cycle-median-days"), value: { unit: "days", value: cycleDays } },
    ],
    rows: () => [
      ...entryRows(WON_DEALS, won.entries()),
      ...entryRows(WON_DEALS, lost.entries(), () => ({ unit: "money", value: null })),
      ...entryRows(WON_DEALS, open.entries()),
    ],
  };
}
