import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { entryRows } from "../../kpi/metrics/measure.ts";
import type { Availability } from "./availability.ts";
import { lateSourceOf } from "./forecast-source.ts";
import type { Forecast, ForecastInput } from "./forecast.ts";
import { availableNow } from "./late-business.ts";
import type { LateFigure } from "./late-business.ts";

/** Money is whole minor units, rounded half away from zero; counts stay fractions.
 * @example rounded(-2.5, "money") // => -3
 * @example rounded(2.5, "count") // => 2.5
 */
export function rounded(value: number, unit: Forecast["unit"]): number {
  return unit === "money" ? Math.sign(value) * Math.round(Math.abs(value)) : value;
}

/** The run-rate among the inputs of a forecast: what each past period brought after the same point with the rows behind it,
 * and, where people are away or were, how that was counted.
 * @example lateInput(kpiWorld({}), { input: { metric: "won-amount", subject: { kind: "team" }, period: period("2026-03", 1), calendar: workingCalendar([]), absences: new Map(), target: null }, forecast: { unit: "money", late: 7, lateFigures: [] }, ruleVersion: 1 }).value // => { unit: "money", value: 7 }
 */
export function lateInput(
  context: KpiContext,
  of: {
    readonly input: ForecastInput;
    readonly forecast: Pick<Forecast, "unit" | "late" | "lateFigures">;
    readonly ruleVersion: number;
  },
): ExplainedInput {
  const { input, forecast, ruleVersion } = of;
  const value = quantityOf(forecast.unit, forecast.late);
  const now = availableNow(context, input);
  const title = message("target.forecast.late");
  const isCut = now.present < now.whole;
  const notes = isCut ? [message("target.forecast.note.available", { now: percent(now) })] : [];
  const frame = { title, formula: message("target.forecast.late-formula"), ruleVersion };
  return {
    label: title,
    value,
    explain: () => ({
      ...frame,
      value,
      rows: [],
      notes,
      inputs: forecast.lateFigures.map((figure) => ({
        label: periodLabel(figure),
        value: amountOf(forecast, figure.value),
        explain: () => ({ ...frame, ...figureExplained(context, { input, forecast, figure, now }) }),
      })),
    }),
  };
}

/** One past period: what it brought and, where that differs, the shares of the people that were and are there. */
function figureExplained(
  context: KpiContext,
  of: {
    readonly input: ForecastInput;
    readonly forecast: Pick<Forecast, "unit">;
    readonly figure: LateFigure;
    readonly now: Availability;
  },
): Omit<Explanation, "title" | "ruleVersion"> {
  const { figure, now, forecast } = of;
  const rows = entryRows(lateSourceOf(context, of.input.metric).source, figure.entries);
  const value = amountOf(forecast, figure.value);
  if (figure.value === figure.brought) {
    return { value, formula: message("target.forecast.late-formula"), inputs: [], rows, notes: [] };
  }
  return {
    value,
    formula: message("target.forecast.late-formula.available"),
    inputs: [
      { label: message("target.forecast.late-brought"), value: amountOf(forecast, figure.brought) },
      { label: message("target.forecast.available.now"), value: percent(now) },
      { label: message("target.forecast.available.then"), value: percent(figure.past) },
    ],
    rows,
    notes: [],
  };
}

function periodLabel({ period, point }: LateFigure): Message {
  return message("target.forecast.late-period", { period: { period: period.id }, day: { day: point } });
}

function amountOf({ unit }: Pick<Forecast, "unit">, value: number): Quantity {
  return quantityOf(unit, rounded(value, unit));
}

function percent({ present, whole }: Availability): Quantity {
  return { unit: "percent", value: whole === 0 ? null : present / whole };
}
