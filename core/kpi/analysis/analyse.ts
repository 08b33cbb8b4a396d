import { subjectKey } from "../../base/id.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import { analysedDeals } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { breakDown } from "./break-down.ts";
import type { AnalysisPart } from "./break-down.ts";
import { customerBusiness } from "./customer-business.ts";
import type { CustomerBusiness } from "./customer-business.ts";
import { cycleSteps } from "./cycle-steps.ts";
import { dealFigures } from "./deal-figures.ts";
import type { DealFigures } from "./deal-figures.ts";
import type { Dimension } from "./dimensions.ts";
import { funnel } from "./funnel.ts";
import type { FunnelStage } from "./funnel.ts";
import { lazily, once } from "./lazily.ts";
import { lossReasons } from "./loss-reasons.ts";
import type { LossReason } from "./loss-reasons.ts";
import { openDeals } from "./open-deals.ts";
import type { OpenDeals } from "./open-deals.ts";
import { receivables } from "./receivables.ts";
import type { Receivables } from "./receivables.ts";
import { undatedDeals } from "./undated-deals.ts";
import { winRateTrend } from "./win-rate-trend.ts";
import type { TrendStep } from "./win-rate-trend.ts";
import type { KpiValue } from "../kpi-value.ts";

/** What the analysis answers for a filter alone. */
export interface FilterAnswers {
  readonly whole: DealFigures;
  readonly undated: KpiValue;
  readonly funnel: readonly FunnelStage[];
  readonly open: OpenDeals;
  readonly lossReasons: readonly LossReason[];
  readonly cycleSteps: ReturnType<typeof cycleSteps>;
  readonly business: CustomerBusiness;
  readonly receivables: Receivables;
  readonly trend: readonly TrendStep[];
}

/** All that the analysis answers for a question. */
export interface Analysis extends FilterAnswers {
  /** The same figures of the previous period of the same length, when they are asked for. */
  readonly before: DealFigures | null;
  readonly parts: readonly AnalysisPart[];
}

/** What the analysis is asked. */
export interface AnalysisQuestion {
  readonly filter: AnalysisFilter;
  readonly dimension: Dimension;
  readonly isCompared: boolean;
}

/** Answers everything that the analysis can say for a filter, each question when it is first looked at. What does not depend on
 * the filter is made once for each page of the book; the rest is a pass over columns of numbers.
 * @example analyse(kpiWorld({}), { filter: { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, dimension: "member", isCompared: false }).parts // => []
 */
export function analyse(context: KpiContext, question: AnalysisQuestion): Analysis {
  const { filter, dimension } = question;
  const { answers, partsBy } = answered(context, filter);
  return lazily<Analysis>({
    ...(Object.fromEntries(
      (Object.keys(answers) as (keyof FilterAnswers)[]).map((key) => [key, () => answers[key]]),
    ) as { [K in keyof FilterAnswers]: () => FilterAnswers[K] }),
    before: () => (question.isCompared ? figuresBefore(context, filter) : null),
    parts: () => partsBy(dimension),
  });
}

/** What is answered for the filter whatever else is asked; the same object as long as book and filter are the same.
 * @example filterAnswers(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }).trend // => []
 */
export function filterAnswers(context: KpiContext, filter: AnalysisFilter): FilterAnswers {
  return answered(context, filter).answers;
}

interface Answered {
  readonly key: string;
  readonly answers: FilterAnswers;
  partsBy(dimension: Dimension): readonly AnalysisPart[];
}

/** The last filter alone: lists of deals are long. */
const lastByContext = new WeakMap<KpiContext, Answered>();

function answered(context: KpiContext, filter: AnalysisFilter): Answered {
  const { start, end, id } = filter.period;
  const key = [subjectKey(filter.subject), filter.source, id, start, end].join(" ");
  const last = lastByContext.get(context);
  if (last?.key === key) return last;
  const deals = once(() => analysedDeals(context, filter));
  const partsByDimension = new Map<Dimension, readonly AnalysisPart[]>();
  const made: Answered = {
    key,
    answers: lazily<FilterAnswers>({
      whole: () => dealFigures(context, filter, { deals: deals() }),
      undated: () => undatedDeals(context, filter, deals()),
      funnel: () => funnel(context, filter),
      open: () => openDeals(context, filter),
      lossReasons: () => lossReasons(context, filter, deals()),
      cycleSteps: () => cycleSteps(context, filter, deals()),
      business: () => customerBusiness(context, filter, deals()),
      receivables: () => receivables(context, filter),
      trend: () => winRateTrend(context, filter),
    }),
    partsBy(dimension) {
      const known = partsByDimension.get(dimension);
      if (known) return known;
      const parts = breakDown(context, filter, { deals: deals(), dimension });
      partsByDimension.set(dimension, parts);
      return parts;
    },
  };
  lastByContext.set(context, made);
  return made;
}

function figuresBefore(context: KpiContext, filter: AnalysisFilter): DealFigures {
  const before = { ...filter, period: shiftPeriod(filter.period, -1, context.settings.fiscalStart) };
  return dealFigures(context, before, { deals: analysedDeals(context, before) });
}
