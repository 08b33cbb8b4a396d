import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import {
  countShares,
  entryRows,
  missingAmounts,
  noMeasure,
  shareQuantity,
  silence,
  sumAmounts,
} from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { cycleOf, meanOf, medianOf } from "../metrics/sales-cycle.ts";
import { amountOf, countOf } from "../metrics/sums.ts";
import { winRateOf, winRateValueOf } from "../metrics/win-rates.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { wholeEntries } from "./analysis-lines.ts";
import type { DealLine } from "./analysis-lines.ts";
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
 * @example dealFigures(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, { deals: { won: [], lost: [], open: [], undated: [] } })["win-rate"].note // => { key: "kpi.none.deals" }
 */
export function dealFigures(
  context: KpiContext,
  filter: AnalysisFilter,
  of: {
    readonly deals: Pick<AnalysedDeals, "won" | "lost" | "open">;
    readonly part?: string | Message;
  },
): DealFigures {
  const won = wholeEntries(of.deals.won);
  const lost = wholeEntries(of.deals.lost);
  const open = wholeEntries(of.deals.open);
  const silent = silence(context, WON_DEALS, filter.period);
  const part = of.part === undefined ? {} : { part: of.part };
  const measures: Readonly<Record<DealFigure, () => Measure>> = {
    "win-rate": () => winRateOf({ won, lost }),
    "win-rate-value": () => winRateValueOf({ won, lost }),
    "closed-count": () => countOf(WON_DEALS, [...won, ...lost]),
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
  return lazyFigures((figure) => {
    const isNow = figure.includes("open");
    const measure = isNow ? nowMeasure(context, measures[figure]) : null;
    const closed = () => (silent ? noMeasure(silent) : measures[figure]());
    return analysisFigure(context, { filter, figure, measure: measure ?? closed(), ...part });
  });
}

/** Figures that are worked out when they are first looked at: a page shows a few of each part. */
function lazyFigures(make: (figure: DealFigure) => KpiValue): DealFigures {
  const made = new Map<DealFigure, KpiValue>();
  const figures = {};
  for (const figure of DEAL_FIGURES) {
    Object.defineProperty(figures, figure, {
      enumerable: true,
      get() {
        const value = made.get(figure) ?? make(figure);
        made.set(figure, value);
        return value;
      },
    });
  }
  return figures as DealFigures;
}

function nowMeasure({ facts }: KpiContext, make: () => Measure): Measure {
  const isEmpty = facts.deals.every((chunk) => chunk.length === 0);
  return isEmpty ? noMeasure(message("kpi.none.deals")) : make();
}

function openCount(open: readonly DealLine[]): Measure {
  return {
    value: countShares(open),
    n: open.length,
    notes: [],
    inputs: () => [],
    rows: () => openRows(open, "count"),
  };
}

function openAmount(open: readonly DealLine[]): Measure {
  const known = open.filter((line) => line.amount !== null);
  return {
    value: sumAmounts(known),
    n: known.length,
    notes: missingAmounts(open),
    inputs: () => [],
    rows: () => openRows(known, "money"),
  };
}

function weightedAmount(open: readonly DealLine[]): Measure {
  const known = open.flatMap((line) => (line.besides === null ? [] : [{ ...line, amount: line.besides }]));
  const left = open.length - known.length;
  return {
    value: sumAmounts(known),
    n: known.length,
    notes: left === 0 ? [] : [message("kpi.note.without-weight", { count: left })],
    inputs: () => [],
    rows: () => openRows(known, "money"),
  };
}

/** Open deals as rows, each with the day on which it is expected to close.
 * @example openRows([], "count") // => []
 */
export function openRows(open: readonly DealLine[], unit: "count" | "money") {
  return open.flatMap((line) => {
    const rows = entryRows(WON_DEALS, [line], unit === "count" ? shareQuantity : undefined);
    const { expectedCloseOn } = line.fact;
    return rows.map(({ ref, label, amount }) => ({
      ref,
      label,
      amount,
      ...(expectedCloseOn === undefined ? {} : { day: expectedCloseOn }),
    }));
  });
}
