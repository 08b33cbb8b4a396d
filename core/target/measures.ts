import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { divideRounded } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { workingDaysElapsed, workingDaysIn, workingDaysLeft } from "../base/working-calendar.ts";
import type { WorkingCalendar } from "../base/working-calendar.ts";
import type { Kpi } from "../kpi/records.ts";

/** What a result is measured by: one subject, KPI and period on a day. Values in the KPI's base unit. */
export interface Standing {
  readonly kpi: Pick<Kpi, "unit" | "direction" | "kind">;
  readonly target: number | null;
  readonly actual: number | null;
  readonly days: WorkingDays;
}

/** The working days of a period as seen on a day: elapsed = before today, left = today and after. */
export interface WorkingDays {
  readonly total: number;
  readonly elapsed: number;
  readonly left: number;
}

/** A figure, or why there is none. */
export type Measured =
  { readonly value: number; readonly note?: Message } | { readonly value: null; readonly note: Message };

/** The working days of a period on a day.
 * @example workingDaysOn(workingCalendar([]), period("2026-Q3", 1), "2026-09-14") // => { total: 66, elapsed: 53, left: 13 }
 */
export function workingDaysOn(
  calendar: WorkingCalendar,
  period: Pick<Period, "start" | "end">,
  today: Day,
): WorkingDays {
  return {
    total: workingDaysIn(calendar, period),
    elapsed: workingDaysElapsed(calendar, period, today),
    left: workingDaysLeft(calendar, period, today),
  };
}

/** Attainment: actual ÷ target; where lower is better target ÷ actual, and an actual of 0 has met it (1).
 * None without a target, without an actual, or with a target of 0.
 * @example attainment({ kpi: { unit: "count", kind: "flow", direction: "higher" }, target: 8, actual: 6, days: { total: 20, elapsed: 15, left: 5 } }) // => { value: 0.75 }
 */
export function attainment({ kpi, target, actual }: Standing): Measured {
  if (target === null) return none("target.none.no-target");
  if (actual === null) return none("target.none.no-actual");
  if (kpi.direction === "lower" && actual === 0) return { value: 1, note: message("target.note.zero-met") };
  if (target === 0) return none("target.none.target-zero");
  return { value: kpi.direction === "lower" ? target / actual : actual / target };
}

/** Due by now: target × working days elapsed ÷ working days of the period. Flows only. Money is rounded half away from
 * zero to the smallest unit; other units are fractions.
 * @example dueByNow({ kpi: { unit: "money", kind: "flow", direction: "higher" }, target: 1000, actual: 0, days: { total: 3, elapsed: 2, left: 1 } }) // => { value: 667 }
 */
export function dueByNow({ kpi, target, days }: Standing): Measured {
  if (kpi.kind !== "flow") return none("target.none.not-flow");
  if (target === null) return none("target.none.no-target");
  if (days.total === 0) return none("target.none.no-days");
  return { value: divided(kpi, target, [days.elapsed, days.total]) };
}

/** Pace: actual ÷ due by now, from the unrounded due. None before the first working day is over.
 * @example pace({ kpi: { unit: "money", kind: "flow", direction: "higher" }, target: 1000, actual: 600, days: { total: 4, elapsed: 2, left: 2 } }) // => { value: 1.2 }
 */
export function pace(standing: Standing): Measured {
  const { kpi, target, actual, days } = standing;
  if (kpi.kind !== "flow") return none("target.none.not-flow");
  if (target === null) return none("target.none.no-target");
  if (actual === null) return none("target.none.no-actual");
  if (target === 0) return none("target.none.target-zero");
  if (days.elapsed === 0) return none(days.total === 0 ? "target.none.no-days" : "target.none.not-begun");
  return { value: (actual * days.total) / (target * days.elapsed) };
}

/** Required per working day from today on: (target − actual) ÷ working days left; 0 when reached. Money is rounded half
 * away from zero. None where lower is better: nothing is required there, less is allowed.
 * @example requiredPerDay({ kpi: { unit: "money", kind: "flow", direction: "higher" }, target: 1000, actual: 400, days: { total: 4, elapsed: 1, left: 3 } }) // => { value: 200 }
 */
export function requiredPerDay({ kpi, target, actual, days }: Standing): Measured {
  if (kpi.kind !== "flow") return none("target.none.not-flow");
  if (target === null) return none("target.none.no-target");
  if (actual === null) return none("target.none.no-actual");
  if (kpi.direction === "lower") return none("target.none.lower");
  if (actual >= target) return { value: 0, note: message("target.note.reached") };
  if (days.left === 0) return none("target.none.over");
  return { value: divided(kpi, target - actual, [1, days.left]) };
}

/** Coverage: open pipeline (plain or weighted) ÷ what is still missing. None when the target is reached.
 * @example coverage(1500, { target: 1000, actual: 500 }) // => { value: 3 }
 */
export function coverage(
  openPipeline: number | null,
  { target, actual }: Pick<Standing, "target" | "actual">,
): Measured {
  if (target === null) return none("target.none.no-target");
  if (actual === null || openPipeline === null) return none("target.none.no-actual");
  if (actual >= target) return none("target.note.reached");
  return { value: openPipeline / (target - actual) };
}

/** How a pace stands. */
export type PaceState = "ahead" | "on-pace" | "behind" | "at-risk";

/** From 3 % above the line it is ahead, down to 3 % below it on pace, down to 15 % below behind, further at risk. A decision
 * of this project, not a norm: within a month of 20 working days 3 % is about half a day, 15 % three days. */
export const PACE_THRESHOLDS = { ahead: 1.03, onPace: 0.97, behind: 0.85 } as const;

/** The state of a pace. Where lower is better it is mirrored (1.2 stands as 1 ÷ 1.2). When the period is over only what
 * reached the target counts as ahead, and nothing short of it as on pace.
 * @example paceState(0.98, { direction: "higher", left: 5 }) // => "on-pace"
 * @example paceState(0.98, { direction: "higher", left: 0 }) // => "behind"
 */
export function paceState(
  value: number,
  of: { readonly direction: Kpi["direction"]; readonly left: number },
): PaceState {
  const good = of.direction === "higher" ? value : value === 0 ? Number.POSITIVE_INFINITY : 1 / value;
  if (of.left === 0 && good >= 1) return "ahead";
  if (good >= PACE_THRESHOLDS.ahead) return "ahead";
  if (good >= PACE_THRESHOLDS.onPace) return of.left === 0 ? "behind" : "on-pace";
  return good >= PACE_THRESHOLDS.behind ? "behind" : "at-risk";
}

function none(key: string): Measured {
  return { value: null, note: message(key) };
}

/** Money exactly in BigInt; counts, days and scores as fractions. */
function divided(kpi: Pick<Kpi, "unit">, amount: number, [times, by]: readonly [number, number]): number {
  if (kpi.unit !== "money") return (amount * times) / by;
  return Number(divideRounded(BigInt(Math.round(amount)) * BigInt(times), BigInt(by)));
}
