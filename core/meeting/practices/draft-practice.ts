import { daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { DealId, FactRef, MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { sumMoney, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { creditsOf } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { listMessage } from "../../team/name-key.ts";
import { dealStory } from "./deal-story.ts";
import type { DealStory } from "./deal-story.ts";

/** One sentence of a draft and the row that it says. */
export interface DraftSentence {
  readonly text: Message;
  readonly ref: FactRef;
}

/** A practice as a deal's own rows tell it, before it has a language. A person edits it; it is never written over. */
export interface PracticeDraft {
  readonly dealId: DealId;
  readonly title: Message;
  readonly situation: readonly DraftSentence[];
  readonly action: readonly DraftSentence[];
  readonly result: readonly DraftSentence[];
  readonly stage: string;
  readonly industry: string;
  readonly product: string;
  readonly memberId: MemberId | undefined;
}

/** The most steps that a draft tells: of more, the last ones. */
const MOST_STEPS = 20;
const NAME_LENGTH = 120;

/** Writes a won deal up: where it began and what stood in its way, what was done, what came of it. Each sentence says one row of
 * the book; what the book does not know is not said. The stage is the one in which it stood longest, beyond the norm if any.
 * @example draftPractice(kpiWorld({}), aDeal("d1", { category: "won", closedOn: "2026-03-01" }), ownerIndex([])).result.map((one) => one.text.key) // => ["meeting.draft.won-alone"]
 */
export function draftPractice(context: KpiContext, deal: Deal, owners: OwnerIndex): PracticeDraft {
  const story = dealStory(context, deal);
  const { stalled, stays, customer } = story;
  const longest = stays.reduce<string>(
    (most, one) => (stays.find(({ stage }) => stage === most)!.days >= one.days ? most : one.stage),
    stays[0]?.stage ?? "",
  );
  return {
    dealId: deal.id,
    title: titleOf(story),
    situation: situationOf(story),
    action: actionOf(story),
    result: resultOf(story),
    stage: stalled?.stage ?? longest,
    industry: customer?.industry ?? "",
    product: deal.product ?? "",
    memberId: creditsOf(deal, owners).shares[0]?.memberId,
  };
}

function said(ref: FactRef, key: string, params?: Message["params"]): DraftSentence {
  return { ref, text: message(`meeting.draft.${key}`, params) };
}

function refOf({ deal }: DealStory): FactRef {
  return { table: "deals", id: deal.id };
}

function titleOf({ deal, lostOnce, stalled }: DealStory): Message {
  const name = (deal.name || deal.id).slice(0, NAME_LENGTH);
  if (lostOnce) return message("meeting.draft.title.lost", { deal: name });
  if (stalled) return message("meeting.draft.title.stalled", { deal: name, stage: stalled.stage });
  return message("meeting.draft.title.won", { deal: name });
}

function situationOf(story: DealStory): readonly DraftSentence[] {
  const { deal, customer, stalled, slip, lostOnce } = story;
  const ref = refOf(story);
  const name = deal.name || deal.id;
  const owner = customer?.name ?? deal.customerName;
  const what = owner
    ? message("meeting.draft.deal-of", { deal: name, customer: owner })
    : message("meeting.draft.deal", { deal: name });
  const source = deal.leadSource ?? customer?.leadSource;
  const ofCustomer: FactRef = customer ? { table: "customers", id: customer.id } : ref;
  return [
    deal.createdOn === undefined
      ? said(ref, "known", { deal: what })
      : said(ref, "opened", { day: { day: deal.createdOn }, deal: what }),
    ...(customer?.industry ? [said(ofCustomer, "industry", { name: customer.industry })] : []),
    ...(deal.product ? [said(ref, "product", { name: deal.product })] : []),
    ...(source ? [said(deal.leadSource ? ref : ofCustomer, "source", { name: source })] : []),
    ...(stalled
      ? [
          said({ table: "stageEvents", id: stalled.event.id }, "stalled", {
            stage: stalled.stage,
            count: stalled.days,
            norm: stalled.normDays!,
          }),
        ]
      : []),
    ...(slip.days > 0 ? [said(ref, "slipped", { count: slip.times, days: slip.days })] : []),
    ...(lostOnce
      ? [
          said({ table: "stageEvents", id: lostOnce.id }, "lost-once", {
            day: { day: lostOnce.on },
            stage: lostOnce.stage,
          }),
        ]
      : []),
  ];
}

/** Activities that say something, and moves into stages, in time. */
function actionOf(story: DealStory): readonly DraftSentence[] {
  const { activities, stays } = story;
  const steps: readonly (DraftSentence & { readonly on: Day })[] = [
    ...stays.slice(1).map(({ stage, from, event }) => ({
      on: from,
      ...said({ table: "stageEvents", id: event.id }, "moved", { day: { day: from }, stage }),
    })),
    ...activities
      .filter(({ text }) => text.trim() !== "")
      .map(({ id, on, kind, text }) => ({
        on,
        ...said({ table: "activities", id }, "activity", { day: { day: on }, kind, text: text.trim() }),
      })),
  ];
  const inTime = steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return [...countedActivities(story), ...inTime.slice(-MOST_STEPS).map(({ ref, text }) => ({ ref, text }))];
}

function countedActivities(story: DealStory): readonly DraftSentence[] {
  const { activities } = story;
  if (activities.length === 0) return [];
  const countByKind = new Map<string, number>();
  for (const { kind } of activities) countByKind.set(kind, (countByKind.get(kind) ?? 0) + 1);
  const kinds = [...countByKind]
    .toSorted((a, b) => b[1] - a[1])
    .map(([kind, count]) => message("meeting.draft.kind-count", { kind, count }));
  return [said(refOf(story), "activities", { count: activities.length, kinds: listMessage(kinds) })];
}

function resultOf(story: DealStory): readonly DraftSentence[] {
  const { deal, stays, orders, firstAmount } = story;
  const ref = refOf(story);
  const { amount, closedOn, createdOn } = deal;
  const ends: readonly DraftSentence[] =
    closedOn === undefined
      ? []
      : amount === undefined
        ? [said(ref, "won-alone", { day: { day: closedOn } })]
        : [said(ref, "won", { day: { day: closedOn }, amount: ofMoney(amount) })];
  const hasGrown = firstAmount !== null && amount !== undefined && firstAmount.amount !== amount;
  const stages = stays.map(({ stage, days }) => message("meeting.draft.stage-days", { stage, count: days }));
  return [
    ...ends,
    ...(createdOn !== undefined && closedOn !== undefined && closedOn >= createdOn
      ? [said(ref, "cycle", { count: daysBetween(createdOn, closedOn) })]
      : []),
    ...(stages.length > 0 ? [said(ref, "stages", { stages: listMessage(stages) })] : []),
    ...(hasGrown
      ? [
          said({ table: "stageEvents", id: firstAmount.id }, "amount-change", {
            before: ofMoney(firstAmount.amount!),
            after: ofMoney(amount),
          }),
        ]
      : []),
    ...ordersOf(orders),
  ];
}

function ordersOf(orders: DealStory["orders"]): readonly DraftSentence[] {
  const [first] = orders;
  if (!first) return [];
  const paid = sumMoney(orders.map((one) => one.paid ?? ZERO));
  const amount = ofMoney(sumMoney(orders.map((one) => one.amount)));
  const ref = { table: "orders" as const, id: first.id };
  return [
    paid === 0
      ? said(ref, "orders-unpaid", { count: orders.length, amount })
      : said(ref, "orders", { count: orders.length, amount, paid: ofMoney(paid) }),
  ];
}

function ofMoney(value: Money) {
  return { unit: "money" as const, value };
}
