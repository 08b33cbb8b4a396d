import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { money, WHOLE_PPM } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { entriesOf } from "../entries.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import {
  countInput,
  entryRows,
  missingAmounts,
  moneyInput,
  noMeasure,
  ratioOf,
  shareQuantity,
  silence,
} from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";
import { tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";

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
  readonly won: Tally<Deal>;
  readonly lost: Tally<Deal>;
}

/** The win rate of closed deals: won ÷ (won + lost), by number; a shared deal counts by its share.
 * @example winRateOf({ won: tallyOf([]), lost: tallyOf([]) }).note // => { key: "kpi.none.closed-deals" }
 */
export function winRateOf({ won, lost }: ClosedDeals): Measure {
  const [wins, losses] = [won.parts / WHOLE_PPM, lost.parts / WHOLE_PPM];
  const value = ratioOf(wins, wins + losses);
  if (value === null) return noMeasure(message("kpi.none.closed-deals"));
  return {
    value,
    n: won.n + lost.n,
    notes: [],
    inputs: () => [countInput("kpi.input.won", wins), countInput("kpi.input.lost", losses)],
    rows: () => [
      ...entryRows(WON_DEALS, won.entries(), shareQuantity),
      ...entryRows(LOST_DEALS, lost.entries(), () => ({ unit: "count", value: 0 })),
    ],
  };
}

/** The win rate of closed deals by amount: Σ won ÷ (Σ won + Σ lost).
 * @example winRateValueOf({ won: tallyOf([]), lost: tallyOf([]) }).note // => { key: "kpi.none.closed-amounts" }
 */
export function winRateValueOf({ won, lost }: ClosedDeals): Measure {
  const n = won.n + lost.n;
  const priced = won.priced + lost.priced;
  const value = ratioOf(won.amount, money(won.amount + lost.amount));
  if (value === null) return noMeasure(message("kpi.none.closed-amounts"), n);
  return {
    value,
    n: priced,
    notes: missingAmounts({ n, priced }),
    inputs: () => [
      moneyInput("kpi.input.won-amount", won.amount),
      moneyInput("kpi.input.lost-amount", lost.amount),
    ],
    rows: () => [...entryRows(WON_DEALS, won.entries()), ...entryRows(LOST_DEALS, lost.entries())],
  };
}

function closedDeals(context: KpiContext, subject: Subject, period: Period): ClosedDeals {
  return {
    won: tallyOf(entriesOf(context, WON_DEALS, { subject, span: period })),
    lost: tallyOf(entriesOf(context, LOST_DEALS, { subject, span: period })),
  };
}
