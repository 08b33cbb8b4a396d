import type { Day } from "../base/day.ts";
import type { ExplainedInput, Explanation } from "../base/explain.ts";
import type { KpiId, MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Ppm } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { nameMessage } from "../team/name-key.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { effectiveSet } from "./effective-set.ts";
import { kpiUnit, kpiValue, quantityOf } from "./kpi-value.ts";
import type { KpiValue } from "./kpi-value.ts";
import type { Kpi, KpiSet } from "./records.ts";
import { scoreAt } from "./score-at.ts";
import { growsWithPeople, scoreLineOf } from "./score-line.ts";
import type { WantedOf } from "./score-line.ts";
import { subjectLabel } from "./subject-label.ts";

/** A figure of a scorecard that can explain itself. */
export interface ScoreFigure {
  readonly value: Quantity & { readonly unit: "score" };
  /** Why there is none. */
  readonly note?: Message;
  explain(): Explanation;
}

/** One KPI of a scorecard. */
export interface ScorecardLine {
  readonly kpi: Kpi;
  readonly weight: Ppm;
  readonly value: KpiValue;
  /** The value that scores 100, in the KPI's base unit; `null` when there is none. */
  readonly target: number | null;
  readonly score: ScoreFigure;
}

/** A member's KPIs in a period, their scores and the total. */
export interface Scorecard {
  readonly memberId: MemberId;
  /** The set that holds; absent when neither the member nor the group has one. */
  readonly set?: KpiSet;
  readonly lines: readonly ScorecardLine[];
  /** KPIs without a value or a target: their weight is left to the others. */
  readonly missing: readonly Kpi[];
  readonly total: ScoreFigure;
}

/** Versions of the two rules, raised when a result can change for the same data. */
const SCORE_RULE_VERSION = 1;
const TOTAL_RULE_VERSION = 2;

/** A member's scorecard: the set that holds at the end of the period, a score for each KPI (`scoreAt`), and the total
 * Σ weight × score ÷ Σ weight over the KPIs that have a score, unrounded; the others are named beside it.
 * @example scorecard(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpis: [aKpi("visits")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), "m1", { period: period("2026-03", 1), wantedOf: () => ({}) }).missing.map((kpi) => kpi.id) // => ["visits"]
 */
export function scorecard(
  context: KpiContext,
  memberId: MemberId,
  of: { readonly period: Period; readonly wantedOf: WantedOf },
): Scorecard {
  const member = context.rows.members.get(memberId);
  const on: Day = countingDay(member ?? {}, of.period);
  const set = effectiveSet(context, memberId, on);
  const subject: Subject = { kind: "member", id: memberId };
  return {
    memberId,
    ...(set ? { set } : {}),
    ...weighedScores(context, subject, { ...of, weights: set?.weights ?? [] }),
  };
}

/** A KPI that a scorecard weighs, and of how many people it is asked; of one when absent. */
export interface WeighedKpi {
  readonly kpiId: KpiId;
  readonly weight: Ppm;
  readonly people?: number;
}

/** The scores of a subject's KPIs in a period and their total by weight; archived KPIs are left out.
 * @example weighedScores(kpiWorld({}), { kind: "team" }, { period: period("2026-03", 1), wantedOf: () => ({}), weights: [] }).total.value.value // => null
 */
export function weighedScores(
  context: KpiContext,
  subject: Subject,
  of: { readonly period: Period; readonly wantedOf: WantedOf; readonly weights: readonly WeighedKpi[] },
): Pick<Scorecard, "lines" | "missing" | "total"> {
  const lines = of.weights.flatMap(({ kpiId, weight, people = 1 }) => {
    const kpi = context.rows.kpis.get(kpiId);
    return kpi && !kpi.archived ? [scorecardLine(context, kpi, { ...of, subject, weight, people })] : [];
  });
  const missing = lines.filter((line) => line.score.value.value === null).map((line) => line.kpi);
  return { lines, missing, total: totalFigure(context, subject, { period: of.period, lines, missing }) };
}

/** Decimals to which scores are exact (`scoreAt`): what a sum of fractions adds beyond them is noise, and must not cost a level. */
const PLACES = 12;

/** A score without what floats add beyond its exact decimals.
 * @example withoutNoise(79.99999999999999) // => 80
 */
