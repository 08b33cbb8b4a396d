import { childPeriods, parentPeriod, period, periodOf } from "../base/period.ts";
import type { FiscalStart, Period } from "../base/period.ts";

/** The seventeen periods of a fiscal year: [0] the year, [1]–[4] its quarters, [5]–[16] its months. */
export type YearPeriods = readonly Period[];

export const YEAR = 0;
export const QUARTERS = [1, 2, 3, 4] as const;
export const FIRST_MONTH = 5;
export const PERIODS_IN_YEAR = 17;

/** The periods of a fiscal year in the order of the tree.
 * @example yearPeriods(2026, 4).length // => 17
 */
export function yearPeriods(year: number, fiscalStart: FiscalStart): YearPeriods {
  const whole = period(String(year), fiscalStart);
  const quarters = childPeriods(whole, fiscalStart);
  return [whole, ...quarters, ...quarters.flatMap((quarter) => childPeriods(quarter, fiscalStart))];
}

/** The fiscal year that holds a period.
 * @example fiscalYearOf({ id: "2026-02", kind: "month", start: "2026-02-01", end: "2026-03-01" }, 4) // => 2025
 */
export function fiscalYearOf(of: Period, fiscalStart: FiscalStart): number {
  if (of.kind === "year") return Number(of.id);
  if (of.kind === "quarter") return Number(parentPeriod(of, fiscalStart)!.id);
  return Number(periodOf(of.start, "year", fiscalStart).id);
}

/** The indexes one step down: the year's quarters, a quarter's months, none for a month.
 * @example partsOfPeriod(1) // => [5, 6, 7]
 * @example partsOfPeriod(5) // => []
 */
export function partsOfPeriod(index: number): readonly number[] {
  if (index === YEAR) return QUARTERS;
  if (index >= FIRST_MONTH) return [];
  const first = FIRST_MONTH + 3 * (index - 1);
  return [first, first + 1, first + 2];
}

/** The indexes one step up and further, nearest first: a month's quarter and year.
 * @example wholesOfPeriod(16) // => [4, 0]
 */
export function wholesOfPeriod(index: number): readonly number[] {
  if (index === YEAR) return [];
  return index >= FIRST_MONTH ? [Math.floor((index - FIRST_MONTH) / 3) + 1, YEAR] : [YEAR];
}

/** The months inside, as 0–11 of the fiscal year.
 * @example monthsOfPeriod(2) // => [3, 4, 5]
 */
export function monthsOfPeriod(index: number): readonly number[] {
  if (index >= FIRST_MONTH) return [index - FIRST_MONTH];
  const from = index === YEAR ? 0 : 3 * (index - 1);
  return Array.from({ length: index === YEAR ? 12 : 3 }, (_, step) => from + step);
}
