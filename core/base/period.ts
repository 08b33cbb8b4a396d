import type { Brand } from "./brand.ts";
import { addDays, monthOf, yearOf } from "./day.ts";
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

const MONTHS_BY_KIND: Readonly<Record<PeriodKind, number>> = { year: 12, quarter: 3, month: 1 };

/** Reads a period id and finds its days in the fiscal calendar; `null` when it is no period id.
 * @example parsePeriod("2017-Q3", 1) // => { id: "2017-Q3", kind: "quarter", start: "2017-07-01", end: "2017-10-01" }
 * @example parsePeriod("2017", 4) // => { id: "2017", kind: "year", start: "2017-04-01", end: "2018-04-01" }
 * @example parsePeriod("2017-13", 1) // => null
 */
export function parsePeriod(text: string, fiscalStart: FiscalStart): Period | null {
  const match = /^(19\d{2}|20\d{2}|21\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[3]) return monthsFrom(text, "month", year * 12 + Number(match[3]) - 1);
  if (match[2]) return monthsFrom(text, "quarter", year * 12 + fiscalStart - 1 + 3 * (Number(match[2]) - 1));
  return monthsFrom(text, "year", year * 12 + fiscalStart - 1);
}

/** A period from the program itself; throws when the id is none.
 * @example period("2017-02", 1).end // => "2017-03-01"
 */
export function period(text: string, fiscalStart: FiscalStart): Period {
  const parsed = parsePeriod(text, fiscalStart);
  if (parsed === null) throw new RangeError(`not a period: ${text}`);
  return parsed;
}

/** The period of a kind that holds a day. Throws when the fiscal year would be named by a year before 1900.
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

/** The period of the same kind some steps later (earlier when negative). Throws outside of the years 1900 to 2199.
 * @example shiftPeriod(period("2017-Q1", 1), -1, 1).id // => "2016-Q4"
 */
export function shiftPeriod(of: Period, steps: number, fiscalStart: FiscalStart): Period {
  const first = yearOf(of.start) * 12 + monthOf(of.start) - 1 + MONTHS_BY_KIND[of.kind] * steps;
  return periodOf(firstOfMonth(first), of.kind, fiscalStart);
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
  return addDays(of.end, -1);
}

/** `first` counts months from year 0. */
function monthsFrom(id: string, kind: PeriodKind, first: number): Period {
  return {
    id: id as PeriodId,
    kind,
    start: firstOfMonth(first),
    end: firstOfMonth(first + MONTHS_BY_KIND[kind]),
  };
}

function firstOfMonth(index: number): Day {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01` as Day;
}
