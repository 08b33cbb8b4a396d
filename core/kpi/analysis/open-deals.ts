import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Stage } from "../../customer/records.ts";
import type { StageNorm } from "../../customer/stage-age.ts";
import { stageNorm } from "../../customer/stage-norms.ts";
import type { KpiContext } from "../context.ts";
import type { KpiValue } from "../kpi-value.ts";
import { memoBy } from "../memo-by.ts";
import { noMeasure } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { medianOf } from "../metrics/sales-cycle.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { analysisStages } from "./analysis-stages.ts";
import { openRows } from "./deal-figures.ts";
import { NONE } from "./line-book.ts";
import { lineTally } from "./line-tally.ts";
import { OPEN, openStates } from "./open-states.ts";
import type { OpenStates } from "./open-states.ts";

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
  const of = openMeasures(context, filter);
  const figure = (key: AnalysisFigure, measure: Measure, part?: string | Message) =>
    analysisFigure(context, { filter, figure: key, measure, ...(part === undefined ? {} : { part }) });
  return {
    stalled: figure("stalled", of.stalled),
    slipped: figure("slipped", of.slipped),
    overdue: figure("overdue", of.overdue),
    withoutNextStep: figure("without-next-step", of.withoutNextStep),
    ages: of.ages.map(({ step, count }) => ({
      step,
      count: figure("aged", count, message(`customer.analysis.age.${step}`)),
    })),
    stages: of.stages.map(({ stage, ...measures }) => {
      const part = stage?.stage ?? message("customer.board.no-stage");
      return {
        stage,
        count: figure("open-count", measures.count, part),
        ageMedian: figure("age-median", measures.ageMedian, part),
        stalled: figure("stalled", measures.stalled, part),
        norm: stage && stageNorm(context, stage),
      };
    }),
  };
}

/** What the open deals of a subject and source come to, whatever the period. */
function openMeasures(context: KpiContext, { subject, source }: Pick<AnalysisFilter, "subject" | "source">) {
  const states = openStates(context);
  return memoBy([states], `open-measures:${subjectKey(subject)}:${source ?? ""}`, () => {
    const { line, age, is } = states;
    const isIn = lineTest(states.book, { subject, source });
    const all: number[] = [];
    for (let at = 0; at < line.length; at += 1) if (isIn(line[at]!)) all.push(at);
    const some = (at: readonly number[]): Some => ({ states, at });
    const byStep = new Map<AgeStep, number[]>(AGE_STEPS.map((step) => [step, []]));
    for (const at of all) byStep.get(ageStep(age[at]!))!.push(at);
    return {
      stalled: stalledOf(some(all)),
      slipped: slippedOf(some(all)),
      overdue: countStates(some(all.filter((at) => is[at]! & OPEN.overdue)), { show: "share" }),
      withoutNextStep: withoutNextStep(some(all)),
      ages: AGE_STEPS.map((step) => ({
        step,
        count: countStates(some(byStep.get(step)!), { show: "age" }),
      })),
      stages: stagesOf(context, some(all)).map(({ stage, at }) => ({
        stage,
        count: countStates(some(at), { show: "age" }),
        ageMedian: ageMedian(some(at)),
        stalled: stalledOf(some(at)),
      })),
    };
  });
}

/** Some of the open deals: places in the columns. */
interface Some {
  readonly states: OpenStates;
  readonly at: readonly number[];
}

function stagesOf(context: KpiContext, { states, at }: Some) {
  const { book, line } = states;
  const stages = analysisStages(context);
  const byPlace = stages.open.map(() => [] as number[]);
  const rest: number[] = [];
  for (const one of at) {
    const place = stages.placeOf(book.facts[line[one]!]!.stage ?? "");
    (place === undefined ? rest : byPlace[place]!).push(one);
  }
  const found = stages.open.map((stage, place) => ({ stage: stage as Stage | null, at: byPlace[place]! }));
  return rest.length === 0 ? found : [{ stage: null, at: rest }, ...found];
}

/** Those of which all the bits are true. */
function those({ states, at }: Some, bits: number): Some {
  return { states, at: at.filter((one) => (states.is[one]! & bits) === bits) };
}

function stalledOf(of: Some): Measure {
  const judged = those(of, OPEN.judged).at.length;
  const all = of.at.length;
  if (all > 0 && judged === 0) return noMeasure(message("customer.analysis.none.norm"), all);
  const stalled = those(of, OPEN.stalled);
  const unsure = stalled.at.length - those(stalled, OPEN.exact).at.length;
  return countStates(stalled, {
    show: "age",
    notes: [
      ...(all > judged ? [message("customer.analysis.note.no-norm", { count: all - judged })] : []),
      ...(unsure > 0 ? [message("customer.analysis.note.at-most", { count: unsure })] : []),
    ],
  });
}

/** Moved later, or past: a deal that is both is one. */
function slippedOf({ states, at }: Some): Measure {
  const slipped = { states, at: at.filter((one) => states.is[one]! & (OPEN.moved | OPEN.overdue)) };
  const moved = those(slipped, OPEN.moved).at.length;
  return countStates(slipped, {
    show: "slip",
    notes: [message("customer.analysis.note.slipped", { moved, past: slipped.at.length - moved })],
  });
}

function withoutNextStep({ states, at }: Some): Measure {
  const without = at.filter((one) => (states.is[one]! & OPEN.hasNextStep) === 0);
  const isColumnMissing = at.length > 0 && without.length === at.length;
  return countStates(
    { states, at: without },
    { show: "share", notes: isColumnMissing ? [message("customer.analysis.note.no-next-steps")] : [] },
  );
}

function ageMedian({ states, at }: Some): Measure {
  const aged = { states, at: at.filter((one) => states.age[one] !== NONE) };
  if (aged.at.length === 0) return noMeasure(message("customer.analysis.none.ages"));
  const unsure = aged.at.length - those(aged, OPEN.exact).at.length;
  return {
    ...countStates(aged, { show: "age" }),
    value: medianOf(aged.at.map((one) => states.age[one]!)),
    notes: unsure > 0 ? [message("customer.analysis.note.at-most", { count: unsure })] : [],
  };
}

function countStates(
  { states, at }: Some,
  of: { readonly show: "age" | "slip" | "share"; readonly notes?: readonly Message[] },
): Measure {
  const tally = lineTally({ book: states.book, at: at.map((one) => states.line[one]!) });
  return {
    value: tally.parts / WHOLE_PPM,
    n: tally.n,
    notes: of.notes ?? [],
    inputs: () => [],
    rows: () => {
      const placeByDeal = new Map(at.map((one) => [states.book.facts[states.line[one]!]!.id as string, one]));
      return openRows(tally.entries(), "count").map((row) =>
        of.show === "share"
          ? row
          : { ...row, amount: daysOf(states[of.show][placeByDeal.get(row.ref.id)!]!) },
      );
    },
  };
}

function daysOf(days: number): Quantity {
  return { unit: "days", value: days === NONE ? null : days };
}

function ageStep(days: number): AgeStep {
  if (days === NONE) return "unknown";
  if (days <= 30) return "to-30";
  if (days <= 60) return "to-60";
  return days <= 90 ? "to-90" : "over-90";
}
