import { addDays, dayFromParts, dayNumber, weekdayOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";
import { holidayYear } from "./holiday-table.ts";
import type { NamedDay } from "./holiday-table.ts";

/** What the manager says of one day, whatever the library says. */
export interface DayOverride {
  readonly id: Day;
  readonly kind: "holiday" | "workday";
  readonly name: string;
}

/** Which days are worked: Monday to Friday, public holidays and make-up days of China, the manager's own days above all.
 * Immutable to its users; years are worked out once, when first asked for. */
export interface WorkingCalendar {
  readonly overrideByDay: ReadonlyMap<Day, DayOverride>;
  readonly yearByNumber: Map<number, WorkingYear>;
}

/** One calendar year of a calendar. */
export interface WorkingYear {
  readonly year: number;
  /** The public holidays of this year are projected by law, not yet published. */
  readonly provisional: boolean;
  readonly workingDays: number;
  /** Every day that is named or overridden, in the order of the year. */
  readonly days: readonly SpecialDay[];
  /** How many working days lie before the day with this index in the year; one entry more than the year has days. */
  readonly workedBefore: Uint16Array;
}

/** A day that the holiday table or the manager names. */
export interface SpecialDay extends NamedDay {
  readonly source: "table" | "projected" | "manager";
  /** What would hold without the manager's word. */
  readonly workingByTable: boolean;
}

/** Half-open, as every period. */
interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

const calendarByOverrides = new WeakMap<readonly DayOverride[], WorkingCalendar>();

/** The working calendar with the manager's own days; the same calendar for the same list. Of two words on one day the
 * later holds.
 * @example isWorkingDay(workingCalendar([]), "2026-02-14") // => true
 */
export function workingCalendar(overrides: readonly DayOverride[]): WorkingCalendar {
  const known = calendarByOverrides.get(overrides);
  if (known) return known;
  const made: WorkingCalendar = {
    overrideByDay: new Map(overrides.map((override) => [override.id, override])),
    yearByNumber: new Map(),
  };
  calendarByOverrides.set(overrides, made);
  return made;
}

/** Whether a day is worked; make-up weekend days (调休) are.
 * @example isWorkingDay(workingCalendar([]), "2025-10-08") // => false
 */
export function isWorkingDay(calendar: WorkingCalendar, of: Day): boolean {
  return workingDaysIn(calendar, { start: of, end: addDays(of, 1) }) === 1;
}

/** Working days in [start, end); 0 when the end is not after the start.
 * @example workingDaysIn(workingCalendar([]), { start: "2026-02-01", end: "2026-03-01" }) // => 16
 */
export function workingDaysIn(calendar: WorkingCalendar, { start, end }: DayRange): number {
  if (end <= start) return 0;
  const firstYear = yearOf(start);
  const lastYear = yearOf(end);
  if (firstYear === lastYear) return workedBefore(calendar, end) - workedBefore(calendar, start);
  let days = calendarYear(calendar, firstYear).workingDays - workedBefore(calendar, start);
  for (let year = firstYear + 1; year < lastYear; year += 1) days += calendarYear(calendar, year).workingDays;
  return days + workedBefore(calendar, end);
}

/** Working days of a period before today: today is not elapsed.
 * @example workingDaysElapsed(workingCalendar([]), { start: "2026-03-02", end: "2026-04-01" }, "2026-03-04") // => 2
 */
export function workingDaysElapsed(calendar: WorkingCalendar, within: DayRange, today: Day): number {
  return workingDaysIn(calendar, { start: within.start, end: today < within.end ? today : within.end });
}

/** Working days of a period from today on: today is left.
 * @example workingDaysLeft(workingCalendar([]), { start: "2026-03-02", end: "2026-04-01" }, "2026-03-31") // => 1
 */
export function workingDaysLeft(calendar: WorkingCalendar, within: DayRange, today: Day): number {
  return workingDaysIn(calendar, { start: today > within.start ? today : within.start, end: within.end });
}

/** Whether any day of a period lies in a year whose holidays are projected.
 * @example isProvisional(workingCalendar([]), { start: "2026-01-01", end: "2027-01-01" }) // => false
 */
export function isProvisional(calendar: WorkingCalendar, { start, end }: DayRange): boolean {
  const lastYear = yearOf(addDays(end, -1));
  for (let year = yearOf(start); year <= lastYear; year += 1) {
    if (calendarYear(calendar, year).provisional) return true;
  }
  return false;
}

/** A calendar year with its named days, for the editor.
 * @example calendarYear(workingCalendar([]), 2026).workingDays // => 248
 */
export function calendarYear(calendar: WorkingCalendar, year: number): WorkingYear {
  const known = calendar.yearByNumber.get(year);
  if (known) return known;
  const made = buildYear(calendar, year);
  calendar.yearByNumber.set(year, made);
  return made;
}

function workedBefore(calendar: WorkingCalendar, of: Day): number {
  const year = yearOf(of);
  const index = dayNumber(of) - dayNumber(`${year}-01-01` as Day);
  return calendarYear(calendar, year).workedBefore[index]!;
}

function buildYear(calendar: WorkingCalendar, year: number): WorkingYear {
  const table = holidayYear(year);
  const days = specialDays(calendar, year);
  const workingByDay = new Map(days.map((special) => [special.day, special.working]));
  const counts: number[] = [0];
  const end = dayFromParts(year, 12, 31)!;
  let weekday = weekdayOf(`${year}-01-01` as Day);
  for (let at = `${year}-01-01` as Day; at <= end; at = addDays(at, 1)) {
    const working = workingByDay.get(at) ?? weekday <= 5;
    counts.push(counts.at(-1)! + (working ? 1 : 0));
    weekday = (weekday % 7) + 1;
  }
  return {
    year,
    provisional: table.provisional,
    workingDays: counts.at(-1)!,
    days,
    workedBefore: Uint16Array.from(counts),
  };
}

function specialDays(calendar: WorkingCalendar, year: number): readonly SpecialDay[] {
  const table = holidayYear(year);
  const source = table.provisional ? "projected" : "table";
  const byDay = new Map<Day, SpecialDay>();
  for (const named of table.days) byDay.set(named.day, { ...named, source, workingByTable: named.working });
  for (const override of calendar.overrideByDay.values()) {
    if (yearOf(override.id) !== year) continue;
    const below = byDay.get(override.id);
    byDay.set(override.id, {
      day: override.id,
      working: override.kind === "workday",
      name: override.name === "" && below ? below.name : { zh: override.name, en: "" },
      source: "manager",
      workingByTable: below?.working ?? weekdayOf(override.id) <= 5,
    });
  }
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
