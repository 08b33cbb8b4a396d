import type { Day } from "../../base/day.ts";
import type { GroupId, MemberId } from "../../base/id.ts";
import { money, multiplyMoney } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import { creditsOf, ownerIndex, splitByCredits } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import { outstandingOf } from "../../customer/receivable.ts";
import type { Deal, Order } from "../../customer/records.ts";
import { groupIdOn } from "../../team/memberships.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { customerKeyOf } from "../customer-key.ts";
import type { CustomerMention } from "../customer-key.ts";
import type { Entry } from "../entries.ts";
import { dealDay } from "../fact-source.ts";
import type { CountedFact } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import { stageChance } from "../metrics/pipeline.ts";

/** What one owner has of a fact, with all that the analysis asks of it. Made once for each page of the book and kept with
 * it: a change of filter, group or period is one pass over these. The lines of one fact lie side by side. */
export interface Line<F extends CountedFact = CountedFact> extends Entry<F> {
  /** `null`: unassigned. */
  readonly memberId: MemberId | null;
  /** The group of the member on the day of the line. */
  readonly groupId: GroupId | null;
  readonly customerKey: string | null;
  /** Of an open deal the part of amount × chance, of an order the part of what is still to be paid. */
  readonly besides: Money | null;
  /** `false`: a won or lost deal that nothing says the day of; it counts in no period. */
  readonly isDated: boolean;
}
export type DealLine = Line<Deal>;
export type OrderLine = Line<Order>;

/** The lines of all deals but void ones. A closed deal lies on the day it counts on, an open one on today: that is when its
 * owner's group matters.
 * @example dealLines(kpiWorld({ deals: [aDeal("d1"), aDeal("d2", { category: "void" })] }))[0].map((line) => line.memberId) // => [null]
 */
export function dealLines(context: KpiContext): Chunks<DealLine> {
  return linesOf(context, context.facts.deals, {
    key: `deals:${context.today}`,
    place: (deal) => {
      if (deal.category === "void") return null;
      const day = deal.category === "open" ? context.today : dealDay(deal);
      const isOpen = deal.category === "open";
      return {
        day: day ?? context.today,
        isDated: day !== null,
        amount: deal.amount ?? null,
        besides: isOpen ? weightOf(context, deal) : null,
      };
    },
    rests: [context.rows.stages],
  });
}

/** The lines of all orders, each on its day.
 * @example orderLines(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { paid: 200 })] }))[0].map((line) => line.besides) // => [300]
 */
export function orderLines(context: KpiContext): Chunks<OrderLine> {
  const paid = paidByOrder(context);
  return linesOf(context, context.facts.orders, {
    key: "orders",
    place: (order) => ({
      day: order.on,
      isDated: true,
      amount: order.amount,
      besides: outstandingOf(order, paid && money(paid.get(order.id) ?? 0)),
    }),
    rests: [context.facts.payments],
  });
}

/** Lines as entries: the parts that several chosen owners have of one fact are one, so that their number is that of facts.
 * @example wholeEntries([{ fact: 1, share: 300000, amount: 3, besides: null }, { fact: 1, share: 700000, amount: 7, besides: null }]).map((line) => line.amount) // => [10]
 */
export function wholeEntries<L extends Line>(lines: readonly L[]): readonly L[] {
  if (!lines.some((line, at) => at > 0 && line.fact === lines[at - 1]!.fact)) return lines;
  const whole: L[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last?.fact !== line.fact) whole.push(line);
    else whole[whole.length - 1] = join(last, line);
  }
  return whole;
}

interface Sorted {
  readonly day: Day;
  readonly isDated: boolean;
  readonly amount: Money | null;
  readonly besides: Money | null;
}

type OwnedMention = CountedFact & CustomerMention;

function linesOf<F extends OwnedMention>(
  context: KpiContext,
  chunks: Chunks<F>,
  how: { readonly key: string; place(fact: F): Sorted | null; readonly rests: readonly object[] },
): Chunks<Line<F>> {
  const { members, memberships } = context.rows;
  const rests = [members, memberships, context.facts.customers, ...how.rests];
  return memoBy([chunks, ...rests], `analysis:${how.key}`, () => {
    const index = ownerIndex(inOrder(members));
    return chunks.map((chunk) =>
      memoBy([chunk, ...rests], `analysis-chunk:${how.key}`, () => {
        const lines: Line<F>[] = [];
        for (const fact of chunk) {
          const sorted = how.place(fact);
          if (sorted) addLines(lines, { context, index, fact, sorted });
        }
        return lines;
      }),
    );
  });
}

function addLines<F extends OwnedMention>(
  lines: Line<F>[],
  of: {
    readonly context: KpiContext;
    readonly index: OwnerIndex;
    readonly fact: F;
    readonly sorted: Sorted;
  },
): void {
  const { context, fact, sorted } = of;
  const { day, isDated, amount, besides } = sorted;
  const customerKey = customerKeyOf(context, fact);
  const credits = creditsOf(fact, of.index);
  const amounts = amount === null ? null : splitByCredits(amount, credits);
  const seconds = besides === null ? null : splitByCredits(besides, credits);
  const rest = { fact, day, isDated, customerKey };
  credits.shares.forEach(({ memberId, share }, at) =>
    lines.push({
      ...rest,
      share,
      amount: amounts && amounts.parts[at]!.amount,
      memberId,
      groupId: groupIdOn(context.rows, memberId, day) ?? null,
      besides: seconds && seconds.parts[at]!.amount,
    }),
  );
  if (credits.shares.length > 0 && credits.unassigned === 0) return;
  lines.push({
    ...rest,
    share: credits.unassigned,
    amount: amounts && amounts.unassigned,
    memberId: null,
    groupId: null,
    besides: seconds && seconds.unassigned,
  });
}

function weightOf(context: KpiContext, deal: Deal): Money | null {
  const chance = deal.probability ?? stageChance(context, deal, deal.stage);
  return deal.amount === undefined || chance === undefined ? null : multiplyMoney(deal.amount, chance);
}

/** What was paid for each order by payments; `null` when the book holds no payments that name an order. */
function paidByOrder(context: KpiContext): ReadonlyMap<string, number> | null {
  const { payments } = context.facts;
  return memoBy([payments], "paid-by-order", () => {
    const paid = new Map<string, number>();
    for (const chunk of payments) {
      for (const { orderId, amount } of chunk) {
        if (orderId !== undefined) paid.set(orderId, (paid.get(orderId) ?? 0) + amount);
      }
    }
    return paid.size === 0 ? null : paid;
  });
}

function join<L extends Line>(a: L, b: L): L {
  const sum = (x: Money | null, y: Money | null) => (x === null || y === null ? null : money(x + y));
  const share = (a.share + b.share) as Ppm;
  return { ...a, share, amount: sum(a.amount, b.amount), besides: sum(a.besides, b.besides) };
}
