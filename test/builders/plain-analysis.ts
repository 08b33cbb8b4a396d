import { dayNumber } from "../../core/base/day.ts";
import { inPeriod } from "../../core/base/period.ts";
import { creditsOf, ownerIndex, splitByCredits } from "../../core/customer/owner.ts";
import { outstandingOf } from "../../core/customer/receivable.ts";
import type { Deal, Order } from "../../core/customer/records.ts";
import { isStalled, stageAge, stageStays } from "../../core/customer/stage-age.ts";
import { stageNorm } from "../../core/customer/stage-norms.ts";
import type { AnalysisFilter } from "../../core/kpi/analysis/analysis-filter.ts";
import type { KpiContext } from "../../core/kpi/context.ts";
import { customerKeyOf } from "../../core/kpi/customer-key.ts";
import { dealDay } from "../../core/kpi/fact-source.ts";
import { medianOf } from "../../core/kpi/metrics/sales-cycle.ts";
import { groupIdOn } from "../../core/team/memberships.ts";
import { inOrder } from "../../core/team/team-rows.ts";

/* The analysis as its rules say it, fact by fact, with no index and nothing kept: slow and plain. */

type Fact = Deal | Order;

/** What a filter's owners have of one fact. */
interface Part<F extends Fact> {
  readonly fact: F;
  readonly share: number;
  readonly amount: number | null;
}

/** The parts that the owners of a filter have of facts, one for each fact. */
export function plainParts<F extends Fact>(
  context: KpiContext,
  facts: readonly F[],
  of: { readonly filter: AnalysisFilter; amountOf(fact: F): number | null | undefined },
): readonly Part<F>[] {
  const { subject, source } = of.filter;
  const index = ownerIndex(inOrder(context.rows.members));
  return facts.flatMap((fact) => {
    if (source !== null && fact.source !== source) return [];
    const on = "on" in fact ? fact.on : (dealDay(fact) ?? context.today);
    const credits = creditsOf(fact, index);
    const amount = of.amountOf(fact) ?? null;
    const split = amount === null ? null : splitByCredits(amount as never, credits);
    const all = [
      ...credits.shares.map(({ memberId, share }, at) => ({
        memberId,
        share,
        amount: split?.parts[at]!.amount,
      })),
      { memberId: null, share: credits.unassigned, amount: split?.unassigned },
    ];
    const own = all.filter(({ memberId, share }) => {
      if (share === 0) return false;
      if (subject.kind === "team") return true;
      if (subject.kind === "unassigned") return memberId === null;
      if (subject.kind === "member") return memberId === subject.id;
      return memberId !== null && groupIdOn(context.rows, memberId, on) === subject.id;
    });
    if (own.length === 0) return [];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const mine = split === null ? null : sum(own.map((part) => part.amount!));
    return [{ fact, share: sum(own.map((part) => part.share)), amount: mine }];
  });
}

/** What the analysis must say of won, lost and open deals. */
export function plainFigures(context: KpiContext, filter: AnalysisFilter) {
  const deals = plainDeals(context, filter);
  const isIn = ({ fact }: Part<Deal>) => dealDay(fact) !== null && inPeriod(dealDay(fact)!, filter.period);
  const won = deals.filter((part) => part.fact.category === "won" && isIn(part));
  const lost = deals.filter((part) => part.fact.category === "lost" && isIn(part));
  const open = deals.filter((part) => part.fact.category === "open");
  const cycles = won.flatMap(({ fact }) => {
    const days = fact.createdOn === undefined ? -1 : dayNumber(dealDay(fact)!) - dayNumber(fact.createdOn);
    return days < 0 ? [] : [days];
  });
  return {
    "won-count": [counted(won), won.length],
    "lost-count": [counted(lost), lost.length],
    "won-amount": [amounts(won), priced(won)],
    "lost-amount": [amounts(lost), priced(lost)],
    "cycle-median-days": [cycles.length === 0 ? null : medianOf(cycles), cycles.length],
    "open-count": [counted(open), open.length],
    "open-amount": [amounts(open), priced(open)],
  } as const;
}

/** Of each stage how many deals entered it in the period and how many of them moved on. */
export function plainFunnel(
  context: KpiContext,
  filter: AnalysisFilter,
  stages: readonly string[],
): readonly (readonly [number, number])[] {
  const deals = plainDeals(context, filter);
  return stages.map((stage, place) => {
    const entered = deals.filter(({ fact }) => {
      const first = staysOf(context, fact).find((stay) => stay.stage === stage);
      return first !== undefined && inPeriod(first.from, filter.period);
    });
    const moved = entered.filter(({ fact }) => {
      const stays = staysOf(context, fact);
      const since = stays.slice(stays.findIndex((stay) => stay.stage === stage) + 1);
      return fact.category === "won" || since.some((stay) => stages.indexOf(stay.stage) > place);
    });
    return [counted(entered), counted(moved)];
  });
}

/** How many open deals are stalled, past their expected close, and without next step. */
export function plainOpen(context: KpiContext, filter: AnalysisFilter): readonly number[] {
  const open = plainDeals(context, filter).filter(({ fact }) => fact.category === "open");
  const stalled = open.filter(({ fact }) =>
    isStalled(stageAge(fact, eventsOf(context, fact), context.today), stageNorm(context, fact)),
  );
  const overdue = open.filter(({ fact }) => (fact.expectedCloseOn ?? context.today) < context.today);
  const without = open.filter(({ fact }) => (fact.nextStep ?? "").trim() === "");
  return [counted(stalled), counted(overdue), counted(without)];
}

/** What is still to be paid, and of how many orders. */
export function plainOwed(context: KpiContext, filter: AnalysisFilter): readonly number[] {
  const amountOf = (order: Order) => outstandingOf(order, null);
  const parts = plainParts(context, context.facts.orders.flat(), { filter, amountOf });
  const owed = parts.filter(({ amount }) => amount !== null && amount > 0);
  return [amounts(owed), owed.length];
}

/** The customers who bought in the period. */
export function plainCustomers(context: KpiContext, filter: AnalysisFilter): ReadonlySet<string> {
  const deals = plainDeals(context, filter).filter(({ fact }) => fact.category === "won");
  const orders = plainParts(context, context.facts.orders.flat(), {
    filter,
    amountOf: ({ amount }) => amount,
  });
  const sold = [
    ...deals.map(({ fact }) => ({ fact, on: dealDay(fact) })),
    ...orders.map(({ fact }) => ({ fact, on: fact.on })),
  ];
  const inside = sold.filter(({ on }) => on !== null && inPeriod(on, filter.period));
  return new Set(inside.map(({ fact }) => customerKeyOf(context, fact)).filter((key) => key !== null));
}

function plainDeals(context: KpiContext, filter: AnalysisFilter): readonly Part<Deal>[] {
  const deals = context.facts.deals.flat().filter(({ category }) => category !== "void");
  return plainParts(context, deals, { filter, amountOf: ({ amount }) => amount });
}

function eventsOf({ facts }: KpiContext, deal: Deal) {
  return facts.stageEvents.flat().filter(({ dealId }) => dealId === deal.id);
}

function staysOf(context: KpiContext, deal: Deal) {
  return stageStays(eventsOf(context, deal));
}

function counted(parts: readonly { readonly share: number }[]): number {
  return parts.reduce((sum, { share }) => sum + share, 0) / 1_000_000;
}

function amounts(parts: readonly { readonly amount: number | null }[]): number {
  return parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function priced(parts: readonly { readonly amount: number | null }[]): number {
  return parts.filter(({ amount }) => amount !== null).length;
}
