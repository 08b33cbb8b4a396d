import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { money } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { Order, Payment } from "./records.ts";

/** What an order still has to bring in. */
export interface Receivable {
  /** The order's. */
  readonly id: string;
  readonly order: Order;
  readonly paid: Money;
  /** Amount − paid, above zero. */
  readonly open: Money;
  /** Days since it was due; below zero: days left; `null`: the order has no due day. */
  readonly daysOver: number | null;
}

/** The orders that are not paid in full. Paid is what the order says or what its payments come to, whichever is more: a
 * file may know the sum alone, and a payment may have come after it. Longest overdue first, those without a due day last.
 * @example receivables([{ id: "o1", on: "2026-03-01", amount: 500, paid: 200, dueOn: "2026-03-31" }], [], "2026-04-02")[0].daysOver // => 2
 * @example receivables([{ id: "o1", on: "2026-03-01", amount: 500 }], [{ id: "p1", orderId: "o1", amount: 500 }], "2026-04-02") // => []
 */
export function receivables(
  orders: readonly Order[],
  payments: readonly Payment[],
  today: Day,
): readonly Receivable[] {
  const paidById = new Map<string, number>();
  for (const { orderId, amount } of payments) {
    if (orderId !== undefined) paidById.set(orderId, (paidById.get(orderId) ?? 0) + amount);
  }
  const daysByDay = new Map<Day, number>();
  const open: Receivable[] = [];
  for (const order of orders) {
    const paid = Math.max(order.paid ?? 0, paidById.get(order.id) ?? 0);
    if (order.amount <= paid) continue;
    const { dueOn } = order;
    const daysOver = dueOn === undefined ? null : (daysByDay.get(dueOn) ?? daysBetween(dueOn, today));
    if (dueOn !== undefined) daysByDay.set(dueOn, daysOver!);
    open.push({ id: order.id, order, paid: money(paid), open: money(order.amount - paid), daysOver });
  }
  return open.toSorted(
    (a, b) => (b.daysOver ?? Number.NEGATIVE_INFINITY) - (a.daysOver ?? Number.NEGATIVE_INFINITY) || 0,
  );
}
