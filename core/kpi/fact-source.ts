import type { Day } from "../base/day.ts";
import type { FactTable } from "../base/id.ts";
import type { Money } from "../base/money.ts";
import type { OwnedFact } from "../customer/owner.ts";
import type { Answer, Case, Customer, Deal, Order, Payment } from "../customer/records.ts";
import type { Chunks, KpiContext } from "./context.ts";
import { memoBy } from "./memo-by.ts";

/** A fact that a metric can count. */
export interface CountedFact extends OwnedFact {
  readonly id: string;
}

/** One kind of countable fact: where it lies, the day it counts on, its amount and whom it counts for. */
export interface FactSource<F extends CountedFact = CountedFact> {
  readonly key: string;
  readonly table: FactTable;
  chunks(context: KpiContext): Chunks<F>;
  /** The day on which the fact counts; `null` when it counts in no period. */
  day(fact: F): Day | null;
  amount(fact: F): Money | undefined;
  /** What the fact is called in lists. */
  label(fact: F): string;
  /** Whose owner counts, where it is not the fact's own. */
  owned?(fact: F, context: KpiContext): OwnedFact;
  /** The table in which `owned` looks. */
  readonly through?: "orders" | "customers";
}

/** Orders, by their date. */
export const ORDERS: FactSource<Order> = {
  key: "orders",
  table: "orders",
  chunks: (context) => context.facts.orders,
  day: (order) => order.on,
  amount: (order) => order.amount,
  label: (order) => joined(order.number, order.customerName),
};

/** The paid parts of orders, by the date of the order: for books without payments. */
export const PAID_ORDERS: FactSource<Order> = {
  ...ORDERS,
  key: "paid-orders",
  day: (order) => (order.paid === undefined ? null : order.on),
  amount: (order) => order.paid,
};

/** Payments, by their date. A payment without an owner counts for its order's. */
export const PAYMENTS: FactSource<Payment> = {
  key: "payments",
  table: "payments",
  chunks: (context) => context.facts.payments,
  day: (payment) => payment.on,
  amount: (payment) => payment.amount,
  label: (payment) => joined(payment.sourceId ?? payment.id, payment.customerName),
  through: "orders",
  owned: (payment, context) => {
    if (payment.ownerName !== undefined || payment.credits || payment.orderId === undefined) return payment;
    return orderById(context, payment.orderId) ?? payment;
  },
};

/** Won deals, by `dealDay`. */
export const WON_DEALS: FactSource<Deal> = {
  key: "won-deals",
  table: "deals",
  chunks: (context) => context.facts.deals,
  day: (deal) => (deal.category === "won" ? dealDay(deal) : null),
  amount: (deal) => deal.amount,
  label: (deal) => joined(deal.name || deal.id, deal.customerName),
};

/** Lost deals, by `dealDay`. */
export const LOST_DEALS: FactSource<Deal> = {
  ...WON_DEALS,
  key: "lost-deals",
  day: (deal) => (deal.category === "lost" ? dealDay(deal) : null),
};

/** Cases, by the day they were opened. */
export const CASES: FactSource<Case> = {
  key: "cases",
  table: "cases",
  chunks: (context) => context.facts.cases,
  day: (one) => one.openedOn ?? null,
  amount: () => undefined,
  label: (one) => joined(one.kind || one.id, one.customerName),
};

/** Answers about satisfaction (CSAT), by their date. An answer without an owner counts for its customer's. */
export const CSAT_ANSWERS: FactSource<Answer> = {
  key: "csat-answers",
  table: "answers",
  chunks: (context) => context.facts.answers,
  day: (answer) => (answer.scale === "csat" ? answer.on : null),
  amount: () => undefined,
  label: (answer) => answer.customerName ?? answer.id,
  through: "customers",
  owned: (answer, context) => {
    if (answer.ownerName !== undefined || answer.credits || answer.customerId === undefined) return answer;
    return customersById(context).get(answer.customerId) ?? answer;
  },
};

/** Answers about the likelihood to recommend (NPS), by their date. */
export const NPS_ANSWERS: FactSource<Answer> = {
  ...CSAT_ANSWERS,
  key: "nps-answers",
  day: (answer) => (answer.scale === "nps" ? answer.on : null),
};

/** The day a deal counts on: closed, else expected close when it is won or lost; `null` otherwise.
 * @example dealDay({ category: "won", expectedCloseOn: "2017-03-01" }) // => "2017-03-01"
 * @example dealDay({ category: "open", expectedCloseOn: "2017-03-01" }) // => null
 */
export function dealDay(deal: Pick<Deal, "category" | "closedOn" | "expectedCloseOn">): Day | null {
  if (deal.category !== "won" && deal.category !== "lost") return null;
  return deal.closedOn ?? deal.expectedCloseOn ?? null;
}

/** An order by id, or `undefined`.
 * @example orderById(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), "o1").amount // => 500
 */
export function orderById(context: KpiContext, id: string): Order | undefined {
  for (const chunk of context.facts.orders) {
    const found = memoBy(
      [chunk],
      "by-id",
      () => new Map(chunk.map((order) => [order.id as string, order])),
    ).get(id);
    if (found) return found;
  }
  return undefined;
}

function customersById(context: KpiContext): ReadonlyMap<string, Customer> {
  const { customers } = context.facts;
  return memoBy([customers], "by-id", () => {
    const byId = new Map<string, Customer>();
    for (const chunk of customers) for (const customer of chunk) byId.set(customer.id, customer);
    return byId;
  });
}

function joined(name: string, customer: string | undefined): string {
  return customer === undefined ? name : `${name} · ${customer}`;
}
