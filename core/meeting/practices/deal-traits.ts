import type { Money } from "../../base/money.ts";
import type { Customer, Deal } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Practice } from "../records.ts";

/** What of a deal, or of a practice, others may be like; "" where nothing is known. */
export interface Traits {
  readonly stage: string;
  readonly industry: string;
  readonly product: string;
  readonly source: string;
  readonly amount: Money | null;
}

export const TRAITS = ["stage", "industry", "product", "amount", "source"] as const;
export type Trait = (typeof TRAITS)[number];

/** The traits of a deal; industry, and a source that the deal does not name, are its customer's.
 * @example dealTraits(kpiWorld({ customers: [aCustomer("c1", { industry: "电子" })] }), aDeal("d1", { customerId: "c1", stage: "报价" })).industry // => "电子"
 */
export function dealTraits(context: KpiContext, deal: Deal): Traits {
  const customer = customerOf(context, deal);
  return {
    stage: deal.stage ?? "",
    industry: customer?.industry ?? "",
    product: deal.product ?? "",
    source: deal.leadSource ?? customer?.leadSource ?? "",
    amount: deal.amount ?? null,
  };
}

/** The traits of a practice: its own words first; amount and source, and what it does not say, from the deal that it was made
 * of. The stage is its own alone: the deal's is that of a closed one.
 * @example practiceTraits(kpiWorld({ deals: [aDeal("d1", { amount: 500, stage: "Won" })] }), aPractice("p1", { dealId: "d1" })).stage // => ""
 */
export function practiceTraits(context: KpiContext, practice: Practice): Traits {
  const deal = practice.dealId === undefined ? undefined : dealOf(context, practice.dealId);
  const of = deal && dealTraits(context, deal);
  return {
    stage: practice.stage,
    industry: practice.industry || (of?.industry ?? ""),
    product: practice.product ?? of?.product ?? "",
    source: of?.source ?? "",
    amount: of?.amount ?? null,
  };
}

/** In what two are alike: stage, industry, product and source by name, amounts where the larger is at most twice the smaller.
 * @example sharedTraits({ stage: "Offer", industry: "", product: "", source: "", amount: 500 }, { stage: "offer", industry: "", product: "", source: "", amount: 1000 }) // => ["stage", "amount"]
 */
export function sharedTraits(a: Traits, b: Traits): readonly Trait[] {
  return TRAITS.filter((trait) =>
    trait === "amount" ? areOfOneSize(a.amount, b.amount) : isSameName(a[trait], b[trait]),
  );
}

function isSameName(a: string, b: string): boolean {
  return a !== "" && b !== "" && (a === b || nameKey(a) === nameKey(b));
}

function areOfOneSize(a: Money | null, b: Money | null): boolean {
  if (a === null || b === null || a <= 0 || b <= 0) return false;
  return Math.max(a, b) / 2 <= Math.min(a, b);
}

/** The customer of a deal, or `undefined`.
 * @example customerOf(kpiWorld({}), aDeal("d1", {})) // => undefined
 */
export function customerOf({ facts }: KpiContext, deal: Deal): Customer | undefined {
  if (deal.customerId === undefined) return undefined;
  return byId(facts.customers, "practice-customers").get(deal.customerId);
}

/** A deal by its id, or `undefined`.
 * @example dealOf(kpiWorld({ deals: [aDeal("d1", {})] }), "d1").id // => "d1"
 */
export function dealOf({ facts }: KpiContext, id: string): Deal | undefined {
  return byId(facts.deals, "practice-deals").get(id);
}

function byId<F extends { readonly id: string }>(
  chunks: readonly (readonly F[])[],
  key: string,
): ReadonlyMap<string, F> {
  return memoBy([chunks], key, () => {
    const map = new Map<string, F>();
    for (const chunk of chunks) for (const fact of chunk) map.set(fact.id, fact);
    return map;
  });
}
