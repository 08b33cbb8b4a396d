import { divideRounded, money, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Deal, Order, Payment } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { orderById, ORDERS, PAID_ORDERS, PAYMENTS, WON_DEALS } from "../../kpi/fact-source.ts";
import type { CountedFact, FactSource } from "../../kpi/fact-source.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { PayBasis } from "../records.ts";

/** A kind of fact as pay counts it: net of what was given back, with what of it has been paid. */
export interface PaySource<F extends CountedFact = CountedFact> {
  readonly source: FactSource<F>;
  /** The whole fact, net, and what of it has been paid; the member's part is paid in the same proportion. */
  paid(fact: F): { readonly whole: Money; readonly paid: Money };
  product(fact: F): string | undefined;
}

/** The facts that a basis counts: won deals less what was refunded on their orders, orders less their refunds, or payments (the
 * paid parts of orders where the book has no payments). Days, owners and splits are those of the KPIs.
 * @example paySource(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), "ordered").source.table // => "orders"
 */
export function paySource(context: KpiContext, basis: PayBasis): PaySource {
  const { deals, orders, payments } = context.facts;
  return memoBy([deals, orders, payments], `pay-source:${basis}`, () => {
    if (basis === "won") return wonSource(context) as unknown as PaySource;
    if (basis === "ordered") return orderSource(context) as unknown as PaySource;
    return paidSource(context) as unknown as PaySource;
  });
}

/** An amount's part that a payment of the whole pays.
 * @example paidShare(300, { whole: 1000, paid: 500 }) // => 150
 */
export function paidShare(amount: Money, of: { readonly whole: Money; readonly paid: Money }): Money {
  if (of.whole === 0 || of.paid === of.whole) return amount;
  return money(Number(divideRounded(BigInt(amount) * BigInt(of.paid), BigInt(of.whole))));
}

function orderSource(context: KpiContext): PaySource<Order> {
  const paidById = paidByOrder(context);
  return {
    source: { ...ORDERS, key: "pay-orders", amount: netOf },
    paid: (order) => ({ whole: netOf(order), paid: paidOf(order, paidById) }),
    product: (order) => order.product,
  };
}

function wonSource(context: KpiContext): PaySource<Deal> {
  const paidById = paidByOrder(context);
  const byDeal = new Map<string, { refunded: number; paid: number }>();
  for (const chunk of context.facts.orders) {
    for (const order of chunk) {
      if (order.dealId === undefined) continue;
      const known = byDeal.get(order.dealId) ?? { refunded: 0, paid: 0 };
      known.refunded += order.refunded ?? 0;
      known.paid += paidOf(order, paidById);
      byDeal.set(order.dealId, known);
    }
  }
  const net = (deal: Deal) => lessRefunds(deal.amount ?? 0, byDeal.get(deal.id)?.refunded ?? 0);
  return {
    // What a deal brings depends on its orders.
    source: {
      ...WON_DEALS,
      key: "pay-won",
      through: "orders",
      amount: (deal) => (deal.amount === undefined ? undefined : net(deal)),
    },
    paid: (deal) => ({ whole: net(deal), paid: money(byDeal.get(deal.id)?.paid ?? 0) }),
    product: (deal) => deal.product,
  };
}

function paidSource(context: KpiContext): PaySource<Payment> | PaySource<Order> {
  if (context.facts.payments.some((chunk) => chunk.length > 0)) {
    return {
      source: { ...PAYMENTS, key: "pay-payments" },
      paid: (payment: Payment) => ({ whole: payment.amount, paid: payment.amount }),
      product: (payment: Payment) =>
        payment.orderId === undefined ? undefined : orderById(context, payment.orderId)?.product,
    };
  }
  const net = (order: Order) => lessRefunds(order.paid ?? 0, order.refunded ?? 0);
  return {
    source: { ...PAID_ORDERS, key: "pay-paid-orders", amount: net },
    paid: (order: Order) => ({ whole: net(order), paid: net(order) }),
    product: (order: Order) => order.product,
  };
}

function netOf(order: Order): Money {
  return lessRefunds(order.amount, order.refunded ?? 0);
}

/** What was given back takes an amount down to nothing at most; an order of less than nothing is a return itself. */
function lessRefunds(amount: number, refunded: number): Money {
  return money(amount < 0 ? amount : Math.max(0, amount - refunded));
}

/** Its payments where the book has any of it, else what the order itself says; what was given back is not paid. */
function paidOf(order: Order, paidById: ReadonlyMap<string, number>): Money {
  const paid = paidById.get(order.id) ?? order.paid ?? ZERO;
  return money(Math.min(paid, netOf(order)));
}

function paidByOrder(context: KpiContext): ReadonlyMap<string, number> {
  const { payments } = context.facts;
  return memoBy([payments], "paid-by-order", () => {
    const paid = new Map<string, number>();
    for (const chunk of payments) {
      for (const { orderId, amount } of chunk) {
        if (orderId !== undefined) paid.set(orderId, (paid.get(orderId) ?? 0) + amount);
      }
    }
    return paid;
  });
}
