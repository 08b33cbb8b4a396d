import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { money } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { Order } from "./records.ts";

/** What is still to be paid for an order: amount − paid − refunded, never below nothing. What was paid is the order's own
 * figure, else `paid`, the sum of its payments; `null` when neither is known: missing is not zero.
 * @example outstandingOf({ amount: 1000, paid: 300, refunded: 100 }, null) // => 600
 * @example outstandingOf({ amount: 1000 }, 1200) // => 0
 * @example outstandingOf({ amount: 1000 }, null) // => null
 */
export function outstandingOf(
  order: Pick<Order, "amount" | "paid" | "refunded">,
  paid: Money | null,
): Money | null {
  const known = order.paid ?? paid;
  if (known === null) return null;
  return money(Math.max(0, order.amount - known - (order.refunded ?? 0)));
}

/** How long something to be paid has been due, in the steps in which it is asked for. */
export const DUE_AGES = ["not-due", "to-30", "to-60", "to-90", "over-90", "no-day"] as const;
export type DueAge = (typeof DUE_AGES)[number];

/** The step of a due day as seen from today: what is due today is not late yet.
 * @example dueAge("2026-03-31", "2026-03-31") // => "not-due"
 * @example dueAge("2026-03-01", "2026-03-31") // => "to-30"
 * @example dueAge("2025-12-31", "2026-03-31") // => "to-90"
 * @example dueAge(undefined, "2026-03-31") // => "no-day"
 */
export function dueAge(dueOn: Day | undefined, today: Day): DueAge {
  if (dueOn === undefined) return "no-day";
  const late = daysBetween(dueOn, today);
  if (late <= 0) return "not-due";
  if (late <= 30) return "to-30";
  if (late <= 60) return "to-60";
  return late <= 90 ? "to-90" : "over-90";
}
