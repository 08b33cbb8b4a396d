import type { Day } from "../base/day.ts";
import type { Explanation } from "../base/explain.ts";
import type { FactRef } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { money, sumMoney, ZERO } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { Deal, Order } from "./records.ts";

/** What a customer has bought and when last. */
export interface CustomerTotals {
  readonly orders: number;
  readonly orderAmount: Money;
  readonly wonDeals: number;
  readonly wonAmount: Money;
  readonly lastOn: Day | null;
}

export const NO_TOTALS: CustomerTotals = {
  orders: 0,
  orderAmount: ZERO,
  wonDeals: 0,
  wonAmount: ZERO,
  lastOn: null,
};

/** What every customer has bought, by customer id, from orders and won deals that were already chosen by period.
 * @example customerTotals([], []).size // => 0
 */
export function customerTotals(
  orders: readonly Order[],
  wonDeals: readonly { readonly deal: Deal; readonly on: Day | null }[],
): ReadonlyMap<string, CustomerTotals> {
  const totals = new Map<string, Tally>();
  const totalOf = (customerId: string): Tally => {
    const known = totals.get(customerId) ?? { ...NO_TOTALS };
    totals.set(customerId, known);
    return known;
  };
  for (const { customerId, amount, on } of orders) {
    if (customerId === undefined) continue;
    const total = totalOf(customerId);
    total.orders += 1;
    total.orderAmount = money(total.orderAmount + amount);
    total.lastOn = later(total.lastOn, on);
  }
  for (const { deal, on } of wonDeals) {
    if (deal.customerId === undefined) continue;
    const total = totalOf(deal.customerId);
    total.wonDeals += 1;
    total.wonAmount = money(total.wonAmount + (deal.amount ?? ZERO));
    total.lastOn = later(total.lastOn, on);
  }
  return totals;
}

/** A customer's totals while they are added up. */
type Tally = { -readonly [K in keyof CustomerTotals]: CustomerTotals[K] };

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** One fact of a list that is summed up. */
export interface ListedFact {
  readonly ref: FactRef;
  readonly label: string;
  readonly day?: Day | undefined;
  /** Absent: the fact has no amount, which is not zero. */
  readonly amount?: Money | undefined;
}

/** The sum of a list and how it came about: every row with its amount, and how many have none.
 * @example explainSum({ key: "t" }, []).value // => { unit: "money", value: 0 }
 */
export function explainSum(title: Message, facts: readonly ListedFact[]): Explanation {
  const known = facts.filter((fact) => fact.amount !== undefined);
  const missing = facts.length - known.length;
  return {
    title,
    value: { unit: "money", value: sumMoney(known.map((fact) => fact.amount!)) },
    formula: message("customer.explain.sum"),
    ruleVersion: 1,
    inputs: [{ label: message("customer.explain.rows"), value: { unit: "count", value: facts.length } }],
    rows: known.map(({ ref, label, day, amount }) => ({
      ref,
      label,
      ...(day === undefined ? {} : { day }),
      amount: { unit: "money", value: amount! },
    })),
    notes: missing === 0 ? [] : [message("customer.explain.no-amount", { count: missing })],
  };
}

/** The number of a list's rows and the rows themselves.
 * @example explainCount({ key: "t" }, []).value // => { unit: "count", value: 0 }
 */
export function explainCount(title: Message, facts: readonly ListedFact[]): Explanation {
  return {
    title,
    value: { unit: "count", value: facts.length },
    formula: message("customer.explain.count"),
    ruleVersion: 1,
    inputs: [],
    rows: facts.map(({ ref, label, day }) => ({
      ref,
      label,
      ...(day === undefined ? {} : { day }),
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  };
}
