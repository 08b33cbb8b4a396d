import type { Brand } from "./brand.ts";

/** A calendar day without a time zone: "2026-03-01". Compares as text. */
export type Day = Brand<string, "Day">;

const MS_PER_DAY = 86_400_000;
/** A large book asks for the same few thousand days over and over; there are no more than the days of three centuries. */
const numberByDay = new Map<Day, number>();
const dayByNumber = new Map<number, Day>();
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

/** Reads an ISO day that exists, from 1900 to 2199; `null` otherwise.
 * @example parseDay("2024-02-29") // => "2024-02-29"
 * @example parseDay("2023-02-29") // => null
 */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  return dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Takes an ISO day from the program itself; throws when it does not exist.
 * @example day("2026-03-01") // => "2026-03-01"
 */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** Builds a day from year, month 1–12 and day of the month; `null` when there is no such day.
 * @example dayFromParts(2026, 2, 28) // => "2026-02-28"
 * @example dayFromParts(2026, 2, 30) // => null
 */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return null;
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(dayOfMonth)}` as Day;
}

/** Days of a month, leap years counted.
 * @example daysInMonth(2024, 2) // => 29
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day's number, counted from 1970-01-01 = 0: for differences.
 * @example dayNumber("1970-01-02") // => 1
 */
export function dayNumber(of: Day): number {
  let number = numberByDay.get(of);
  if (number === undefined) {
    number = Math.round(Date.UTC(yearOf(of), monthOf(of) - 1, Number(of.slice(8))) / MS_PER_DAY);
    numberByDay.set(of, number);
  }
  return number;
}

/** The day with a number that `dayNumber` gave.
 * @example dayFromNumber(0) // => "1970-01-01"
 */
export function dayFromNumber(number: number): Day {
  let known = dayByNumber.get(number);
  if (known === undefined) {
    known = new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
    dayByNumber.set(number, known);
  }
  return known;
}

/** Moves by days, back when negative.
 * @example addDays("2026-02-27", 2) // => "2026-03-01"
 */
export function addDays(from: Day, days: number): Day {
  return dayFromNumber(dayNumber(from) + days);
}

/** Days from the first to the second; negative when the second is earlier.
 * @example daysBetween("2026-03-01", "2026-03-31") // => 30
 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday.
 * @example weekdayOf("2026-11-23") // => 1
 */
export function weekdayOf(of: Day): number {
  return ((((dayNumber(of) + 3) % 7) + 7) % 7) + 1;
}

/** The calendar year.
 * @example yearOf("2026-11-23") // => 2026
 */
export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}

/** The month, 1–12.
 * @example monthOf("2026-11-23") // => 11
 */
export function monthOf(of: Day): number {
  return Number(of.slice(5, 7));
}

/** The calendar day that a moment falls on at a fixed offset from UTC (minutes east, 480 in China).
 * @example dayOfMoment(0, 480) // => "1970-01-01"
 */
export function dayOfMoment(epochMs: number, offsetMinutes: number): Day {
  return dayFromNumber(Math.floor((epochMs + offsetMinutes * 60_000) / MS_PER_DAY));
}

/** The calendar day of a moment written in ISO form, at a fixed offset from UTC.
 * @example dayOfIsoMoment("2026-11-22T20:00:00.000Z", 480) // => "2026-11-23"
 */
export function dayOfIsoMoment(iso: string, offsetMinutes: number): Day {
  return dayOfMoment(Date.parse(iso), offsetMinutes);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
