import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { markedDeals } from "../../customer/deal-marks.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { Practice } from "../records.ts";
import { dealTraits, practiceTraits, sharedTraits } from "./deal-traits.ts";
import type { Trait, Traits } from "./deal-traits.ts";
import type { Practices } from "./search-practices.ts";

/** What each likeness counts: a practice helps most where deals stand as its own did. */
const POINTS: Readonly<Record<Trait, number>> = { stage: 3, industry: 2, product: 2, amount: 1, source: 1 };
/** A practice is proposed from so many points on: stage and one more, or industry and product. */
const ENOUGH = 4;
/** Stalled deals that are looked at for the page: the largest. */
const MOST_DEALS = 200;

/** A practice and a deal that are alike, and in what. */
export interface Proposal {
  readonly practice: Practice;
  readonly deal: Deal;
  readonly points: number;
  readonly traits: readonly Trait[];
  readonly reasons: readonly Message[];
}

/** The practices that a deal could use, the likest first, of equal ones the one that was used more often, then the later. None
 * that was made of it, was used for it or is put away.
 * @example proposePractices(kpiWorld({}), practicesOf(aPractice("p1", { stage: "报价", industry: "电子" })), aDeal("d1", { stage: "报价" })) // => []
 */
export function proposePractices(context: KpiContext, practices: Practices, deal: Deal): readonly Proposal[] {
  const traits = dealTraits(context, deal);
  return knownTraits(context, practices)
    .flatMap(({ practice, of }) => proposal({ practice, of }, deal, traits) ?? [])
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        b.practice.uses.length - a.practice.uses.length ||
        (a.practice.on < b.practice.on ? 1 : a.practice.on > b.practice.on ? -1 : 0),
    );
}

/** The stalled deals that could use a practice, the likest first, of equal ones the larger.
 * @example dealsForPractice(kpiWorld({}), aPractice("p1")) // => []
 */
export function dealsForPractice(context: KpiContext, practice: Practice): readonly Proposal[] {
  const of = practiceTraits(context, practice);
  const found: Proposal[] = [];
  for (const deal of markedDeals(context, "stalled", context.today)) {
    const one = proposal({ practice, of }, deal, dealTraits(context, deal));
    if (one) found.push(one);
  }
  return found.toSorted((a, b) => b.points - a.points || amountOf(b.deal) - amountOf(a.deal));
}

/** The stalled deals for which the library holds something, the largest first, each with the likest practice; at most so many.
 * @example stalledProposals(kpiWorld({}), new Map(), 3) // => []
 */
export function stalledProposals(
  context: KpiContext,
  practices: Practices,
  most: number,
): readonly Proposal[] {
  if (practices.size === 0) return [];
  const stalled = [...markedDeals(context, "stalled", context.today)]
    .toSorted((a, b) => amountOf(b) - amountOf(a))
    .slice(0, MOST_DEALS);
  const found: Proposal[] = [];
  for (const deal of stalled) {
    const [best] = proposePractices(context, practices, deal);
    if (best) found.push(best);
    if (found.length === most) break;
  }
  return found;
}

interface KnownTraits {
  readonly practice: Practice;
  readonly of: Traits;
}

function knownTraits(context: KpiContext, practices: Practices): readonly KnownTraits[] {
  const { customers, deals } = context.facts;
  return memoBy([practices, customers, deals], "practice-traits", () =>
    [...practices.values()].map((practice) => ({ practice, of: practiceTraits(context, practice) })),
  );
}

function proposal({ practice, of }: KnownTraits, deal: Deal, traits: Traits): Proposal | null {
  if (practice.archived || practice.dealId === deal.id) return null;
  const shared = sharedTraits(of, traits);
  const points = shared.reduce((sum, trait) => sum + POINTS[trait], 0);
  if (points < ENOUGH || practice.uses.some(({ dealId }) => dealId === deal.id)) return null;
  const reasons = shared.map((trait) => likeness(trait, of));
  return { practice, deal, points, traits: shared, reasons };
}

function likeness(trait: Trait, traits: Traits): Message {
  const key = `meeting.practice.like.${trait}`;
  if (trait === "amount") return message(key, { amount: { unit: "money", value: traits.amount } });
  return message(key, { name: traits[trait] });
}

function amountOf(deal: Deal): number {
  return deal.amount ?? 0;
}
