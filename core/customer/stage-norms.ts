import { daysBetween } from "../base/day.ts";
import { nameKey } from "../team/name-key.ts";
import { eventsByDeal, pageEvents } from "./deal-events.ts";
import type { Deal, Stage, StageEvent } from "./records.ts";
import { quartileOfLists, stageStays } from "./stage-age.ts";
import type { StageNorm } from "./stage-age.ts";

type Chunks<F> = readonly (readonly F[])[];

/** What norms are found from: the context of the KPIs holds it. */
export interface NormBook {
  readonly rows: { readonly stages: ReadonlyMap<string, Stage> };
  readonly facts: { readonly deals: Chunks<Deal>; readonly stageEvents: Chunks<StageEvent> };
}

/** Fewer past deals than this say nothing about the next one. */
export const NORM_DEALS = 5;

const pastByEvents = new WeakMap<object, { readonly deals: object; readonly past: PastDays }>();
const daysByPage = new WeakMap<object, PageDays>();
const settingsByStages = new WeakMap<object, Map<string, number | undefined>>();

interface StageName {
  readonly source: Deal["source"];
  readonly stage: string;
}

/** How long past deals stood in a stage. */
interface PastDays {
  readonly byKey: ReadonlyMap<string, StageNorm>;
  /** By the stage's name as it is written: asked for every open deal. */
  readonly byText: Map<string, StageNorm | null>;
}

/** Days that the past deals of a page stood in a stage, by the stage's name as it is written. */
type PageDays = ReadonlyMap<string, readonly number[]>;

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
  const { byKey, byText } = pastDays(book);
  const known = byText.get(of.stage);
  if (known !== undefined) return known;
  const norm = byKey.get(nameKey(of.stage)) ?? null;
  byText.set(of.stage, norm);
  return norm;
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

function findPastDays({ deals, stageEvents }: NormBook["facts"]): PastDays {
  const pages = new Map<string, (readonly number[])[]>();
  for (const page of eventsByDeal(stageEvents).size === 0 ? [] : deals) {
    for (const [stage, days] of pastDaysOf(page, stageEvents)) {
      const key = nameKey(stage);
      const known = pages.get(key);
      if (known) known.push(days);
      else pages.set(key, [days]);
    }
  }
  const byKey = new Map<string, StageNorm>();
  for (const [key, lists] of pages) {
    const n = lists.reduce((sum, days) => sum + days.length, 0);
    if (n >= NORM_DEALS) byKey.set(key, { days: quartileOfLists(lists), from: "past", n });
  }
  return { byKey, byText: new Map() };
}

/** The days of one page of deals; made ahead of the question when there is time.
 * @example pastDaysOf([], []).size // => 0
 */
export function pastDaysOf(page: readonly Deal[], stageEvents: Chunks<StageEvent>): PageDays {
  const lists = pageEvents(page, stageEvents);
  const known = daysByPage.get(lists);
  if (known) return known;
  const daysByStage = new Map<string, number[]>();
  for (const [at, deal] of page.entries()) {
    const isPast = deal.category === "won" || deal.category === "lost";
    if (isPast && lists[at]!.length > 0) addDays(daysByStage, deal, lists[at]!);
  }
  daysByPage.set(lists, daysByStage);
  return daysByStage;
}

/** A deal that came back to a stage counts there once, with all its days. */
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
