import type { Day } from "../base/day.ts";
import type { Explanation } from "../base/explain.ts";
import { message } from "../base/message.ts";
import type { Quantity } from "../base/message.ts";
import { money, sumMoney } from "../base/money.ts";
import { explainSum } from "./fact-totals.ts";
import type { ListedFact } from "./fact-totals.ts";
import type { Pages } from "./import/import-book.ts";
import { listedDeal } from "./pipeline.ts";
import { receivables } from "./receivables.ts";
import type { Deal, Order, Payment } from "./records.ts";

/** One figure of a customer. */
export interface CustomerFigure {
  /** The key of its name. */
  readonly label: string;
  readonly quantity: Quantity;
  explain(): Explanation;
}

/** What a customer has won, ordered, paid, has open and owes: over all time, each with its rows. Paid is what payments come
 * to, and of orders that say more than their payments what they say beyond them.
 * @example customerFigures({ deals: { pages: [] }, orders: { pages: [{ rows: [{ id: "o1", number: "A-1", customerId: "c1", on: "2026-03-01", amount: 500, paid: 200 }] }] }, payments: { pages: [] } }, { customerId: "c1", today: "2026-04-01" }).map((one) => one.quantity.value) // => [0, 500, 200, 0, 300]
 */
export function customerFigures(
  facts: { readonly deals: Pages<Deal>; readonly orders: Pages<Order>; readonly payments: Pages<Payment> },
  { customerId, today }: { readonly customerId: string; readonly today: Day },
): readonly CustomerFigure[] {
  const deals = ownOf(facts.deals, customerId);
  const orders = ownOf(facts.orders, customerId);
  const orderIds = new Set<string>(orders.map((order) => order.id));
  const payments = facts.payments.pages.flatMap((page) =>
    page.rows.filter((one) => one.customerId === customerId || orderIds.has(one.orderId ?? "")),
  );
  const openDeals = deals.filter((deal) => deal.category === "open");
  const wonDeals = deals.filter((deal) => deal.category === "won");
  return [
    figure(
      "customer.total.won-amount",
      wonDeals.map((deal) => listedDeal(deal, deal.amount)),
    ),
    figure(
      "customer.total.order-amount",
      orders.map((order) => listedOrder(order, order.amount)),
    ),
    figure("customer.total.paid-amount", paidFacts(orders, payments)),
    figure(
      "customer.total.open-amount",
      openDeals.map((deal) => listedDeal(deal, deal.amount)),
    ),
    figure(
      "customer.receivable.open",
      receivables(orders, payments, today).map(({ order, open }) => listedOrder(order, open)),
    ),
  ];
}

function ownOf<Row extends { readonly customerId?: string | undefined }>(
  { pages }: Pages<Row>,
  customerId: string,
): readonly Row[] {
  return pages.flatMap((page) => page.rows.filter((row) => row.customerId === customerId));
}

function figure(label: string, facts: readonly ListedFact[]): CustomerFigure {
  const value = sumMoney(facts.flatMap(({ amount }) => amount ?? []));
  return { label, quantity: { unit: "money", value }, explain: () => explainSum(message(label), facts) };
}

function paidFacts(orders: readonly Order[], payments: readonly Payment[]): readonly ListedFact[] {
  const paidById = new Map<string, number>();
  for (const { orderId, amount } of payments) {
    if (orderId !== undefined) paidById.set(orderId, (paidById.get(orderId) ?? 0) + amount);
  }
  const beyond = orders.flatMap((order) => {
    const more = (order.paid ?? 0) - (paidById.get(order.id) ?? 0);
    return more > 0 ? [listedOrder(order, money(more))] : [];
  });
  const listed = payments.map(({ id, on, amount, customerName }) => ({
    ref: { table: "payments" as const, id },
    label: customerName ?? id,
    day: on,
    amount,
  }));
  return [...listed, ...beyond];
}

function listedOrder(order: Order, amount: Order["amount"]): ListedFact {
  return { ref: { table: "orders", id: order.id }, label: order.number || order.id, day: order.on, amount };
}
