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

/** All that the analysis answers for a filter. */
export interface Analysis {
  readonly whole: DealFigures;
  /** The same figures of the previous period of the same length, when they are asked for. */
  readonly before: DealFigures | null;
  readonly undated: KpiValue;
  readonly parts: readonly AnalysisPart[];
  readonly funnel: readonly FunnelStage[];
  readonly open: OpenDeals;
  readonly lossReasons: readonly LossReason[];
  readonly cycleSteps: ReturnType<typeof cycleSteps>;
  readonly business: CustomerBusiness;
  readonly receivables: Receivables;
  readonly trend: readonly TrendStep[];
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
  const deals = once(() => analysedDeals(context, filter));
  return lazily<Analysis>({
    whole: () => dealFigures(context, filter, { deals: deals() }),
    before: () => (question.isCompared ? figuresBefore(context, filter) : null),
    undated: () => undatedDeals(context, filter, deals()),
    parts: () => breakDown(context, filter, { deals: deals(), dimension }),
    funnel: () => funnel(context, filter),
    open: () => openDeals(context, filter),
    lossReasons: () => lossReasons(context, filter, deals()),
    cycleSteps: () => cycleSteps(context, filter, deals()),
    business: () => customerBusiness(context, filter, deals()),
    receivables: () => receivables(context, filter),
    trend: () => winRateTrend(context, filter),
  });
}

function figuresBefore(context: KpiContext, filter: AnalysisFilter): DealFigures {
  const before = { ...filter, period: shiftPeriod(filter.period, -1, context.settings.fiscalStart) };
  return dealFigures(context, before, { deals: analysedDeals(context, before) });
}
