import type { Brand } from "./brand.ts";
import { daysInMonth, monthOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";

/** `2017`, `2017-Q3` or `2017-03`. Years and quarters are fiscal; months are calendar months. */
export type PeriodId = Brand<string, "PeriodId">;
export type PeriodKind = "year" | "quarter" | "month";

/** Half-open: `start` is the first day in, `end` the first day out. */
export interface Period {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

/** 1–12: the calendar month in which the fiscal year begins. A fiscal year is named by the year in which it starts. */
export type FiscalStart = number;

/** Reads a period id and finds its days in the fiscal calendar; `null` when it is no period id.
 * @example parsePeriod("2017-Q3", 1) // => { id: "2017-Q3", kind: "quarter", start: "2017-07-01", end: "2017-10-01" }
 * @example parsePeriod("2017", 4) // => { id: "2017", kind: "year", start: "2017-04-01", end: "2018-04-01" }
 * @example parsePeriod("2017-13", 1) // => null
 */
export function parsePeriod(text: string, fiscalStart: FiscalStart): Period | null {
  const match = /^(19\d{2}|20\d{2}|21\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[3]) return monthsFrom(text, "month", year, Number(match[3]), 1);
  if (match[2]) return monthsFrom(text, "quarter", year, fiscalStart + 3 * (Number(match[2]) - 1), 3);
  return monthsFrom(text, "year", year, fiscalStart, 12);
}

/** A period from the program itself; throws when the id is none.
 * @example period("2017-02", 1).end // => "2017-03-01"
 */
export function period(text: string, fiscalStart: FiscalStart): Period {
  const parsed = parsePeriod(text, fiscalStart);
  if (parsed === null) throw new RangeError(`not a period: ${text}`);
  return parsed;
}

/** The period of a kind that holds a day.
 * @example periodOf("2018-02-10", "year", 4).id // => "2017"
 * @example periodOf("2017-08-01", "quarter", 1).id // => "2017-Q3"
 */
export function periodOf(of: Day, kind: PeriodKind, fiscalStart: FiscalStart): Period {
  const month = monthOf(of);
  if (kind === "month") return period(of.slice(0, 7), fiscalStart);
  const fiscalYear = month >= fiscalStart ? yearOf(of) : yearOf(of) - 1;
  if (kind === "year") return period(String(fiscalYear), fiscalStart);
  const quarter = Math.floor(((month - fiscalStart + 12) % 12) / 3) + 1;
  return period(`${fiscalYear}-Q${quarter}`, fiscalStart);
}

/** The periods one step down: a year's quarters, a quarter's months, nothing for a month.
 * @example childPeriods(period("2017-Q1", 1), 1).map((p) => p.id) // => ["2017-01", "2017-02", "2017-03"]
 */
export function childPeriods(of: Period, fiscalStart: FiscalStart): readonly Period[] {
  if (of.kind === "month") return [];
  if (of.kind === "year") return [1, 2, 3, 4].map((q) => period(`${of.id}-Q${q}`, fiscalStart));
  const first = periodOf(of.start, "month", fiscalStart);
  const second = shiftPeriod(first, 1, fiscalStart);
  return [first, second, shiftPeriod(second, 1, fiscalStart)];
}

/** The period one step up: a month's quarter, a quarter's year; `null` for a year.
 * @example parentPeriod(period("2017-02", 1), 1)?.id // => "2017-Q1"
 */
export function parentPeriod(of: Period, fiscalStart: FiscalStart): Period | null {
  if (of.kind === "year") return null;
  return periodOf(of.start, of.kind === "month" ? "quarter" : "year", fiscalStart);
}

/** The period of the same kind some steps later (earlier when negative).
 * @example shiftPeriod(period("2017-Q1", 1), -1, 1).id // => "2016-Q4"
 */
export function shiftPeriod(of: Period, steps: number, fiscalStart: FiscalStart): Period {
  const months = { year: 12, quarter: 3, month: 1 }[of.kind] * steps;
  const index = yearOf(of.start) * 12 + monthOf(of.start) - 1 + months;
  const start = firstOfMonth(Math.floor(index / 12), (index % 12) + 1);
  return periodOf(start, of.kind, fiscalStart);
}

/** Whether a day falls inside.
 * @example inPeriod("2017-10-01", period("2017-Q3", 1)) // => false
 */
export function inPeriod(of: Day, within: { readonly start: Day; readonly end: Day }): boolean {
  return of >= within.start && of < within.end;
}

/** The last day inside, as people name it.
 * @example lastDayOf(period("2017-02", 1)) // => "2017-02-28"
 */
export function lastDayOf(of: Period): Day {
  const index = yearOf(of.end) * 12 + monthOf(of.end) - 2;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return `${firstOfMonth(year, month).slice(0, 8)}${daysInMonth(year, month)}` as Day;
}

function monthsFrom(id: string, kind: PeriodKind, year: number, month: number, count: number): Period {
  const start = year * 12 + month - 1;
  const end = start + count;
  return {
    id: id as PeriodId,
    kind,
    start: firstOfMonth(Math.floor(start / 12), (start % 12) + 1),
    end: firstOfMonth(Math.floor(end / 12), (end % 12) + 1),
  };
}

function firstOfMonth(year: number, month: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-01` as Day;
}
