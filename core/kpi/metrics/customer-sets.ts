import type { ExplainedRow } from "../../base/explain.ts";
import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { customerKeyOf } from "../customer-key.ts";
import type { KpiContext } from "../context.ts";
import { attribute, entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { bookStart, ORDERS, WON_DEALS } from "../fact-source.ts";
import type { FactSource } from "../fact-source.ts";
import { firstsBetween } from "../first-purchases.ts";
import type { Purchase } from "../first-purchases.ts";
import { memoBy } from "../memo-by.ts";
import { countInput, countShares, entryRows, noMeasure, ratioOf, shareQuantity, silence } from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";

/** The first fact that put a customer into a set, as a row with what it adds. Made when somebody asks: a set of a large
 * book has thousands. */
export type FirstSale = (adds: Quantity) => ExplainedRow;

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
    const active = customersIn(context, subject, period);
    return {
      value: active.size,
      n: active.size,
      notes: [],
      inputs: () => [],
      rows: () => setRows(active, () => ({ unit: "count", value: 1 })),
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
    const before = customersIn(context, subject, shiftPeriod(period, -1, context.settings.fiscalStart));
    const now = customersIn(context, subject, period);
    return retentionOf({ before, now, isRunning: period.end > context.today });
  },
};

/** Of the customers of the previous period, those of this one: kept ÷ before, as sets.
 * @example retentionOf({ before: new Map(), now: new Map(), isRunning: false }).note // => { key: "kpi.none.previous-customers" }
 */
export function retentionOf(of: {
  readonly before: ReadonlyMap<string, FirstSale>;
  readonly now: ReadonlyMap<string, unknown>;
  readonly isRunning: boolean;
}): Measure {
  const { before, now } = of;
  const kept = [...before.keys()].filter((key) => now.has(key)).length;
  const value = ratioOf(kept, before.size);
  if (value === null) return noMeasure(message("kpi.none.previous-customers"));
  return {
    value,
    n: before.size,
    notes: of.isRunning ? [message("kpi.note.running")] : [],
    inputs: () => [
      countInput("kpi.input.previous-customers", before.size),
      countInput("kpi.input.kept-customers", kept),
    ],
    rows: () => setRows(before, (key) => ({ unit: "count", value: now.has(key) ? 1 : 0 })),
  };
}

/** The customers to whom a subject sold in a period (won deals and orders), by key, in the order of their first sale.
 * @example [...customersIn(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), { kind: "team" }, period("2026-03", 1)).keys()] // => ["a"]
 */
export function customersIn(
  context: KpiContext,
  subject: Subject,
  period: Period,
): ReadonlyMap<string, FirstSale> {
  const { deals, orders, customers } = context.facts;
  const identities = [deals, orders, customers, context.rows.members, context.rows.memberships] as const;
  return memoBy(identities, `customers:${subjectKey(subject)}:${period.start}/${period.end}`, () => {
    const of = { subject, span: period };
    const won = entriesOf(context, WON_DEALS, of);
    const firstByKey = new Map<string, FirstSale>();
    let next = 0;
    // Both lie by day; on one day the deals come before the orders.
    for (const order of entriesOf(context, ORDERS, of)) {
      for (; next < won.length && won[next]!.day <= order.day; next += 1) {
        addSale(context, firstByKey, { source: WON_DEALS, entry: won[next]! });
      }
      addSale(context, firstByKey, { source: ORDERS, entry: order });
    }
    for (const entry of won.slice(next)) addSale(context, firstByKey, { source: WON_DEALS, entry });
    return firstByKey;
  });
}

function newCustomerEntries<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly period: Period },
): readonly Entry<F>[] {
  const { start, end } = of.period;
  const identities = [
    source.chunks(context),
    context.facts.customers,
    context.rows.members,
    context.rows.memberships,
  ] as const;
  const bySubject = memoBy(identities, `${source.key}:new:${start}/${end}`, () =>
    attribute(context, source, firstsBetween(context, source, of.period)),
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

function addSale<F extends Purchase>(
  context: KpiContext,
  firstByKey: Map<string, FirstSale>,
  { source, entry }: { readonly source: FactSource<F>; readonly entry: Entry<F> },
): void {
  const key = customerKeyOf(context, entry.fact);
  if (key === null || firstByKey.has(key)) return;
  firstByKey.set(key, (adds) => entryRows(source, [entry], () => adds)[0]!);
}

function setRows(
  customers: ReadonlyMap<string, FirstSale>,
  amountOf: (key: string) => Quantity,
): readonly ExplainedRow[] {
  return [...customers].map(([key, rowOf]) => rowOf(amountOf(key)));
}
