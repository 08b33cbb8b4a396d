import { daysBetween } from "../base/day.ts";
import { nameKey } from "../team/name-key.ts";
import type { Deal, Stage, StageEvent } from "./records.ts";
import { stageStays, upperQuartile } from "./stage-age.ts";
import type { StageNorm } from "./stage-age.ts";

type Chunks<F> = readonly (readonly F[])[];

/** What norms are found from: the context of the KPIs holds it. */
export interface NormBook {
  readonly rows: { readonly stages: ReadonlyMap<string, Stage> };
  readonly facts: { readonly deals: Chunks<Deal>; readonly stageEvents: Chunks<StageEvent> };
}

/** Fewer past deals than this say nothing about the next one. */
export const NORM_DEALS = 5;

const eventsByChunks = new WeakMap<object, ReadonlyMap<string, readonly StageEvent[]>>();
const pastByEvents = new WeakMap<object, { readonly deals: object; readonly past: PastDays }>();

const settingsByStages = new WeakMap<object, Map<string, number | undefined>>();

interface StageName {
  readonly source: Deal["source"];
  readonly stage: string;
}

/** Days that past deals stood in a stage, by the stage's name. */
type PastDays = ReadonlyMap<string, StageNorm>;

/** The stage events of every deal that has any, by deal id, in the order of the table; the same map for the same events.
 * @example eventsByDeal([[{ id: "e1", dealId: "d1", stage: "New", on: "2026-01-01", source: "zoho" }]]).get("d1").length // => 1
 */
export function eventsByDeal(events: Chunks<StageEvent>): ReadonlyMap<string, readonly StageEvent[]> {
  const known = eventsByChunks.get(events);
  if (known) return known;
  const byDeal = new Map<string, StageEvent[]>();
  for (const chunk of events) {
    for (const event of chunk) {
      const ofDeal = byDeal.get(event.dealId);
      if (ofDeal) ofDeal.push(event);
      else byDeal.set(event.dealId, [event]);
    }
  }
  eventsByChunks.set(events, byDeal);
  return byDeal;
}

/** How long deals may stand in the stage of a deal: as the stage itself says (the one of the deal's source, else any of the
 * name), else the 75th percentile of the days that past deals, won or lost, stood there, when there are five of them or
 * more; `null` when nothing is known.
 * @example stageNorm({ rows: { stages: new Map([["zoho:Offer", { id: "zoho:Offer", source: "zoho", stage: "Offer", category: "open", order: 1, normDays: 30 }]]) }, facts: { deals: [], stageEvents: [] } }, { source: "zoho", stage: "Offer" }) // => { days: 30, from: "setting", n: 0 }
 * @example stageNorm({ rows: { stages: new Map() }, facts: { deals: [], stageEvents: [] } }, { source: "zoho", stage: "Offer" }) // => null
 */
export function stageNorm(book: NormBook, of: Pick<Deal, "source" | "stage">): StageNorm | null {
  if (of.stage === undefined) return null;
  const set = normSetting(book.rows.stages, { source: of.source, stage: of.stage });
  if (set !== undefined) return { days: set, from: "setting", n: 0 };
  return pastDays(book).get(nameKey(of.stage)) ?? null;
}

/** Asked for every open deal, answered once for every stage. */
function normSetting(stages: NormBook["rows"]["stages"], of: StageName): number | undefined {
  const known = settingsByStages.get(stages) ?? new Map<string, number | undefined>();
  settingsByStages.set(stages, known);
  const id = `${of.source}:${of.stage}`;
  if (!known.has(id)) known.set(id, findSetting(stages, of));
  return known.get(id);
}

function findSetting(stages: NormBook["rows"]["stages"], { source, stage }: StageName): number | undefined {
  const own = stages.get(`${source}:${stage}`)?.normDays;
  if (own !== undefined) return own;
  const key = nameKey(stage);
  let any: number | undefined;
  for (const one of stages.values()) {
    if (one.normDays === undefined || nameKey(one.stage) !== key) continue;
    if (one.source === source) return one.normDays;
    any ??= one.normDays;
  }
  return any;
}

function pastDays({ facts }: NormBook): PastDays {
  const known = pastByEvents.get(facts.stageEvents);
  if (known?.deals === facts.deals) return known.past;
  const past = findPastDays(facts);
  pastByEvents.set(facts.stageEvents, { deals: facts.deals, past });
  return past;
}

/** A deal that came back to a stage counts there once, with all its days. */
function findPastDays(facts: NormBook["facts"]): PastDays {
  const byDeal = eventsByDeal(facts.stageEvents);
  const daysByStage = new Map<string, number[]>();
  const closed = byDeal.size === 0 ? [] : facts.deals;
  for (const chunk of closed) {
    for (const deal of chunk) {
      if (deal.category !== "won" && deal.category !== "lost") continue;
      const events = byDeal.get(deal.id);
      if (events) addDays(daysByStage, deal, events);
    }
  }
  const byKey = new Map<string, number[]>();
  for (const [stage, days] of daysByStage)
    byKey.set(nameKey(stage), (byKey.get(nameKey(stage)) ?? []).concat(days));
  const enough = [...byKey].filter(([, days]) => days.length >= NORM_DEALS);
  return new Map(
    enough.map(([key, days]) => [key, { days: upperQuartile(days), from: "past", n: days.length }]),
  );
}

function addDays(
  daysByStage: Map<string, number[]>,
  deal: Pick<Deal, "closedOn">,
  events: readonly StageEvent[],
): void {
  const ofDeal = new Map<string, number>();
  for (const { stage, from, until } of stageStays(events)) {
    const end = until ?? deal.closedOn;
    if (end === undefined || end < from) continue;
    ofDeal.set(stage, (ofDeal.get(stage) ?? 0) + daysBetween(from, end));
  }
  for (const [stage, days] of ofDeal) {
    const known = daysByStage.get(stage);
    if (known) known.push(days);
    else daysByStage.set(stage, [days]);
  }
}
