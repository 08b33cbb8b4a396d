import { nameKey } from "../../team/name-key.ts";
import type { Order } from "../records.ts";
import { customerOf } from "./deal-prints.ts";
import type { Evidence, Fingerprint, Judgement } from "./match-pair.ts";

/** An order with what it is compared by. */
export interface OrderPrint extends Fingerprint<Order> {
  readonly number: string;
}

const LEAST = 45;

/** An order as it is compared: with those of its customer that have its number, or its amount and day.
 * @example orderPrint({ id: "o", number: "SO-1", customerId: "c", amount: 5, on: "2026-03-01" }).blocks // => ["#c|5|2026-03-01", "#c|so1"]
 */
export function orderPrint(order: Order): OrderPrint {
  const number = nameKey(order.number).replace(/[^\p{L}\p{N}]/gu, "");
  const customer = customerOf(order);
  const blocks = customer === "" ? [] : [`${customer}|${order.amount}|${order.on}`];
  if (customer !== "" && number !== "") blocks.push(`${customer}|${number}`);
  return { record: order, blocks, number };
}

/** What speaks for two orders of one customer being one. Certain: the same number and amount.
 * @example judgeOrders(orderPrint({ number: "SO-1", amount: 5 }), orderPrint({ number: "so 1", amount: 5 })).certainty // => "certain"
 */
export function judgeOrders(one: OrderPrint, two: OrderPrint): Judgement | null {
  const isSameNumber = one.number !== "" && one.number === two.number;
  const isSameAmount = one.record.amount === two.record.amount;
  const evidence: Evidence[] = [
    { kind: "customer", weight: 10 },
    ...(isSameNumber ? [{ kind: "number", weight: 45, value: one.record.number }] : []),
    isSameAmount ? { kind: "amount-same", weight: 25 } : { kind: "other-amount", weight: -10 },
    ...(one.record.on === two.record.on ? [{ kind: "day", weight: 20 }] : []),
  ];
  if (one.number !== "" && two.number !== "" && !isSameNumber) {
    evidence.push({ kind: "other-number", weight: -5 });
  }
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  if (score < LEAST) return null;
  return { evidence, certainty: isSameNumber && isSameAmount ? "certain" : "likely" };
}
