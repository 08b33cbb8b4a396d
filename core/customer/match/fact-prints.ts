import { daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Activity, Case, Payment } from "../records.ts";
import type { Evidence, Fingerprint, Judgement } from "./match-pair.ts";

/** Tables whose records follow their customers: what both systems surely say once is once in the book. */
export const FOLLOWING_TABLES = ["payments", "activities", "cases"] as const;
export type FollowingTable = (typeof FOLLOWING_TABLES)[number];
export type FollowingFact = Payment | Activity | Case;

/** A payment, activity or case with what it is compared by. */
export interface FactPrint extends Fingerprint<FollowingFact> {
  /** As `sureKey` makes it. */
  readonly key: string;
  readonly on: Day | undefined;
  readonly text: string;
}

const NEAR_DAYS = 5;

/** By what a payment, activity or case of one system is surely that of another; "" where nothing is sure. Payments: the same
 * customer, day and amount; activities: the same customer, day and text; cases: the same customer, opening day and subject.
 * @example sureKey("payments", { customerId: "c", on: "2026-03-01", amount: 500 }) // => "c|2026-03-01|500"
 * @example sureKey("activities", { customerId: "c", on: "2026-03-01", text: " " }) // => ""
 */
export function sureKey(table: FollowingTable, fact: FollowingFact): string {
  const { customerId } = fact;
  const on = dayOf(fact);
  const what = table === "payments" ? String((fact as Payment).amount) : textOf(fact);
  return customerId === undefined || on === undefined || what === "" ? "" : `${customerId}|${on}|${what}`;
}

/** Whether two facts name different orders: then they are not one payment, as long as the orders are two.
 * @example hasOtherOrder({ orderId: "o1" }, { orderId: "o2" }) // => true
 * @example hasOtherOrder({ orderId: "o1" }, {}) // => false
 */
export function hasOtherOrder(one: FollowingFact, two: FollowingFact): boolean {
  const [first, second] = [(one as Payment).orderId, (two as Payment).orderId];
  return first !== undefined && second !== undefined && first !== second;
}

const makers = new Map<FollowingTable, (fact: FollowingFact) => FactPrint>();

/** How the records of a table are compared: with those of their customer that have the same amount, day or subject. The same
 * function for the same table.
 * @example printerOf("cases")({ id: "k", customerId: "c", openedOn: "2026-03-01", subject: "Leak" }).blocks // => ["c|2026-03-01", "c|leak"]
 */
export function printerOf(table: FollowingTable): (fact: FollowingFact) => FactPrint {
  const known = makers.get(table);
  if (known) return known;
  const make = (fact: FollowingFact): FactPrint => {
    const [on, text] = [dayOf(fact), textOf(fact)];
    const near = table === "payments" ? String((fact as Payment).amount) : table === "cases" ? text : "";
    const shared = [table === "payments" ? undefined : on, near === "" ? undefined : near];
    const { customerId } = fact;
    const blocks =
      customerId === undefined ? [] : shared.flatMap((one) => one ?? []).map((one) => `${customerId}|${one}`);
    return { record: fact, blocks, key: sureKey(table, fact), on, text };
  };
  makers.set(table, make);
  return make;
}

/** What speaks for two payments, activities or cases of one customer being one. Certain is what `sureKey` says; likely a
 * payment of the same amount or a case of the same subject within five days; possible whatever else happened on one day.
 * @example judgeFacts(printerOf("payments")({ customerId: "c", on: "2026-03-01", amount: 5 }), printerOf("payments")({ customerId: "c", on: "2026-03-01", amount: 5 })).certainty // => "certain"
 */
export function judgeFacts(one: FactPrint, two: FactPrint): Judgement | null {
  const days = one.on === undefined || two.on === undefined ? null : Math.abs(daysBetween(one.on, two.on));
  const isSameDay = days === 0;
  const isSameText = one.text !== "" && one.text === two.text;
  const amount = (print: FactPrint) => (print.record as Payment).amount as number | undefined;
  const isSameAmount = amount(one) !== undefined && amount(one) === amount(two);
  if (!isSameDay && !(days !== null && days <= NEAR_DAYS && (isSameAmount || isSameText))) return null;
  const evidence: Evidence[] = [
    { kind: "customer", weight: 10 },
    ...(isSameAmount ? [{ kind: "amount-same", weight: 40 }] : []),
    ...(isSameText ? [{ kind: "text", weight: 40 }] : []),
    isSameDay ? { kind: "day", weight: 40 } : { kind: "other-day", weight: -10 },
    ...(hasOtherOrder(one.record, two.record) ? [{ kind: "other-order", weight: -20 }] : []),
  ];
  const isSure = one.key !== "" && one.key === two.key;
  if (isSure) return { evidence, certainty: hasOtherOrder(one.record, two.record) ? "likely" : "certain" };
  return { evidence, certainty: isSameAmount || isSameText ? "likely" : "possible" };
}

function dayOf(fact: FollowingFact): Day | undefined {
  return "on" in fact ? fact.on : (fact as Case).openedOn;
}

/** What a person wrote, without its blanks and marks. */
function textOf(fact: FollowingFact): string {
  const { subject, text } = fact as { readonly subject?: string; readonly text?: string };
  return nameKey(subject ?? text ?? "").replace(/[^\p{L}\p{N}]/gu, "");
}
