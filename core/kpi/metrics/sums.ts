import { message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { PAID_ORDERS, PAYMENTS } from "../fact-source.ts";
import type { CountedFact, FactSource } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import {
  countShares,
  entryRows,
  missingAmounts,
  noMeasure,
  shareQuantity,
  silence,
  sumAmounts,
} from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";

/** The sum of a source's amounts: `won-amount`, `order-amount`. n counts the facts that have an amount.
 * @example amountRule(PAYMENTS).measure(kpiWorld({}), { kind: "team" }, period("2026-03", 1)).note // => { key: "kpi.none.payments" }
 */
export function amountRule<F extends CountedFact>(source: FactSource<F>): MetricRule {
  return {
    unit: "money",
    kind: "flow",
    version: 1,
    measure(context, subject, period) {
      const silent = silence(context, source, period);
      if (silent) return noMeasure(silent);
      return amountOf(source, entriesOf(context, source, { subject, span: period }));
    },
  };
}

/** The sum of entries' amounts; n counts those that have one.
 * @example amountOf(WON_DEALS, []).value // => 0
 */
export function amountOf<F extends CountedFact>(
  source: FactSource<F>,
  entries: readonly Entry<F>[],
): Measure {
  return {
    value: sumAmounts(entries),
    n: entries.filter((entry) => entry.amount !== null).length,
    notes: missingAmounts(entries),
    inputs: () => [],
    rows: () => entryRows(source, entries),
  };
}

/** The number of a source's facts: `won-count`, `lost-count`, `order-count`. A shared fact counts by its share, so that
 * members add up to the team.
 * @example countRule(PAYMENTS).unit // => "count"
 */
export function countRule<F extends CountedFact>(source: FactSource<F>): MetricRule {
  return {
    unit: "count",
    kind: "flow",
    version: 1,
    measure(context, subject, period) {
      const silent = silence(context, source, period);
      if (silent) return noMeasure(silent);
      return countOf(source, entriesOf(context, source, { subject, span: period }));
    },
  };
}

/** The number of entries' facts, by their shares.
 * @example countOf(WON_DEALS, []).value // => 0
 */
export function countOf<F extends CountedFact>(source: FactSource<F>, entries: readonly Entry<F>[]): Measure {
  return {
    value: countShares(entries),
    n: entries.length,
    notes: [],
    inputs: () => [],
    rows: () => entryRows(source, entries, shareQuantity),
  };
}

const fromPayments = amountRule(PAYMENTS);
const fromOrders = amountRule(PAID_ORDERS);

/** `paid-amount`: payments where the book has any; else the paid parts of orders, by the date of the order. */
export const PAID_AMOUNT: MetricRule = {
  ...fromPayments,
  measure(context, subject, period) {
    if (context.facts.payments.some((chunk) => chunk.length > 0)) {
      return fromPayments.measure(context, subject, period);
    }
    if (!hasPaidOrders(context)) return noMeasure(message("kpi.none.payments"));
    const measure = fromOrders.measure(context, subject, period);
    return measure.value === null
      ? measure
      : { ...measure, notes: [...measure.notes, message("kpi.note.paid-by-order-date")] };
  },
};

function hasPaidOrders(context: KpiContext): boolean {
  return context.facts.orders.some((chunk) =>
    memoBy([chunk], "has-paid", () => chunk.some((order) => order.paid !== undefined)),
  );
}
