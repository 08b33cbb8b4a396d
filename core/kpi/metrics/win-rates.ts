import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { money } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import {
  countInput,
  countShares,
  entryRows,
  missingAmounts,
  moneyInput,
  noMeasure,
  ratioOf,
  shareQuantity,
  silence,
  sumAmounts,
} from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";

/** `win-rate`: won ÷ (won + lost) deals closed in the period. Void deals are out. n is won + lost. */
export const WIN_RATE: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = silence(context, WON_DEALS, period);
    if (silent) return noMeasure(silent);
    return winRateOf(closedDeals(context, subject, period));
  },
};

/** `win-rate-value`: Σ won ÷ (Σ won + Σ lost) by amount. n counts the deals that have an amount. */
export const WIN_RATE_VALUE: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = silence(context, WON_DEALS, period);
    if (silent) return noMeasure(silent);
    return winRateValueOf(closedDeals(context, subject, period));
  },
};

/** Deals that were won and lost, as they count for somebody. */
export interface ClosedDeals {
  readonly won: readonly Entry<Deal>[];
  readonly lost: readonly Entry<Deal>[];
}

/** The win rate of closed deals: won ÷ (won + lost), by number; a shared deal counts by its share.
 * @example winRateOf({ won: [], lost: [] }).note // => { key: "kpi.none.closed-deals" }
 */
export function winRateOf({ won, lost }: ClosedDeals): Measure {
  const value = ratioOf(countShares(won), countShares(won) + countShares(lost));
  if (value === null) return noMeasure(message("kpi.none.closed-deals"));
  return {
    value,
    n: won.length + lost.length,
    notes: [],
    inputs: () => [
      countInput("kpi.input.won", countShares(won)),
      countInput("kpi.input.lost", countShares(lost)),
    ],
    rows: () => [
      ...entryRows(WON_DEALS, won, shareQuantity),
      ...entryRows(LOST_DEALS, lost, () => ({ unit: "count", value: 0 })),
    ],
  };
}

/** The win rate of closed deals by amount: Σ won ÷ (Σ won + Σ lost).
 * @example winRateValueOf({ won: [], lost: [] }).note // => { key: "kpi.none.closed-amounts" }
 */
export function winRateValueOf({ won, lost }: ClosedDeals): Measure {
  const closed = [...won, ...lost];
  const wonAmount = sumAmounts(won);
  const lostAmount = sumAmounts(lost);
  const value = ratioOf(wonAmount, money(wonAmount + lostAmount));
  if (value === null) return noMeasure(message("kpi.none.closed-amounts"), closed.length);
  return {
    value,
    n: closed.filter((entry) => entry.amount !== null).length,
    notes: missingAmounts(closed),
    inputs: () => [
      moneyInput("kpi.input.won-amount", wonAmount),
      moneyInput("kpi.input.lost-amount", lostAmount),
    ],
    rows: () => [...entryRows(WON_DEALS, won), ...entryRows(LOST_DEALS, lost)],
  };
}

function closedDeals(context: KpiContext, subject: Subject, period: Period): ClosedDeals {
  return {
    won: entriesOf(context, WON_DEALS, { subject, span: period }),
    lost: entriesOf(context, LOST_DEALS, { subject, span: period }),
  };
}
