import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { Stage } from "../../customer/records.ts";
import type { StageNorm } from "../../customer/stage-age.ts";
import { stageNorm } from "../../customer/stage-norms.ts";
import type { KpiContext } from "../context.ts";
import type { KpiValue } from "../kpi-value.ts";
import { countShares, noMeasure } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { medianOf } from "../metrics/sales-cycle.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { wholeEntries } from "./analysis-lines.ts";
import { analysisStages } from "./analysis-stages.ts";
import { openRows } from "./deal-figures.ts";
import { openStates } from "./open-states.ts";
import type { OpenState } from "./open-states.ts";

/** How long open deals have been in their stage, in steps. */
export const AGE_STEPS = ["to-30", "to-60", "to-90", "over-90", "unknown"] as const;
export type AgeStep = (typeof AGE_STEPS)[number];

/** The open deals of one stage. */
export interface OpenStage {
  /** `null`: deals without a stage, or in one that is no open stage. */
  readonly stage: Stage | null;
  readonly count: KpiValue;
  readonly ageMedian: KpiValue;
  readonly stalled: KpiValue;
  /** The norm of the stage's own source; `null` when nothing tells of one. */
  readonly norm: StageNorm | null;
}

/** What the open deals need. */
export interface OpenDeals {
  readonly stalled: KpiValue;
  readonly slipped: KpiValue;
  readonly overdue: KpiValue;
  readonly withoutNextStep: KpiValue;
  readonly ages: readonly { readonly step: AgeStep; readonly count: KpiValue }[];
  readonly stages: readonly OpenStage[];
}

/** The open deals of a filter as they stand today: stalled (in their stage for longer than its norm), slipped (expected close
 * moved later, or past), without next step, and how long they have been where they are.
 * @example openDeals(kpiWorld({ deals: [aDeal("d1")] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }).withoutNextStep.value // => { unit: "count", value: 1 }
 */
export function openDeals(context: KpiContext, filter: AnalysisFilter): OpenDeals {
  const isIn = lineTest(filter);
  const states: OpenState[] = [];
  for (const chunk of openStates(context)) {
    for (const state of chunk) if (isIn(state.line)) states.push(state);
  }
  const figure = (key: AnalysisFigure, measure: Measure, part?: string | Message) =>
    analysisFigure(context, { filter, figure: key, measure, ...(part === undefined ? {} : { part }) });
  const byStep = new Map<AgeStep, OpenState[]>(AGE_STEPS.map((step) => [step, []]));
  for (const state of states) byStep.get(ageStep(state))!.push(state);
  return {
    stalled: figure("stalled", stalledOf(states)),
    slipped: figure("slipped", slippedOf(states)),
    overdue: figure(
      "overdue",
      countStates(
        states.filter((state) => state.isOverdue),
        { show: shareOf },
      ),
    ),
    withoutNextStep: figure("without-next-step", withoutNextStep(states)),
    ages: AGE_STEPS.map((step) => ({
      step,
      count: figure(
        "aged",
        countStates(byStep.get(step)!, { show: ageOf }),
        message(`customer.analysis.age.${step}`),
      ),
    })),
    stages: stagesOf(context, states).map(({ stage, states: ofStage }) => {
      const part = stage?.stage ?? message("customer.board.no-stage");
      return {
        stage,
        count: figure("open-count", countStates(ofStage, { show: ageOf }), part),
        ageMedian: figure("age-median", ageMedian(ofStage), part),
        stalled: figure("stalled", stalledOf(ofStage), part),
        norm: stage && stageNorm(context, stage),
      };
    }),
  };
}

function stagesOf(context: KpiContext, states: readonly OpenState[]) {
  const stages = analysisStages(context);
  const byPlace = new Map<number, OpenState[]>(stages.open.map((_, at) => [at, []]));
  const rest: OpenState[] = [];
  for (const state of states) {
    const place = stages.placeOf(state.line.fact.stage ?? "");
    (place === undefined ? rest : byPlace.get(place)!).push(state);
  }
  const found = stages.open.map((stage, at) => ({ stage: stage as Stage | null, states: byPlace.get(at)! }));
  return rest.length === 0 ? found : [{ stage: null, states: rest }, ...found];
}

function stalledOf(states: readonly OpenState[]): Measure {
  const isJudged = (state: OpenState) => state.norm !== null && state.age !== null;
  const judged = states.filter(isJudged);
  if (states.length > 0 && judged.length === 0) {
    return noMeasure(message("customer.analysis.none.norm"), states.length);
  }
  const left = states.length - judged.length;
  const unsure = judged.filter((state) => state.isStalled && !state.age!.isExact).length;
  return countStates(
    judged.filter((state) => state.isStalled),
    {
      show: ageOf,
      notes: [
        ...(left > 0 ? [message("customer.analysis.note.no-norm", { count: left })] : []),
        ...(unsure > 0 ? [message("customer.analysis.note.at-most", { count: unsure })] : []),
      ],
    },
  );
}

/** Moved later, or past: a deal that is both is one. */
function slippedOf(states: readonly OpenState[]): Measure {
  const slipped = states.filter((state) => state.slip.times > 0 || state.isOverdue);
  const moved = slipped.filter((state) => state.slip.times > 0).length;
  return countStates(slipped, {
    show: ({ slip }) => ({ unit: "days", value: slip.days }),
    notes: [message("customer.analysis.note.slipped", { moved, past: slipped.length - moved })],
  });
}

function withoutNextStep(states: readonly OpenState[]): Measure {
  const without = states.filter((state) => !state.hasNextStep);
  const isColumnMissing = states.length > 0 && without.length === states.length;
  return countStates(without, {
    show: shareOf,
    notes: isColumnMissing ? [message("customer.analysis.note.no-next-steps")] : [],
  });
}

function ageMedian(states: readonly OpenState[]): Measure {
  const aged = states.filter((state) => state.age !== null);
  if (aged.length === 0) return noMeasure(message("customer.analysis.none.ages"));
  const unsure = aged.filter((state) => !state.age!.isExact).length;
  return {
    ...countStates(aged, { show: ageOf }),
    value: medianOf(aged.map((state) => state.age!.days)),
    notes: unsure > 0 ? [message("customer.analysis.note.at-most", { count: unsure })] : [],
  };
}

function countStates(
  states: readonly OpenState[],
  of: { show(state: OpenState): Quantity; readonly notes?: readonly Message[] },
): Measure {
  const lines = wholeEntries(states.map((state) => state.line));
  return {
    value: countShares(lines),
    n: lines.length,
    notes: of.notes ?? [],
    inputs: () => [],
    rows: () => {
      const stateByDeal = new Map(states.map((state) => [state.line.fact.id, state]));
      return openRows(lines, "count").map((row) => ({
        ...row,
        amount: of.show(stateByDeal.get(row.ref.id as never)!),
      }));
    },
  };
}

function ageOf({ age }: OpenState): Quantity {
  return { unit: "days", value: age?.days ?? null };
}

function shareOf({ line }: OpenState): Quantity {
  return { unit: "count", value: line.share / 1_000_000 };
}

function ageStep({ age }: OpenState): AgeStep {
  if (age === null) return "unknown";
  if (age.days <= 30) return "to-30";
  if (age.days <= 60) return "to-60";
  return age.days <= 90 ? "to-90" : "over-90";
}
