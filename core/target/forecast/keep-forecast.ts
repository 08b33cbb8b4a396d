import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { KpiId, Subject } from "../../base/id.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Period } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { Measured } from "../measures.ts";
import type { KeptForecast } from "../records.ts";
import type { Forecast } from "./forecast.ts";

/** A forecast made before its period, at most this long, still counts as the one at its start. */
const DAYS_BEFORE = 14;

/** Keeps the forecasts of a day, one for each subject, so that they can be compared with what came. Keeping again on the same
 * day replaces them. Refused for a period that is over.
 * @example keepForecasts([], { on: "2026-03-01", kpiId: "sales", period: period("2026-02", 1) }).ok // => false
 */
export function keepForecasts(
  forecasts: readonly { readonly subject: Subject; readonly forecast: Forecast }[],
  of: { readonly on: Day; readonly kpiId: KpiId; readonly period: Period },
): Result<readonly Change[]> {
  const { on, kpiId, period } = of;
  if (on >= period.end) return fail([{ message: message("target.forecast.problem.over") }]);
  const records = forecasts.map(({ subject, forecast }): KeptForecast => {
    const key = subjectKey(subject);
    const { value, low, high, chance, target } = forecast;
    return {
      id: `${kpiId}|${key}|${period.id}|${on}`,
      on,
      kpiId,
      subject: key,
      periodId: period.id,
      value,
      low,
      high,
      ...(chance === null ? {} : { chance }),
      ...(target === null ? {} : { target }),
    };
  });
  return ok(records.length === 0 ? [] : [putRecords("forecasts", records)]);
}

/** The forecasts of a subject and period that were kept, the earliest first.
 * @example keptForecasts({ forecasts: new Map() }, { kpiId: "sales", subject: { kind: "team" }, period: period("2026-03", 1) }) // => []
 */
export function keptForecasts(
  rows: { readonly forecasts: ReadonlyMap<string, KeptForecast> },
  of: { readonly kpiId: KpiId; readonly subject: Subject; readonly period: Period },
): readonly KeptForecast[] {
  const key = subjectKey(of.subject);
  return [...rows.forecasts.values()]
    .filter((kept) => kept.kpiId === of.kpiId && kept.subject === key && kept.periodId === of.period.id)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The forecast that speaks for the start of a period: the last one kept in the two weeks before it, else the first one kept in it.
 * @example forecastAtStart([{ on: "2026-02-27" }, { on: "2026-03-09" }], period("2026-03", 1)).on // => "2026-02-27"
 */
export function forecastAtStart<F extends Pick<KeptForecast, "on">>(
  kept: readonly F[],
  period: Period,
): F | undefined {
  const before = kept.filter(({ on }) => on <= period.start && on >= addDays(period.start, -DAYS_BEFORE));
  return before.at(-1) ?? kept.find(({ on }) => on > period.start && on < period.end);
}

/** 预测准确率: 1 − |actual − forecast| ÷ the larger of the two; 1 where both are 0, and none without a forecast or a result.
 * @example forecastAccuracy(90, 100) // => { value: 0.9 }
 * @example forecastAccuracy(0, 0) // => { value: 1 }
 */
export function forecastAccuracy(actual: number | null, forecast: number | null): Measured {
  if (forecast === null) return { value: null, note: message("target.forecast.none.not-kept") };
  if (actual === null) return { value: null, note: message("target.none.no-actual") };
  const larger = Math.max(actual, forecast);
  if (larger <= 0) {
    return actual === forecast
      ? { value: 1 }
      : { value: null, note: message("target.forecast.none.negative") };
  }
  return { value: Math.max(0, 1 - Math.abs(actual - forecast) / larger) };
}
