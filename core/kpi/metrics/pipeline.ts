import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import type { ExplainedRow } from "../../base/explain.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { money, multiplyMoney } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { Deal, Stage } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { attribute, attributeInOrder } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { WON_DEALS } from "../fact-source.ts";
import type { CountedFact, FactSource } from "../fact-source.ts";
import { memoBy } from "../memo-by.ts";
import { lastMovesBefore } from "../stage-moves.ts";
import { entryRows, noMeasure, sumAmounts } from "./measure.ts";
import type { MetricRule } from "./measure.ts";

/** One open deal as it stood on a day. */
interface OpenDeal extends CountedFact {
  readonly deal: Deal;
  readonly amount: Money | undefined;
  readonly probability: Ppm | undefined;
}

/** How the deals at the end of a period are found, or why they cannot be. */
type Moment =
  | {
      readonly known: true;
      readonly asOf: Day;
      /** Nothing where the deals themselves say it: a start must not parse stage history then. */
      readonly history: readonly object[];
      readonly openIn: (chunk: readonly Deal[]) => OpenIn;
    }
  | { readonly known: false; readonly note: Message };

/** The open deals of one piece of the table, and of how many deals nothing is known. */
interface OpenIn {
  readonly open: readonly OpenDeal[];
  readonly unknown: number;
}

/** What a subject's open deals come to. */
interface Tally {
  readonly amount: number;
  readonly known: number;
  readonly unknown: number;
}

const NOTHING_OPEN: Tally = { amount: 0, known: 0, unknown: 0 };

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

type AmountOf = (open: OpenDeal) => Money | undefined;

function pipelineRule(key: string, amountOf: AmountOf): MetricRule {
  return {
    unit: "money",
    kind: "level",
    version: 1,
    measure(context, subject, period) {
      const moment = momentOf(context, period);
      if (!moment.known) return noMeasure(moment.note);
      const { asOf } = moment;
      const tallies = talliesOf(context, moment, { key: `${key}:${period.end}`, amountOf });
      const { amount, known, unknown } = tallies.get(subjectKey(subject)) ?? NOTHING_OPEN;
      const missing = key === "open" ? "kpi.note.without-amount" : "kpi.note.without-weight";
      return {
        value: money(amount),
        n: known,
        notes: [
          message("kpi.note.as-of", { day: { day: asOf } }),
          ...(unknown === 0 ? [] : [message(missing, { count: unknown })]),
        ],
        inputs: () => [],
        rows: () => {
          const open = context.facts.deals.flatMap((chunk) => moment.openIn(chunk).open);
          const source = openSource(asOf, amountOf);
          const entries = attribute(context, source, open).get(subjectKey(subject)) ?? [];
          return entries.flatMap((entry) => (entry.amount === null ? [] : expectedRow(source, entry)));
        },
      };
    },
  };
}

/** By subject, added up piece by piece: an edited deal has its own piece counted anew. */
function talliesOf(
  context: KpiContext,
  moment: Moment & { readonly known: true },
  { key, amountOf }: { readonly key: string; readonly amountOf: AmountOf },
): ReadonlyMap<string, Tally> {
  const { deals } = context.facts;
  const { members, memberships, stages } = context.rows;
  const shared = [...moment.history, stages, members, memberships];
  return memoBy([deals, ...shared], `${key}:tallies:${moment.asOf}`, () => {
    const source = openSource(moment.asOf, amountOf);
    const total = new Map<string, Tally>();
    for (const chunk of deals) {
      const tallies = memoBy([chunk, ...shared], `${key}:tallies:${moment.asOf}`, () => {
        const bySubject = attributeInOrder(context, source, moment.openIn(chunk).open);
        return new Map([...bySubject].map(([subject, entries]) => [subject, tallyOf(entries)]));
      });
      for (const [subject, tally] of tallies) {
        const sum = total.get(subject) ?? NOTHING_OPEN;
        total.set(subject, {
          amount: sum.amount + tally.amount,
          known: sum.known + tally.known,
          unknown: sum.unknown + tally.unknown,
        });
      }
    }
    return total;
  });
}

