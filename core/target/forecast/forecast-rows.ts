import type { Explanation } from "../../base/explain.ts";
import type { KpiId, Subject } from "../../base/id.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import { metricOf } from "../../kpi/metric-of.ts";
import type { Kpi } from "../../kpi/records.ts";
import { subjectLabel } from "../../kpi/subject-label.ts";
import type { KeptForecast } from "../records.ts";
import type { TargetFigure } from "../standing.ts";
import { calendarOf } from "../target-tree.ts";
import type { TargetTree, TreeRow } from "../target-tree.ts";
import { forecastOf } from "./forecast.ts";
import type { Forecast } from "./forecast.ts";
import { isForecastMetric } from "./forecast-source.ts";
import type { ForecastMetric } from "./forecast-source.ts";
import { forecastAccuracy, forecastAtStart, keptForecasts } from "./keep-forecast.ts";

/** One subject of the forecast table. */
export interface ForecastRow {
  readonly key: string;
  /** `null`: owners that match nobody. */
  readonly row: TreeRow | null;
  readonly subject: Subject;
  readonly forecast: Forecast;
  readonly chance: TargetFigure;
  /** How near the forecast kept at the start of the period before came. */
  readonly accuracy: TargetFigure;
}

/** How sure a chance is: two in three and more is likely, under one in three at risk. A decision of this project. */
export type Likelihood = "likely" | "open" | "unlikely";

/** The metric by which a KPI can be forecast, or `null`.
 * @example forecastMetric({ source: "book", metric: "retention" }, { salesBasis: "won", newCustomerBy: "deal" }) // => null
 * @example forecastMetric({ source: "book", metric: "sales-amount" }, { salesBasis: "won", newCustomerBy: "deal" }) // => "won-amount"
 */
export function forecastMetric(
  kpi: Pick<Kpi, "source" | "metric">,
  settings: KpiContext["settings"],
): ForecastMetric | null {
  const metric = metricOf(kpi, settings);
  return metric !== null && isForecastMetric(metric) ? metric : null;
}

/** How sure a chance is.
 * @example likelihoodOf(0.7) // => "likely"
 * @example likelihoodOf(0.2) // => "unlikely"
 */
export function likelihoodOf(chance: number): Likelihood {
  if (chance >= 2 / 3) return "likely";
  return chance < 1 / 3 ? "unlikely" : "open";
}

/** The forecasts of everybody in a tree's period: team, groups, members, and what nobody owns where there is any. A member who
 * changed groups stands once, with all that is theirs.
 * @example forecastRows(kpiWorld({}), { tree: treeOf(book()), period: period("2026-07", 1), metric: "won-amount", forecasts: new Map() }).map((row) => row.key) // => ["team", "group:g1", "member:a", "member:b", "group:g2", "member:c"]
 */
export function forecastRows(
  context: KpiContext,
  of: {
    readonly tree: TargetTree;
    readonly period: Period;
    readonly metric: ForecastMetric;
    readonly forecasts: ReadonlyMap<string, KeptForecast>;
  },
): readonly ForecastRow[] {
  const { tree, period } = of;
  const at = tree.periods.findIndex((one) => one.id === period.id);
  const seen = new Set<string>();
  const rows: ForecastRow[] = [];
  for (const row of tree.rows) {
    const cell = tree.cells[row.index]![at]!;
    const { subject } = row;
    const key = subjectKey(subject);
    if (cell.kind === "absent" || seen.has(key)) continue;
    seen.add(key);
    rows.push(rowOf(context, of, { key, row, subject, target: wholeTarget(tree, { subject: key, at }) }));
  }
  const nobody = rowOf(context, of, {
    key: "unassigned",
    row: null,
    subject: { kind: "unassigned" },
    target: null,
  });
  const { actual, open, late } = nobody.forecast;
  return actual === 0 && open === 0 && !late ? rows : [...rows, nobody];
}

