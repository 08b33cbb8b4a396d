import type { ExplainedRow } from "../../base/explain.ts";
import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { Deal, Order } from "../../customer/records.ts";
import { customerKeyOf } from "../customer-key.ts";
import { countShared, customersSold } from "../customer-numbers.ts";
import type { KpiContext } from "../context.ts";
import { attribute, entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { ORDERS, WON_DEALS } from "../fact-source.ts";
import type { FactSource } from "../fact-source.ts";
import { firstsBetween } from "../first-purchases.ts";
import type { Purchase } from "../first-purchases.ts";
import { memoBy } from "../memo-by.ts";
import { bookStart } from "../month-facts.ts";
import { sameList } from "../same-list.ts";
import { countInput, countShares, entryRows, noMeasure, ratioOf, shareQuantity, silence } from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";

/** The first fact that put a customer into a set. */
type FirstSale =
  | { readonly source: typeof WON_DEALS; readonly entry: Entry<Deal> }
  | { readonly source: typeof ORDERS; readonly entry: Entry<Order> };

/** `new-customers-by-deal`, `new-customers-by-order`: customers whose first won deal or order of the whole book falls in the
 * period, credited to that fact's owner. The day on which the book begins is noted: who bought before it looks new.
 * @example newCustomersRule(ORDERS).measure(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), { kind: "team" }, period("2026-03", 1)).value // => 1
 */
export function newCustomersRule<F extends Purchase>(source: FactSource<F>): MetricRule {
  return {
    unit: "count",
    kind: "flow",
    version: 1,
    measure(context, subject, period) {
      const silent = silence(context, source, period);
      if (silent) return noMeasure(silent);
      const entries = newCustomerEntries(context, source, { subject, period });
      const start = bookStart(context, source);
      return {
        value: countShares(entries),
        n: entries.length,
        notes: start === null ? [] : [message("kpi.note.book-start", { day: { day: start } })],
        inputs: () => [],
        rows: () => entryRows(source, entries, shareQuantity),
      };
    },
  };
}

/** `active-customers`: customers with a won deal or an order in the period, each once. */
export const ACTIVE_CUSTOMERS: MetricRule = {
  unit: "count",
  kind: "level",
  version: 1,
  measure(context, subject, period) {
    const silent = bothSilent(context, period);
    if (silent) return noMeasure(silent);
    const active = customersSold(context, subject, period).length;
    return {
      value: active,
      n: active,
      notes: [],
      inputs: () => [],
      rows: () => setRows(customersIn(context, subject, period), () => ({ unit: "count", value: 1 })),
    };
  },
};

/** `retention`: of the subject's customers with a won deal or an order in the previous period of the same length, those with
 * one in this period too, as sets. n is the number in the previous period. */
export const RETENTION: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = bothSilent(context, period);
    if (silent) return noMeasure(silent);
    const previous = shiftPeriod(period, -1, context.settings.fiscalStart);
    const before = customersSold(context, subject, previous);
    return retentionOf({
      before: before.length,
      kept: countShared(before, customersSold(context, subject, period)),
      isRunning: period.end > context.today,
      rows: () => {
        const now = customersIn(context, subject, period);
        const ofBefore = customersIn(context, subject, previous);
        return setRows(ofBefore, (key) => ({ unit: "count", value: now.has(key) ? 1 : 0 }));
      },
    });
  },
};

/** Of the customers of the previous period, those of this one: kept ÷ before, as sets.
 * @example retentionOf({ before: 0, kept: 0, isRunning: false, rows: () => [] }).note // => { key: "kpi.none.previous-customers" }
 */
export function retentionOf(of: {
  readonly before: number;
  readonly kept: number;
  readonly isRunning: boolean;
  rows(): readonly ExplainedRow[];
}): Measure {
  const { before, kept } = of;
  const value = ratioOf(kept, before);
  if (value === null) return noMeasure(message("kpi.none.previous-customers"));
  return {
    value,
    n: before,
    notes: of.isRunning ? [message("kpi.note.running")] : [],
    inputs: () => [
      countInput("kpi.input.previous-customers", before),
      countInput("kpi.input.kept-customers", kept),
    ],
    rows: () => of.rows(),
  };
}

/** The customers to whom a subject sold in a period by key, in the order of their first sale. */
function customersIn(context: KpiContext, subject: Subject, period: Period): ReadonlyMap<string, FirstSale> {
  const of = { subject, span: period };
  const won = entriesOf(context, WON_DEALS, of);
  const ordered = entriesOf(context, ORDERS, of);
  return memoBy([won, ordered, context.facts.customers], "customers", () => {
    const firstByKey = new Map<string, FirstSale>();
    let next = 0;
    // Both lie by day; on one day the deals come before the orders.
    for (const order of ordered) {
      for (; next < won.length && won[next]!.day <= order.day; next += 1) {
        addDeal(won[next]!);
      }
      const key = customerKeyOf(context, order.fact);
      if (key !== null && !firstByKey.has(key)) firstByKey.set(key, { source: ORDERS, entry: order });
    }
    for (const deal of won.slice(next)) addDeal(deal);
    return firstByKey;

    function addDeal(entry: Entry<Deal>): void {
      const key = customerKeyOf(context, entry.fact);
      if (key !== null && !firstByKey.has(key)) firstByKey.set(key, { source: WON_DEALS, entry });
    }
  });
}

function newCustomerEntries<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly period: Period },
): readonly Entry<F>[] {
  const span = `${of.period.start}/${of.period.end}`;
  const firsts = memoBy(
    [source.chunks(context), context.facts.customers],
    `${source.key}:firsts:${span}`,
    () => sameList({ owner: source, key: `firsts:${span}` }, firstsBetween(context, source, of.period)),
  );
  const { members, memberships } = context.rows;
  const bySubject = memoBy([firsts, members, memberships], `${source.key}:new`, () =>
    attribute(context, source, firsts),
  );
  return bySubject.get(subjectKey(of.subject)) ?? [];
}

/** Orders and deals both make a customer: the book is silent when neither can say anything. */
function bothSilent(context: KpiContext, period: Period): Message | null {
  const orders = silence(context, ORDERS, period);
  const deals = silence(context, WON_DEALS, period);
  if (orders === null || deals === null) return null;
  if (orders.key === "kpi.none.before-book") return orders;
  return deals.key === "kpi.none.before-book" ? deals : message("kpi.none.sales");
}

function setRows(
  customers: ReadonlyMap<string, FirstSale>,
  amountOf: (key: string) => Quantity,
): readonly ExplainedRow[] {
  return [...customers].flatMap(([key, sale]) => {
    const amount = () => amountOf(key);
    return sale.source === ORDERS
      ? entryRows(ORDERS, [sale.entry as Entry<Order>], amount)
      : entryRows(WON_DEALS, [sale.entry as Entry<Deal>], amount);
  });
}
