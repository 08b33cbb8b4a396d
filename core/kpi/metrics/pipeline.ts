import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import type { ExplainedRow } from "../../base/explain.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { multiplyMoney } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { Deal, Stage, StageEvent } from "../../customer/records.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { attribute } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { FactSource } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import { entryRows, missingAmounts, noMeasure, sumAmounts } from "./measure.ts";
import type { MetricRule } from "./measure.ts";

/** One open deal as it stood on a day. */
interface OpenDeal {
  readonly deal: Deal;
  readonly amount: Money | undefined;
  readonly probability: Ppm | undefined;
}

/** The open deals at the end of a period, or why they are not known. */
type OpenBook =
  | { readonly known: true; readonly deals: ReadonlyMap<string, OpenDeal>; readonly asOf: Day }
  | { readonly known: false; readonly note: Message };

/** `open-amount`: Σ amounts of open deals at the end of the period; for the running period as of today; for past periods as
 * of their end where stage history knows every deal, else no value. */
export const OPEN_AMOUNT = pipelineRule("open", (open) => open.amount);

/** `weighted-open-amount`: as `open-amount`, each amount × its probability (the deal's own, else its stage's), rounded half
 * away from zero per deal. Deals without a probability add nothing and are noted. */
export const WEIGHTED_OPEN_AMOUNT = pipelineRule("weighted", (open) =>
  open.amount === undefined || open.probability === undefined
    ? undefined
    : multiplyMoney(open.amount, open.probability),
);

function pipelineRule(key: string, amountOf: (open: OpenDeal) => Money | undefined): MetricRule {
  return {
    unit: "money",
    kind: "level",
    version: 1,
    measure(context, subject, period) {
      const book = openBook(context, period);
      if (!book.known) return noMeasure(book.note);
      const source: FactSource<Deal> = {
        ...WON_DEALS,
        key,
        day: () => book.asOf,
        amount: (deal) => amountOf(book.deals.get(deal.id)!),
      };
      const { deals, stageEvents } = context.facts;
      const { members, memberships, stages } = context.rows;
      const identities = [deals, stageEvents, stages, members, memberships] as const;
      const bySubject = memoBy(identities, `${key}:${book.asOf}:${period.end}`, () =>
        attribute(
          context,
          source,
          [...book.deals.values()].map((open) => [open.deal, book.asOf] as const),
        ),
      );
      const entries: readonly Entry<Deal>[] = bySubject.get(subjectKey(subject)) ?? [];
      const known = entries.filter((entry) => entry.amount !== null);
      return {
        value: sumAmounts(entries),
        n: known.length,
        notes: [
          message("kpi.note.as-of", { day: { day: book.asOf } }),
          ...(key === "open" ? missingAmounts(entries) : withoutWeight(entries)),
        ],
        inputs: () => [],
        rows: () => known.flatMap((entry) => expectedRow(source, entry)),
      };
    },
  };
}

function openBook(context: KpiContext, period: Period): OpenBook {
  if (context.facts.deals.every((chunk) => chunk.length === 0)) {
    return { known: false, note: message("kpi.none.deals") };
  }
  if (period.start > context.today) return { known: false, note: message("kpi.none.not-begun") };
  if (period.end > context.today) return { known: true, deals: openNow(context), asOf: context.today };
  return openThen(context, period.end);
}

function openNow(context: KpiContext): ReadonlyMap<string, OpenDeal> {
  const open = new Map<string, OpenDeal>();
  for (const chunk of context.facts.deals) {
    const deals = memoBy([chunk], "open", () => chunk.filter((deal) => deal.category === "open"));
    for (const deal of deals) {
      const probability = deal.probability ?? stageChance(context, deal, deal.stage);
      open.set(deal.id, { deal, amount: deal.amount, probability });
    }
  }
  return open;
}

/** The open deals as they stood before the day `end`, from stage history; unknown when it is silent about one of them. */
function openThen(context: KpiContext, end: Day): OpenBook {
  const lastByDeal = lastEvents(context.facts.stageEvents, end);
  const open = new Map<string, OpenDeal>();
  let unknown = 0;
  for (const deal of context.facts.deals.flat()) {
    if (wasNotThere(deal, end)) continue;
    const event = lastByDeal.get(deal.id);
    const stage = event && stageOf(context, deal, event.stage);
    if (!event || !stage || (stage.category === "open" && event.amount === undefined)) unknown += 1;
    else if (stage.category === "open") {
      open.set(deal.id, { deal, amount: event.amount, probability: stage.probability });
    }
  }
  if (unknown > 0) return { known: false, note: message("kpi.none.stage-history", { count: unknown }) };
  return { known: true, deals: open, asOf: addDays(end, -1) };
}

function wasNotThere(deal: Deal, end: Day): boolean {
  if (deal.createdOn !== undefined && deal.createdOn >= end) return true;
  if (deal.category === "open") return false;
  const closedOn = deal.closedOn ?? deal.expectedCloseOn;
  return closedOn !== undefined && closedOn < end;
}

function lastEvents(chunks: Chunks<StageEvent>, end: Day): ReadonlyMap<string, StageEvent> {
  return memoBy([chunks], `last-before:${end}`, () => {
    const lastByDeal = new Map<string, StageEvent>();
    for (const event of chunks.flat()) {
      if (event.on >= end) continue;
      const known = lastByDeal.get(event.dealId);
      if (!known || event.on >= known.on) lastByDeal.set(event.dealId, event);
    }
    return lastByDeal;
  });
}

/** The chance that a stage of a deal's source gives, or `undefined`.
 * @example stageChance(kpiWorld({}), aDeal("d1"), "Offer") // => undefined
 */
export function stageChance(
  context: Pick<KpiContext, "rows">,
  deal: Pick<Deal, "source">,
  stage: string | undefined,
): Ppm | undefined {
  return stageOf(context, deal, stage)?.probability;
}

function stageOf(
  context: Pick<KpiContext, "rows">,
  deal: Pick<Deal, "source">,
  stage: string | undefined,
): Stage | undefined {
  return stage === undefined ? undefined : context.rows.stages.get(`${deal.source}:${stage}`);
}

function withoutWeight(entries: readonly Entry<Deal>[]): readonly Message[] {
  const count = entries.filter((entry) => entry.amount === null).length;
  return count === 0 ? [] : [message("kpi.note.without-weight", { count })];
}

/** Open deals are listed with the day on which they are expected to close. */
function expectedRow(source: FactSource<Deal>, entry: Entry<Deal>): readonly ExplainedRow[] {
  const { expectedCloseOn } = entry.fact;
  return entryRows(source, [entry]).map(({ ref, label, amount }) => ({
    ref,
    label,
    amount,
    ...(expectedCloseOn === undefined ? {} : { day: expectedCloseOn }),
  }));
}
