import { daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Deal } from "../records.ts";
import { likeness } from "./name-likeness.ts";
import type { Evidence, Fingerprint, Judgement } from "./match-pair.ts";

/** A deal with what it is compared by. */
export interface DealPrint extends Fingerprint<Deal> {
  readonly name: string;
  readonly closeOn: Day | undefined;
}

const SIMILAR = 0.5;
const DAYS = 30;
const PERCENT = 1.01;
const LEAST = 50;
const LIKELY = 70;

/** A deal as it is compared: only with deals of the same customer that have its name or nearly its amount. A deal without
 * customer is compared with none.
 * @example dealPrint({ id: "d", name: "Phase 1", customerId: "c" }).blocks // => ["#c|phase1"]
 */
export function dealPrint(deal: Deal): DealPrint {
  const name = nameKey(deal.name).replace(/[^\p{L}\p{N}]/gu, "");
  const customer = customerOf(deal);
  const blocks: string[] = [];
  if (customer !== "" && name !== "") blocks.push(`${customer}|${name}`);
  const amount = Math.abs(deal.amount ?? 0);
  if (customer !== "" && amount > 0) {
    // Amounts within one per cent share a band or stand in neighbouring ones.
    const band = Math.floor(Math.log(amount) / Math.log(PERCENT));
    blocks.push(`${customer}|${band}`, `${customer}|${band + 1}`);
  }
  return { record: deal, blocks, name, closeOn: deal.closedOn ?? deal.expectedCloseOn };
}

/** Who the customer of a fact is, by its link or else by its name; "" for none.
 * @example customerOf({ customerName: "Acme " }) // => "acme"
 */
export function customerOf(fact: {
  readonly customerId?: string | undefined;
  readonly customerName?: string | undefined;
}): string {
  return fact.customerId === undefined ? nameKey(fact.customerName ?? "") : `#${fact.customerId}`;
}

/** What speaks for two deals of one customer being one. Certain: the same name, the amount within 1 % and closing within 30
 * days. `null` when it is too little to ask.
 * @example judgeDeals(dealPrint({ name: "A", amount: 100, closedOn: "2026-03-01" }), dealPrint({ name: "a", amount: 101, closedOn: "2026-03-31" })).certainty // => "certain"
 * @example judgeDeals(dealPrint({ name: "A", amount: 100 }), dealPrint({ name: "B", amount: 100 })) // => null
 */
export function judgeDeals(one: DealPrint, two: DealPrint): Judgement | null {
  const isSame = one.name !== "" && one.name === two.name;
  if (!isSame && !isLike(one.name, two.name)) return null;
  const evidence: Evidence[] = [
    { kind: "customer", weight: 10 },
    isSame ? { kind: "name-same", weight: 40 } : { kind: "name-similar", weight: 25 },
    ...amountEvidence(one.record.amount, two.record.amount),
    ...closeEvidence(one.closeOn, two.closeOn),
  ];
  const states = [one.record.category, two.record.category].toSorted().join();
  if (states === "lost,won") evidence.push({ kind: "other-state", weight: -15 });
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  if (score < LEAST) return null;
  const has = (kind: string) => evidence.some((one_) => one_.kind === kind);
  const isClear = evidence.every(({ weight }) => weight > 0);
  const isCertain = isSame && isClear && has("amount") && has("close");
  return { evidence, certainty: isCertain ? "certain" : score >= LIKELY ? "likely" : "possible" };
}

function isLike(one: string, two: string): boolean {
  if (one === "" || two === "") return false;
  return one.includes(two) || two.includes(one) || likeness(one, two) >= SIMILAR;
}

function amountEvidence(one: number | undefined, two: number | undefined): readonly Evidence[] {
  if (one === undefined || two === undefined) return [];
  const larger = Math.max(Math.abs(one), Math.abs(two));
  const isNear = Math.abs(one - two) * 100 <= larger;
  return [isNear ? { kind: "amount", weight: 30 } : { kind: "other-amount", weight: -40 }];
}

function closeEvidence(one: Day | undefined, two: Day | undefined): readonly Evidence[] {
  if (one === undefined || two === undefined) return [];
  const isNear = Math.abs(daysBetween(one, two)) <= DAYS;
  return [isNear ? { kind: "close", weight: 20 } : { kind: "other-close", weight: -20 }];
}
