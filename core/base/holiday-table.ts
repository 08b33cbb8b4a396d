import chineseDays from "chinese-days";
import published from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, dayFromParts, parseDay, weekdayOf, yearOf } from "./day.ts";
import type { Day } from "./day.ts";
import { FESTIVAL_NAMES } from "./locales/festival-names.ts";
import type { Festival } from "./locales/festival-names.ts";
import type { Bilingual } from "./schema.ts";

/** Where the public holidays come from. `statutory` is the rule by which unknown years are projected. */
export const HOLIDAY_TABLE = {
  library: "chinese-days",
  version: "1.5.7",
  statutory: "State Council Decree 795, in force from 2025-01-01",
} as const;

/** A day that the table names: a day off, or a weekend day worked to make up for one (调休). */
export interface NamedDay {
  readonly day: Day;
  readonly working: boolean;
  readonly name: Bilingual;
}

export interface HolidayYear {
  /** The year's arrangement is not published yet (or too old to be known): the days are projected by law. */
  readonly provisional: boolean;
  /** In the order of the year. */
  readonly days: readonly NamedDay[];
}

const yearByNumber = new Map<number, HolidayYear>();

/** The holidays and make-up days of a calendar year in mainland China. A year that the library does not know has its
 * statutory days projected: a day that falls on a weekend is given back on the next free weekday, as the law says, so
 * that the number of working days is right; no make-up weekends are guessed. Days outside festivals are not listed.
 * @example holidayYear(2026).days.length // => 39
 */
export function holidayYear(year: number): HolidayYear {
  const known = yearByNumber.get(year);
  if (known) return known;
  const published = isPublished(year);
  const made = { provisional: !published, days: published ? publishedDays(year) : projectedDays(year) };
  yearByNumber.set(year, made);
  return made;
}

/* The library's functions build their table in the machine's time zone and lose days west of Greenwich, so the published
 * days are read from its data file. */
const HOLIDAY_BY_DAY: Readonly<Record<string, string>> = published.holidays;
const WORKDAY_BY_DAY: Readonly<Record<string, string>> = published.workdays;

/** National Day has been a holiday every year: a table that does not name it does not know the year. */
function isPublished(year: number): boolean {
  return `${year}-10-01` in HOLIDAY_BY_DAY;
}

function publishedDays(year: number): readonly NamedDay[] {
  const days: NamedDay[] = [];
  const end = dayFromParts(year, 12, 31)!;
  for (let at = dayFromParts(year, 1, 1)!; at <= end; at = addDays(at, 1)) {
    const worked = WORKDAY_BY_DAY[at];
    const [en = "", zh = ""] = (worked ?? HOLIDAY_BY_DAY[at])?.split(",") ?? [];
    if (zh !== "") days.push({ day: at, working: worked !== undefined, name: { zh, en } });
  }
  return days;
}

function projectedDays(year: number): readonly NamedDay[] {
  const festivalByDay = new Map<Day, Festival>();
  const owed: { after: Day; festival: Festival }[] = [];
  for (const { day: at, festival } of statutoryDays(year)) {
    if (weekdayOf(at) >= 6 || festivalByDay.has(at)) owed.push({ after: at, festival });
    if (!festivalByDay.has(at)) festivalByDay.set(at, festival);
  }
  for (const { after, festival } of owed) {
    let at = addDays(after, 1);
    while (weekdayOf(at) >= 6 || festivalByDay.has(at)) at = addDays(at, 1);
    festivalByDay.set(at, festival);
  }
  return [...festivalByDay]
    .filter(([at]) => yearOf(at) === year)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, festival]) => ({ day: at, working: false, name: FESTIVAL_NAMES[festival] }));
}

/** The days of the decree in force: 13 from 2025, 10 from 2000 (the years between are all published), 7 before. */
function statutoryDays(year: number): readonly { day: Day; festival: Festival }[] {
  const spring = lunarDay(year, 1, 1);
  const labourDays = year >= 2025 ? 2 : year >= 2000 ? 3 : 1;
  return [
    ...run("newYear", dayFromParts(year, 1, 1), 1),
    ...(year >= 2025 ? run("spring", spring && addDays(spring, -1), 4) : run("spring", spring, 3)),
    ...(year >= 2008 ? run("qingming", qingming(year), 1) : []),
    ...run("labour", dayFromParts(year, 5, 1), labourDays),
    ...(year >= 2008 ? run("dragonBoat", lunarDay(year, 5, 5), 1) : []),
    ...(year >= 2008 ? run("midAutumn", lunarDay(year, 8, 15), 1) : []),
    ...run("national", dayFromParts(year, 10, 1), year >= 2000 ? 3 : 2),
  ];
}

function run(festival: Festival, from: Day | null, count: number): { day: Day; festival: Festival }[] {
  if (from === null) return [];
  return Array.from({ length: count }, (_, index) => ({ day: addDays(from, index), festival }));
}

/** The library's lunar table ends with 2100; later lunar festivals are not projected. It reads the lunar month and day
 * from a moment in local time and counts from a local day: noon is the same day in every zone. */
function lunarDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1901 || year > 2100) return null;
  return parseDay(chineseDays.getSolarDateFromLunar(new Date(year, month - 1, dayOfMonth, 12)).date);
}

/** 4 or 5 April: the usual formula of the solar term 清明 (C = 5.59 in the 20th century, 4.81 in the 21st). */
function qingming(year: number): Day | null {
  const inCentury = year % 100;
  const constant = year < 2000 ? 5.59 : 4.81;
  return dayFromParts(year, 4, Math.floor(inCentury * 0.2422 + constant) - Math.floor(inCentury / 4));
}
