import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import type { Entry } from "../entries.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { entryRows, noMeasure, shareQuantity, silence } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { cycleOf, meanOf, medianOf } from "../metrics/sales-cycle.ts";
import { amountOf, countOf } from "../metrics/sums.ts";
import type { Tally } from "../metrics/tally.ts";
import { winRateOf, winRateValueOf } from "../metrics/win-rates.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { lazily } from "./lazily.ts";
import { dealLineTally, lineTally } from "./line-tally.ts";
import type { LineTally } from "./line-tally.ts";
import { velocityOf } from "./velocity.ts";

/** The figures of some deals of the analysis. */
export const DEAL_FIGURES = [
  "win-rate",
  "win-rate-value",
  "closed-count",
  "won-count",
  "lost-count",
  "won-amount",
  "lost-amount",
  "cycle-median-days",
  "cycle-mean-days",
  "velocity",
  "open-count",
  "open-amount",
  "weighted-open-amount",
] as const satisfies readonly AnalysisFigure[];
export type DealFigure = (typeof DEAL_FIGURES)[number];
export type DealFigures = Readonly<Record<DealFigure, KpiValue>>;

/** What some deals come to: won, lost, how fast and what is open. A book that can say nothing about the period says why.
 * `part` names the deals where they are not all of the filter's.
 * @example dealFigures(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, { deals: analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }) })["win-rate"].note // => { key: "kpi.none.deals" }
 */
export function dealFigures(
  context: KpiContext,
  filter: AnalysisFilter,
  of: {
    readonly deals: Pick<AnalysedDeals, "won" | "lost" | "open">;
    readonly part?: string | Message;
  },
): DealFigures {
  const won = dealLineTally(of.deals.won);
  const lost = lineTally(of.deals.lost);
  const open = lineTally(of.deals.open);
  const silent = silence(context, WON_DEALS, filter.period);
  const part = of.part === undefined ? {} : { part: of.part };
  const measures: Readonly<Record<DealFigure, () => Measure>> = {
    "win-rate": () => winRateOf({ won, lost }),
    "win-rate-value": () => winRateValueOf({ won, lost }),
    "closed-count": () => closedCount(won, lost),
    "won-count": () => countOf(WON_DEALS, won),
    "lost-count": () => countOf(LOST_DEALS, lost),
    "won-amount": () => amountOf(WON_DEALS, won),
    "lost-amount": () => amountOf(LOST_DEALS, lost),
    "cycle-median-days": () => cycleOf(won, medianOf),
    "cycle-mean-days": () => cycleOf(won, meanOf),
    velocity: () => velocityOf({ won, lost, open }),
    "open-count": () => openCount(open),
    "open-amount": () => openAmount(open),
    "weighted-open-amount": () => weightedAmount(open),
  };
  const make = (figure: DealFigure) => () => {
    const isNow = figure.includes("open");
    const measure = isNow ? nowMeasure(context, measures[figure]) : null;
    const closed = () => (silent ? noMeasure(silent) : measures[figure]());
    return analysisFigure(context, { filter, figure, measure: measure ?? closed(), ...part });
  };
  // A page shows a few of each part.
  return lazily<DealFigures>(
    Object.fromEntries(DEAL_FIGURES.map((figure) => [figure, make(figure)])) as Record<
      DealFigure,
      () => KpiValue
    >,
  );
}

function nowMeasure({ facts }: KpiContext, make: () => Measure): Measure {
  const isEmpty = facts.deals.every((chunk) => chunk.length === 0);
  return isEmpty ? noMeasure(message("kpi.none.deals")) : make();
}

function closedCount(won: Tally<Deal>, lost: Tally<Deal>): Measure {
  return {
    value: (won.parts + lost.parts) / WHOLE_PPM,
    n: won.n + lost.n,
    notes: [],
    inputs: () => [],
    rows: () => entryRows(WON_DEALS, [...won.entries(), ...lost.entries()], shareQuantity),
  };
}

function openCount(open: LineTally<Deal>): Measure {
  return { ...countOf(WON_DEALS, open), rows: () => openRows(open.entries(), "count") };
}

function openAmount(open: LineTally<Deal>): Measure {
  const known = () => open.entries().filter((entry) => entry.amount !== null);
  return { ...amountOf(WON_DEALS, open), rows: () => openRows(known(), "money") };
}

function weightedAmount(open: LineTally<Deal>): Measure {
  const left = open.n - open.weighed;
  return {
    value: open.besides,
    n: open.weighed,
    notes: left === 0 ? [] : [message("kpi.note.without-weight", { count: left })],
    inputs: () => [],
    rows: () => {
      const known = open.entries().filter((entry) => entry.besides !== null);
      return openRows(
        known.map((entry) => ({ ...entry, amount: entry.besides })),
        "money",
      );
    },
  };
}

/** Open deals as rows, each with the day on which it is expected to close.
 * @example openRows([], "count") // => []
 */
export function openRows(open: readonly Entry<Deal>[], unit: "count" | "money") {
  return open.flatMap((entry) => {
    const rows = entryRows(WON_DEALS, [entry], unit === "count" ? shareQuantity : undefined);
    const { expectedCloseOn } = entry.fact;
    return rows.map(({ ref, label, amount }) => ({
      ref,
      label,
      amount,
      ...(expectedCloseOn === undefined ? {} : { day: expectedCloseOn }),
    }));
  });
}