function tallyOf(entries: readonly Entry[]): Tally {
  const known = entries.filter((entry) => entry.amount !== null).length;
  return { amount: sumAmounts(entries), known, unknown: entries.length - known };
}

/** Open deals as facts that all count on one day. */
function openSource(asOf: Day, amountOf: AmountOf): FactSource<OpenDeal> {
  return {
    key: "open-deals",
    table: "deals",
    chunks: () => [],
    day: () => asOf,
    amount: amountOf,
    label: (open) => WON_DEALS.label(open.deal),
  };
}

function momentOf(context: KpiContext, period: Period): Moment {
  return memoBy([context], `pipeline-moment:${period.start}/${period.end}`, () =>
    findMoment(context, period),
  );
}

function findMoment(context: KpiContext, period: Period): Moment {
  const { deals } = context.facts;
  if (deals.every((chunk) => chunk.length === 0)) return { known: false, note: message("kpi.none.deals") };
  if (period.start > context.today) return { known: false, note: message("kpi.none.not-begun") };
  if (period.end > context.today) {
    const openIn = (chunk: readonly Deal[]) => openNow(context, chunk);
    return { known: true, asOf: context.today, history: [], openIn };
  }
  const openIn = (chunk: readonly Deal[]) => openThen(context, chunk, period.end);
  const unknown = deals.reduce((sum, chunk) => sum + openIn(chunk).unknown, 0);
  if (unknown > 0) return { known: false, note: message("kpi.none.stage-history", { count: unknown }) };
  const history = [context.facts.stageEvents];
  return { known: true, asOf: addDays(period.end, -1), history, openIn };
}

function openNow(context: KpiContext, chunk: readonly Deal[]): OpenIn {
  return memoBy([chunk, context.rows.stages], "open-now", () => ({
    open: chunk
      .filter((deal) => deal.category === "open")
      .map((deal) => {
        const probability = deal.probability ?? stageChance(context, deal, deal.stage);
        return openDeal(deal, deal.amount, probability);
      }),
    unknown: 0,
  }));
}

/** The open deals as they stood before the day `end`, from stage history; it may be silent about some. */
function openThen(context: KpiContext, chunk: readonly Deal[], end: Day): OpenIn {
  const { stageEvents } = context.facts;
  return memoBy([chunk, stageEvents, context.rows.stages], `open-before:${end}`, () => {
    const open: OpenDeal[] = [];
    let unknown = 0;
    const events = lastMovesBefore(stageEvents, chunk, end);
    for (const [at, deal] of chunk.entries()) {
      if (wasNotThere(deal, end)) continue;
      const event = events[at];
      // Of a deal that two systems hold, the other one may tell of the move by its own stages.
      const stage = event && (stageOf(context, event, event.stage) ?? stageOf(context, deal, event.stage));
      if (!event || !stage || (stage.category === "open" && event.amount === undefined)) unknown += 1;
      else if (stage.category === "open") {
        open.push(openDeal(deal, event.amount, stage.probability));
      }
    }
    return { open, unknown };
  });
}

function openDeal(deal: Deal, amount: Money | undefined, probability: Ppm | undefined): OpenDeal {
  return { id: deal.id, ownerName: deal.ownerName, credits: deal.credits, deal, amount, probability };
}

function wasNotThere(deal: Deal, end: Day): boolean {
  if (deal.createdOn !== undefined && deal.createdOn >= end) return true;
  if (deal.category === "open") return false;
  const closedOn = deal.closedOn ?? deal.expectedCloseOn;
  return closedOn !== undefined && closedOn < end;
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

/** Open deals are listed with the day on which they are expected to close. */
function expectedRow(source: FactSource<OpenDeal>, entry: Entry<OpenDeal>): readonly ExplainedRow[] {
  const { expectedCloseOn } = entry.fact.deal;
  return entryRows(source, [entry]).map(({ ref, label, amount }) => ({
    ref,
    label,
    amount,
    ...(expectedCloseOn === undefined ? {} : { day: expectedCloseOn }),
  }));
}
