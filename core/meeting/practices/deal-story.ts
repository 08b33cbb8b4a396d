import { daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { eventsByDeal } from "../../customer/deal-events.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { KpiContext } from "../../kpi/context.ts";
import type { Activity, BatchChange, Customer, Deal, Order, StageEvent } from "../../customer/records.ts";
import { closeMoveOf, slipOf } from "../../customer/slips.ts";
import type { Slip } from "../../customer/slips.ts";
import { isSameStage, stageStays } from "../../customer/stage-age.ts";
import { stageNorm } from "../../customer/stage-norms.ts";
import { nameKey } from "../../team/name-key.ts";
import { customerOf } from "./deal-traits.ts";

/** A stretch of a deal in one stage that is over, and how long deals may stand there; `null`: nobody knows. */
export interface StoryStay {
  readonly stage: string;
  readonly from: Day;
  readonly days: number;
  readonly normDays: number | null;
  readonly event: StageEvent;
}

/** How a closed deal went, from the rows of the book alone. */
export interface DealStory {
  readonly deal: Deal;
  readonly customer: Customer | undefined;
  /** Its stages before it was closed, in time. */
  readonly stays: readonly StoryStay[];
  /** The longest of those that were longer than their norm. */
  readonly stalled: StoryStay | null;
  /** The first event that says an amount. */
  readonly firstAmount: StageEvent | null;
  /** The last event at which it was held for lost before it went on. */
  readonly lostOnce: StageEvent | null;
  readonly slip: Slip;
  readonly activities: readonly Activity[];
  readonly orders: readonly Order[];
}

/** What the book tells of a deal, in time.
 * @example dealStory(kpiWorld({}), aDeal("d1", { category: "won", closedOn: "2026-03-01" })).stays // => []
 */
export function dealStory(context: KpiContext, deal: Deal): DealStory {
  const { facts } = context;
  const way = dealWay(context, deal);
  const moves = pick(facts.batchChanges, (one: BatchChange) => one.recordId === deal.id);
  return {
    ...way,
    deal,
    customer: customerOf(context, deal),
    slip: slipOf(
      deal,
      way.events,
      moves.flatMap((one) => closeMoveOf(one) ?? []),
    ),
    activities: pick(facts.activities, (one) => one.dealId === deal.id).toSorted(byDay),
    orders: pick(facts.orders, (one) => one.dealId === deal.id).toSorted(byDay),
  };
}

/** The part of the story that stage history tells; asked of every deal that was won.
 * @example dealWay(kpiWorld({}), aDeal("d1", { category: "won" })).stalled // => null
 */
export function dealWay(context: KpiContext, deal: Deal) {
  const all = eventsByDeal(context.facts.stageEvents).get(deal.id) ?? [];
  const events = all.every((one, at) => at === 0 || all[at - 1]!.on <= one.on) ? all : all.toSorted(byDay);
  const lost = lostStages(context);
  const isLost = (stage: string) => lost.has(stage) || lost.has(nameKey(stage));
  const isLast = (stage: string) => deal.category !== "open" && isSameStage(stage, deal.stage ?? "");
  const stays = stageStays(events).flatMap(({ stage, from, until }): readonly StoryStay[] => {
    const end = until ?? deal.closedOn;
    if (end === undefined || end < from || isLost(stage) || isLast(stage)) return [];
    const norm = stageNorm(context, { source: deal.source, stage });
    const event = events.find((one) => one.on === from && isSameStage(one.stage, stage))!;
    return [{ stage, from, days: daysBetween(from, end), normDays: norm?.days ?? null, event }];
  });
  const late = stays.filter(({ days, normDays }) => normDays !== null && days > normDays);
  return {
    events,
    stays,
    stalled: late.reduce<StoryStay | null>((most, one) => (most && most.days >= one.days ? most : one), null),
    firstAmount: events.find((one) => one.amount !== undefined) ?? null,
    lostOnce: deal.category === "lost" ? null : (events.findLast((one) => isLost(one.stage)) ?? null),
  };
}

/** The names of stages that mean lost, as the book keeps them. */
function lostStages({ rows }: KpiContext): ReadonlySet<string> {
  return memoBy([rows.stages], "lost-stages", () => {
    const lost = [...rows.stages.values()].filter(({ category }) => category === "lost");
    return new Set(lost.map(({ stage }) => nameKey(stage)));
  });
}

function pick<F>(chunks: readonly (readonly F[])[], test: (fact: F) => boolean): readonly F[] {
  return chunks.flatMap((chunk) => chunk.filter(test));
}

function byDay(a: { readonly on: Day }, b: { readonly on: Day }): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
}