export function withoutNoise(score: number): number {
  return Math.round(score * 10 ** PLACES) / 10 ** PLACES;
}

/** The total of scores by weight, over those that have one, to the decimals to which scores are exact; `null` when none has.
 * @example totalScore([{ weight: 600000, score: 80 }, { weight: 400000, score: null }]) // => 80
 * @example totalScore([{ weight: 600000, score: 80 }, { weight: 400000, score: 120 }]) // => 96
 */
export function totalScore(
  parts: readonly { readonly weight: number; readonly score: number | null }[],
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { weight, score } of parts) {
    if (score === null) continue;
    sum += weight * score;
    weights += weight;
  }
  return weights === 0 ? null : withoutNoise(sum / weights);
}

function scorecardLine(
  context: KpiContext,
  kpi: Kpi,
  of: { subject: Subject; period: Period; weight: Ppm; people: number; wantedOf: WantedOf },
): ScorecardLine {
  const value = kpiValue(context, kpi.id, { subject: of.subject, period: of.period });
  const wanted = of.wantedOf(kpi.id, of.subject, of.period);
  const line = scoreLineOf(kpi, { period: of.period, wanted, people: of.people });
  const result = value.value.value;
  const score = line === null || result === null ? null : scoreAt(line, result);
  const note = result === null ? (value.note ?? message("kpi.none.typed")) : message("kpi.none.target");
  const unit = kpiUnit(context, kpi);
  const quantity = { unit: "score", value: score } as const;
  const explain = (): Explanation => ({
    title: message("kpi.explain.score", {
      kpi: nameMessage(kpi.name),
      subject: subjectLabel(context, of.subject),
      period: { period: of.period.id },
    }),
    value: quantity,
    formula: message(kpi.direction === "higher" ? "kpi.formula.score-higher" : "kpi.formula.score-lower", {
      floor: kpi.scoreFloor,
      cap: kpi.scoreCap,
    }),
    ruleVersion: SCORE_RULE_VERSION,
    inputs: [
      { label: message("kpi.input.value"), value: value.value, explain: value.explain },
      ...(line === null
        ? []
        : ([
            [message("kpi.input.threshold"), line.threshold],
            [message("kpi.input.target"), line.target],
            [message("kpi.input.stretch"), line.stretch],
          ] as const)
      ).map(([label, point]) => ({ label, value: quantityOf(unit, point) })),
    ],
    rows: [],
    notes: [
      ...(score === null ? [note] : []),
      ...(of.people > 1 && wanted.target === undefined && growsWithPeople(kpi)
        ? [message("kpi.note.people", { count: of.people })]
        : []),
    ],
  });
  return {
    kpi,
    weight: of.weight,
    value,
    target: line?.target ?? null,
    score: { value: quantity, ...(score === null ? { note } : {}), explain },
  };
}

function totalFigure(
  context: KpiContext,
  subject: Subject,
  of: { period: Period; lines: readonly ScorecardLine[]; missing: readonly Kpi[] },
): ScoreFigure {
  const total = totalScore(of.lines.map((line) => ({ weight: line.weight, score: line.score.value.value })));
  const value = { unit: "score", value: total } as const;
  const notes = [
    ...(of.lines.length === 0 ? [message("kpi.none.set")] : []),
    ...(of.period.end > context.today ? [message("kpi.note.running")] : []),
    ...of.missing.map((kpi) => message("kpi.note.left-out", { kpi: nameMessage(kpi.name) })),
  ];
  const inputs = (): readonly ExplainedInput[] =>
    of.lines.map((line) => ({
      label: message("kpi.input.weighted", {
        kpi: nameMessage(line.kpi.name),
        weight: { unit: "percent", value: line.weight / WHOLE_PPM },
      }),
      value: line.score.value,
      explain: line.score.explain,
    }));
  return {
    value,
    ...(notes[0] ? { note: notes[0] } : {}),
    explain: () => ({
      title: message("kpi.explain.total", {
        subject: subjectLabel(context, subject),
        period: { period: of.period.id },
      }),
      value,
      formula: message("kpi.formula.total"),
      ruleVersion: TOTAL_RULE_VERSION,
      inputs: inputs(),
      rows: [],
      notes,
    }),
  };
}
