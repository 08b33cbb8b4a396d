import type { Day } from "../../base/day.ts";
import { dayNumber, daysBetween } from "../../base/day.ts";
import { money, multiplyMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { creditsOf, ownerIndex, splitByCredits } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import { outstandingOf } from "../../customer/receivable.ts";
import type { Deal, Order, Source } from "../../customer/records.ts";
import { groupIdOn } from "../../team/memberships.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { customerKeyOf } from "../customer-key.ts";
import type { CustomerMention } from "../customer-key.ts";
import { dealDay } from "../fact-source.ts";
import type { CountedFact } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import { stageChance } from "../metrics/pipeline.ts";
import { dayOrNone, lineBook, lineColumns, newCodes, NONE, STATE } from "./line-book.ts";
import type { Codes, LineBook, LineColumns, NewLine } from "./line-book.ts";

/** The lines of all deals but void ones. A closed deal lies on the day it counts on, an open one on today: that is when its
 * owner's group matters. `detail` is the days from created to the day.
 * @example dealLines(kpiWorld({ deals: [aDeal("d1"), aDeal("d2", { category: "void" })] })).facts.map((deal) => deal.id) // => ["d1"]
 */
export function dealLines(context: KpiContext): LineBook<Deal> {
  return linesOf(context, context.facts.deals, dealPlaces(context));
}

/** The lines of all orders, each on its day. `detail` is the day on which it is due.
 * @example [...orderLines(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { paid: 200 })] })).besides] // => [300]
 */
export function orderLines(context: KpiContext): LineBook<Order> {
  return linesOf(context, context.facts.orders, orderPlaces(context));
}

/** The lines of one page of deals; made ahead of the questions when there is time.
 * @example pageDealLines(kpiWorld({ deals: [aDeal("d1")] }), 0).facts.length // => 1
 */
export function pageDealLines(context: KpiContext, page: number): LineColumns<Deal> {
  return pageLines(context, context.facts.deals[page]!, dealPlaces(context));
}

/** The lines of one page of orders; made ahead of the questions when there is time.
 * @example pageOrderLines(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), 0).facts.length // => 1
 */
export function pageOrderLines(context: KpiContext, page: number): LineColumns<Order> {
  return pageLines(context, context.facts.orders[page]!, orderPlaces(context));
}

interface Place {
  readonly day: Day;
  readonly state: number;
  readonly detail: number;
  readonly amount: Money | null;
  readonly besides: Money | null;
}

type OwnedMention = CountedFact & CustomerMention & { readonly source: Source };

/** How a table's facts are placed, and what that depends on. */
interface Places<F> {
  readonly key: string;
  placeOf(fact: F): Place | null;
  readonly rests: readonly object[];
}

function dealPlaces(context: KpiContext): Places<Deal> {
  return {
    key: `deals:${context.today}`,
    placeOf(deal) {
      const { category } = deal;
      if (category === "void") return null;
      const isOpen = category === "open";
      const known = isOpen ? context.today : dealDay(deal);
      const day = known ?? context.today;
      return {
        day,
        state: known === null ? STATE.undated : STATE[category],
        detail: deal.createdOn === undefined ? NONE : daysBetween(deal.createdOn, day),
        amount: deal.amount ?? null,
        besides: isOpen ? weightOf(context, deal) : null,
      };
    },
    rests: [context.rows.stages],
  };
}

function orderPlaces(context: KpiContext): Places<Order> {
  const paid = paidByOrder(context);
  return {
    key: "orders",
    placeOf: (order) => ({
      day: order.on,
      state: STATE.open,
      detail: dayOrNone(order.dueOn),
      amount: order.amount,
      besides: outstandingOf(order, paid && money(paid.get(order.id) ?? 0)),
    }),
    rests: [context.facts.payments],
  };
}

function linesOf<F extends OwnedMention>(
  context: KpiContext,
  chunks: Chunks<F>,
  places: Places<F>,
): LineBook<F> {
  const { key, rests } = places;
  return memoBy([chunks, ...owning(context), ...rests], `analysis:${key}`, () =>
    lineBook(
      chunks.map((chunk) => pageLines(context, chunk, places)),
      codesOf(context),
    ),
  );
}

function pageLines<F extends OwnedMention>(
  context: KpiContext,
  chunk: readonly F[],
  places: Places<F>,
): LineColumns<F> {
  const { key, rests } = places;
  return memoBy([chunk, ...owning(context), ...rests], `analysis-page:${key}`, () => {
    const index = memoBy([context.rows.members], "analysis-owners", () =>
      ownerIndex(inOrder(context.rows.members)),
    );
    const lines: NewLine<F>[] = [];
    for (const fact of chunk) {
      const place = places.placeOf(fact);
      if (place) addLines(lines, { context, index, fact, place });
    }
    return lineColumns(lines);
  });
}

/** What says whose a fact is and which customer's. */
function owning({ rows, facts }: KpiContext): readonly [object, ...object[]] {
  return [rows.members, rows.memberships, facts.customers];
}

/** One numbering for deals and orders, so that their customers are the same. */
function codesOf(context: KpiContext): Codes {
  return memoBy(owning(context), "analysis-codes", newCodes);
}

function addLines<F extends OwnedMention>(
  lines: NewLine<F>[],
  of: { readonly context: KpiContext; readonly index: OwnerIndex; readonly fact: F; readonly place: Place },
): void {
  const { context, fact, place } = of;
  const codes = codesOf(context);
  const credits = creditsOf(fact, of.index);
  const amounts = place.amount === null ? null : splitByCredits(place.amount, credits);
  const seconds = place.besides === null ? null : splitByCredits(place.besides, credits);
  const rest = {
    fact,
    day: dayNumber(place.day),
    state: place.state,
    detail: place.detail,
    customer: codes.codeOf(customerKeyOf(context, fact)),
  };
  for (const [at, { memberId, share }] of credits.shares.entries()) {
    lines.push({
      ...rest,
      share,
      amount: amounts && amounts.parts[at]!.amount,
      besides: seconds && seconds.parts[at]!.amount,
      member: codes.codeOf(memberId),
      group: codes.codeOf(groupIdOn(context.rows, memberId, place.day) ?? null),
    });
  }
  if (credits.shares.length > 0 && credits.unassigned === 0) return;
  lines.push({
    ...rest,
    share: credits.unassigned,
    amount: amounts && amounts.unassigned,
    besides: seconds && seconds.unassigned,
    member: 0,
    group: 0,
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
