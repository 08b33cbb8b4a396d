import type { Day } from "../../base/day.ts";
import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { entriesOf } from "../../kpi/entries.ts";
import type { Entry } from "../../kpi/entries.ts";
import { kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { entryRows } from "../../kpi/metrics/measure.ts";
import { subjectLabel } from "../../kpi/subject-label.ts";
import { expectedOf, lateSourceOf, OPEN_DEALS } from "./forecast-source.ts";
import type { ForecastMetric } from "./forecast-source.ts";
import { lateBusiness } from "./late-business.ts";
import type { LateFigure } from "./late-business.ts";
import { lateInput, rounded } from "./explain-late.ts";
import { chanceOf, quantileOf, simulateTotals, stakeOf } from "./simulate-totals.ts";
import type { OpenChance } from "./simulate-totals.ts";

/** An open deal of a forecast, and what its slipping would cost. */
export interface DealAtStake {
  readonly deal: Deal;
  readonly expectedOn: Day;
  /** The subject's part: minor units, or shares of one. */
  readonly amount: number;
  readonly probability: number;
  readonly expected: number;
  /** By how much the chance of the target falls when the deal is not won in the period: a fraction; 0 without a target. */
  readonly stake: number;
}

/** What a period will come to, as it looks today. */
export interface Forecast {
  readonly unit: "money" | "count";
  readonly actual: number;
  /** Σ of open deals closing in the period × chance. */
  readonly open: number;
  /** The mean of what past periods brought after this point from business unknown then; `null`: too few past periods. */
  readonly late: number | null;
  readonly lateFigures: readonly LateFigure[];
  readonly value: number;
  /** The 10th and the 90th percentile. */
  readonly low: number;
  readonly high: number;
  readonly target: number | null;
  /** The chance of reaching the target, a fraction; `null` without a target. */
  readonly chance: number | null;
  /** The open deals, those first whose slipping costs most. */
  readonly deals: readonly DealAtStake[];
  readonly notes: readonly Message[];
  explain(): Explanation;
}

export interface ForecastInput {
  readonly metric: ForecastMetric;
  readonly subject: Subject;
  readonly period: Period;
  readonly calendar: WorkingCalendar;
  /** Who is away when: it counts in the run-rate. */
  readonly absences: TeamRows["absences"];
  readonly target: number | null;
}

/** Raised when the result can change for the same data. */
const RULE_VERSION = 2;
const LOW = 0.1;
const HIGH = 0.9;
const LEAST_PAST_PERIODS = 2;

/** Forecast = actual + open deals closing in the period, each × its chance + the run-rate of deals that the book does not hold
 * yet (the mean of what past periods brought after the same point from business unknown then, as those who are there now would
 * bring it; none under two past periods).
 * Range and chance come from playing the period: see `simulateTotals`; the same data give the same figures. Orders and payments
 * do not say which deal they come from: their forecast has no open deals. A period that is over is what it came to.
 * @example forecastOf(kpiWorld({ deals: [aDeal("d1", { amount: 1000, probability: 500000, expectedCloseOn: "2026-03-20" })], today: "2026-03-10" }), { metric: "won-amount", subject: { kind: "team" }, period: period("2026-03", 1), calendar: workingCalendar([]), absences: new Map(), target: 900 }).value // => 500
 */
export function forecastOf(context: KpiContext, input: ForecastInput): Forecast {
  const { metric, subject, period, target, calendar, absences } = input;
  const key = `forecast:${metric}|${subjectKey(subject)}|${period.id}|${target}`;
  return memoBy([context, calendar, absences], key, () => makeForecast(context, input));
}

function makeForecast(context: KpiContext, input: ForecastInput): Forecast {
  const { metric, subject, period, target } = input;
  const unit = metric.endsWith("-count") ? "count" : "money";
  const known = kpiValue(context, metric, { subject, period });
  const actual = known.value.value ?? 0;
  const isOver = period.end <= context.today;
  const open = isOver ? NO_DEALS : openDeals(context, input);
  const late = lateSourceOf(context, metric);
  const lateFigures = isOver ? [] : lateBusiness(context, { ...input, late });
  const hasLate = lateFigures.length >= LEAST_PAST_PERIODS;
  const lateValues = hasLate ? lateFigures.map((figure) => figure.value) : [];
  const totals = simulateTotals({ actual, deals: open.chances, late: lateValues });
  const lateMean = hasLate ? mean(lateValues, unit) : null;
  const expected = open.deals.reduce((sum, deal) => sum + deal.expected, 0);
  const chance = target === null ? null : isOver ? Number(actual >= target) : chanceOf(totals, target);
  const deals = open.deals
    .map((deal, at) => ({ ...deal, stake: target === null ? 0 : stakeOf(open.chances[at]!, totals, target) }))
    .toSorted((a, b) => b.stake - a.stake || b.expected - a.expected || (a.deal.id < b.deal.id ? -1 : 1));
  const forecast = {
    unit,
    actual,
    open: expected,
    late: lateMean,
    lateFigures,
    value: actual + expected + (lateMean ?? 0),
    low: isOver ? actual : rounded(quantileOf(totals, LOW), unit),
    high: isOver ? actual : rounded(quantileOf(totals, HIGH), unit),
    target,
    chance,
    deals,
    notes: [
      ...open.notes,
      ...(isOver ? [message("target.forecast.note.over")] : []),
      ...(isOver || hasLate
        ? []
        : [message("target.forecast.note.few-periods", { count: lateFigures.length })]),
      ...(metric.startsWith("won-") || isOver ? [] : [message("target.forecast.note.no-deals")]),
    ],
  } as const;
  return { ...forecast, explain: () => explainForecast(context, { input, forecast, open: open.entries }) };
}

interface OpenBook {
  readonly deals: readonly Omit<DealAtStake, "stake">[];
  readonly chances: readonly OpenChance[];
  readonly entries: readonly Entry<Deal>[];
  readonly notes: readonly Message[];
}

const NO_DEALS: OpenBook = { deals: [], chances: [], entries: [], notes: [] };

function openDeals(context: KpiContext, { metric, subject, period }: ForecastInput): OpenBook {
  if (!metric.startsWith("won-")) return NO_DEALS;
  const counts = metric === "won-count" ? "share" : "amount";
  const deals: Omit<DealAtStake, "stake">[] = [];
  const entries: Entry<Deal>[] = [];
  let unknown = 0;
  for (const entry of entriesOf(context, OPEN_DEALS, { subject, span: period })) {
    const deal = entry.fact;
    const stage = context.rows.stages.get(`${deal.source}:${deal.stage ?? ""}`);
    const probability = deal.probability ?? stage?.probability;
    const amount = counts === "share" ? entry.share / WHOLE_PPM : entry.amount;
    if (probability === undefined || amount === null) {
      unknown += 1;
      continue;
    }
    const expected = expectedOf({ amount, probability }, counts);
    deals.push({ deal, expectedOn: entry.day, amount, probability, expected });
    entries.push(entry);
  }
  return {
    deals,
    chances: deals.map(({ deal, amount, probability }) => ({ id: deal.id, amount, probability })),
    entries,
    notes: unknown === 0 ? [] : [message("target.forecast.note.without-chance", { count: unknown })],
  };
}

function explainForecast(
  context: KpiContext,
  of: {
    readonly input: ForecastInput;
    readonly forecast: Omit<Forecast, "explain">;
    readonly open: readonly Entry<Deal>[];
  },
): Explanation {
  const { input, forecast } = of;
  const { metric, subject, period } = input;
  const quantity = (value: number | null): Quantity =>
    quantityOf(forecast.unit, value === null ? null : rounded(value, forecast.unit));
  const known = kpiValue(context, metric, { subject, period });
  const expectedById = new Map(forecast.deals.map(({ deal, expected }) => [deal.id as string, expected]));
  const name = message("target.forecast.explain", {
    subject: subjectLabel(context, subject),
    period: { period: period.id },
    metric: message(`kpi.metric.${metric}`),
  });
  const range: readonly ExplainedInput[] = [
    { label: message("target.forecast.low"), value: quantity(forecast.low) },
    { label: message("target.forecast.high"), value: quantity(forecast.high) },
  ];
  return {
    title: name,
    value: quantity(forecast.value),
    formula: message("target.forecast.formula"),
    ruleVersion: RULE_VERSION,
    inputs: [
      { label: message("target.forecast.actual"), value: known.value, explain: () => known.explain() },
      { label: message("target.forecast.open"), value: quantity(forecast.open) },
      ...(forecast.late === null ? [] : [lateInput(context, { input, forecast, ruleVersion: RULE_VERSION })]),
      ...range,
      ...(forecast.chance === null
        ? []
        : [
            {
              label: message("target.forecast.chance"),
              value: { unit: "percent", value: forecast.chance },
            } as const,
          ]),
    ],
    rows: entryRows(OPEN_DEALS, of.open, (entry) => quantity(expectedById.get(entry.fact.id) ?? null)),
    notes: forecast.notes,
  };
}

function mean(values: readonly number[], unit: Forecast["unit"]): number {
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, unit);
}