/** The target of a subject: of a member in two groups, the sum of the parts where there is one. */
function wholeTarget(tree: TargetTree, of: { readonly subject: string; readonly at: number }): number | null {
  let sum: number | null = null;
  for (const row of tree.rows) {
    const value = subjectKey(row.subject) === of.subject ? tree.cells[row.index]![of.at]!.value : null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

function rowOf(
  context: KpiContext,
  of: Parameters<typeof forecastRows>[1],
  at: Pick<ForecastRow, "key" | "row" | "subject"> & { readonly target: number | null },
): ForecastRow {
  const { metric, period, tree, forecasts } = of;
  const { key, row, subject, target } = at;
  const calendar = calendarOf(tree.book);
  const forecast = forecastOf(context, {
    metric,
    subject,
    period,
    calendar,
    absences: tree.book.absences,
    target,
  });
  return {
    key,
    row,
    subject,
    forecast,
    chance: chanceFigure(context, { forecast, subject, period }),
    accuracy: accuracyFigure(context, { kpiId: tree.kpi.id, metric, subject, period, forecasts }),
  };
}

function chanceFigure(
  context: KpiContext,
  of: { readonly forecast: Forecast; readonly subject: Subject; readonly period: Period },
): TargetFigure {
  const { forecast, subject, period } = of;
  const quantity: Quantity = { unit: "percent", value: forecast.chance };
  const notes = forecast.chance === null ? [message("target.forecast.none.no-target")] : [];
  return {
    quantity,
    ...(notes[0] ? { note: notes[0] } : {}),
    explain: () => ({
      ...frame("chance", quantity, [subjectLabel(context, subject), period]),
      inputs: [
        {
          label: message("target.forecast.value"),
          value: quantityOf(forecast.unit, forecast.value),
          explain: () => forecast.explain(),
        },
        {
          label: message("target.forecast.column.target"),
          value: quantityOf(forecast.unit, forecast.target),
        },
        { label: message("target.forecast.low"), value: quantityOf(forecast.unit, forecast.low) },
        { label: message("target.forecast.high"), value: quantityOf(forecast.unit, forecast.high) },
      ],
      rows: [],
      notes: [...notes, ...forecast.notes],
    }),
  };
}

/** The accuracy of the forecast that was kept at the start of the period before. */
function accuracyFigure(
  context: KpiContext,
  of: {
    readonly kpiId: KpiId;
    readonly metric: ForecastMetric;
    readonly subject: Subject;
    readonly period: Period;
    readonly forecasts: ReadonlyMap<string, KeptForecast>;
  },
): TargetFigure {
  const { kpiId, subject, forecasts } = of;
  const before = shiftPeriod(of.period, -1, context.settings.fiscalStart);
  const kept = forecastAtStart(keptForecasts({ forecasts }, { kpiId, subject, period: before }), before);
  const actual = kpiValue(context, of.metric, { subject, period: before });
  const isOver = before.end <= context.today;
  const measured = forecastAccuracy(isOver ? actual.value.value : null, kept?.value ?? null);
  const quantity: Quantity = { unit: "percent", value: measured.value };
  return {
    quantity,
    ...(measured.note ? { note: measured.note } : {}),
    explain: () => ({
      ...frame("accuracy", quantity, [subjectLabel(context, subject), before]),
      inputs: [
        { label: message("target.forecast.actual"), value: actual.value, explain: () => actual.explain() },
        ...(kept
          ? [
              {
                label: message("target.forecast.kept-on", { day: { day: kept.on } }),
                value: quantityOf(of.metric.endsWith("-count") ? "count" : "money", kept.value),
              },
            ]
          : []),
      ],
      rows: [],
      notes: measured.note ? [measured.note] : [],
    }),
  };
}

function frame(
  name: "chance" | "accuracy",
  value: Quantity,
  [subject, period]: readonly [string | Message, Period],
): Pick<Explanation, "title" | "value" | "formula" | "ruleVersion"> {
  return {
    title: message(`target.forecast.explain-${name}`, { subject, period: { period: period.id } }),
    value,
    formula: message(`target.forecast.formula-${name}`),
    ruleVersion: 1,
  };
}
