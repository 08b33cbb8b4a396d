import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Settings } from "../../base/settings.ts";
import { metricOf } from "../../kpi/metric-of.ts";
import type { BookMetric, Kpi } from "../../kpi/records.ts";

/** Half-open. */
export interface EffectWindow {
  readonly start: Day;
  readonly end: Day;
}

/** The stretches that are compared. `weeks`: counted to the day from facts that have one; `months`: whole months on both
 * sides of the session's own, for values that are known by the month. */
export interface EffectWindows {
  readonly unit: "weeks" | "months";
  readonly count: number;
  readonly before: EffectWindow;
  readonly after: EffectWindow;
}

/** Metrics that add up facts which have a day. */
const BY_DAY: readonly BookMetric[] = [
  "won-amount",
  "won-count",
  "lost-count",
  "order-amount",
  "order-count",
  "paid-amount",
];

/** The metric of a KPI that can be counted to the day, or `null`.
 * @example dayMetric({ source: "typed" }, { salesBasis: "order" }) // => null
 */
export function dayMetric(kpi: Pick<Kpi, "source" | "metric">, settings: Settings): BookMetric | null {
  const metric = metricOf(kpi, settings);
  return metric !== null && BY_DAY.includes(metric) ? metric : null;
}

/** The windows before and after a session's day: so many weeks each, the day itself in neither. For a KPI known by the month
 * as many whole months as the weeks make (4 weeks are 1, 13 are 3), the session's month in neither.
 * @example effectWindows({ on: "2026-06-08", weeks: 4, byDay: true }).after // => { start: "2026-06-09", end: "2026-07-07" }
 * @example effectWindows({ on: "2026-06-08", weeks: 8, byDay: false }).before // => { start: "2026-04-01", end: "2026-06-01" }
 */
export function effectWindows(of: {
  readonly on: Day;
  readonly weeks: number;
  readonly byDay: boolean;
}): EffectWindows {
  const { on, weeks } = of;
  if (of.byDay) {
    const days = weeks * 7;
    return {
      unit: "weeks",
      count: weeks,
      before: { start: addDays(on, -days), end: on },
      after: { start: addDays(on, 1), end: addDays(on, 1 + days) },
    };
  }
  const count = Math.max(1, Math.round(weeks / 4.35));
  const month = periodOf(on, "month", 1);
  return {
    unit: "months",
    count,
    before: { start: shiftPeriod(month, -count, 1).start, end: month.start },
    after: { start: month.end, end: shiftPeriod(month, count + 1, 1).start },
  };
}
