import { message } from "../../base/message.ts";
import { divideRounded } from "../../base/money.ts";
import type { Deal } from "../../customer/records.ts";
import type { Entry } from "../entries.ts";
import { WON_DEALS } from "../fact-source.ts";
import { countInput, countShares, entryRows, moneyInput, noMeasure, sumAmounts } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { cycleOf, medianOf } from "../metrics/sales-cycle.ts";
import { winRateOf } from "../metrics/win-rates.ts";

/** `velocity`: what the pipeline brings in a day: open deals × win rate × average won amount ÷ median cycle in days. Whole
 * minor units, rounded half away from zero once. The average is over won deals that have an amount.
 * @example velocityOf({ won: [], lost: [], open: [] }).note // => { key: "kpi.none.closed-deals" }
 */
export function velocityOf(deals: {
  readonly won: readonly Entry<Deal>[];
  readonly lost: readonly Entry<Deal>[];
  readonly open: readonly Entry<Deal>[];
}): Measure {
  const { won, lost, open } = deals;
  const rate = winRateOf(deals);
  if (rate.value === null) return rate;
  const priced = won.filter((entry) => entry.amount !== null);
  if (priced.length === 0) return noMeasure(message("customer.analysis.none.won-amounts"));
  const cycle = cycleOf(won, medianOf);
  if (cycle.value === null) return cycle;
  if (cycle.value === 0) return noMeasure(message("customer.analysis.none.cycle-zero"));
  const cycleDays = cycle.value;
  const amount = sumAmounts(priced);
  const closed = partsOf(won) + partsOf(lost);
  // The median may lie between two whole days: it is doubled on both sides.
  const above = partsOf(open) * partsOf(won) * BigInt(amount) * 2n;
  const below = closed * partsOf(priced) * BigInt(Math.round(cycleDays * 2));
  const average = Number(divideRounded(BigInt(amount) * 1_000_000n, partsOf(priced)));
  return {
    value: Number(divideRounded(above, below)),
    n: won.length + lost.length + open.length,
    notes: [],
    inputs: () => [
      countInput("customer.analysis.input.open", countShares(open)),
      { label: message("kpi.metric.win-rate"), value: { unit: "percent", value: rate.value } },
      moneyInput("customer.analysis.input.average-won", average as typeof amount),
      { label: message("kpi.metric.cycle-median-days"), value: { unit: "days", value: cycleDays } },
    ],
    rows: () => [
      ...entryRows(WON_DEALS, won),
      ...entryRows(WON_DEALS, lost, () => ({ unit: "money", value: null })),
      ...entryRows(WON_DEALS, open),
    ],
  };
}

/** The shares in parts per million: whole numbers all along. */
function partsOf(entries: readonly Entry<Deal>[]): bigint {
  let parts = 0;
  for (const entry of entries) parts += entry.share;
  return BigInt(parts);
}
