import { message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { KpiContext } from "../context.ts";
import { entriesOf } from "../entries.ts";
import { PAID_ORDERS, PAYMENTS } from "../fact-source.ts";
import type { CountedFact, FactSource } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import { entryRows, missingAmounts, noMeasure, shareQuantity, silence } from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";
import { tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";

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
      return amountOf(source, tallyOf(entriesOf(context, source, { subject, span: period })));
    },
  };
}

/** The sum of entries' amounts; n counts those that have one.
 * @example amountOf(WON_DEALS, tallyOf([])).value // => 0
 */
export function amountOf<F extends CountedFact>(source: FactSource<F>, of: Tally<F>): Measure {
  return {
    value: of.amount,
    n: of.priced,
    notes: missingAmounts(of),
    inputs: () => [],
    rows: () => entryRows(source, of.entries()),
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
      return countOf(source, tallyOf(entriesOf(context, source, { subject, span: period })));
    },
  };
}

/** The number of entries' facts, by their shares.
 * @example countOf(WON_DEALS, tallyOf([])).value // => 0
 */
export function countOf<F extends CountedFact>(source: FactSource<F>, of: Tally<F>): Measure {
  return {
    value: of.parts / WHOLE_PPM,
    n: of.n,
    notes: [],
    inputs: () => [],
    rows: () => entryRows(source, of.entries(), shareQuantity),
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
