import { addDays, dayFromParts, daysInMonth, monthOf, weekdayOf, yearOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { nameKey } from "../../team/name-key.ts";
import { readTypedDue } from "../../team/tasks/read-task-text.ts";
import {
  AFTER_NEXT_WEEK_ZH,
  BEFORE_EN,
  BEFORE_ZH,
  DAY_AND_MONTH_EN,
  DAYS_BY_WORD,
  END_BY_WORD,
  LATER_EN,
  LATER_ZH,
  MONTH_AND_DAY_EN,
  MONTH_AND_DAY_ZH,
  MONTH_BY_WORD,
  MONTH_DAY_ZH,
  NEXT_MONTH_DAY_ZH,
  NUMBER_ZH,
  THIS_WEEK_ZH,
  TIME_OF_DAY_ZH,
  WEEK_UNITS,
  WEEKDAY_BY_WORD,
  WEEKDAY_EN,
  WEEKDAY_ZH,
} from "../locales/day-words.ts";

/** Reads a day as people say it, in Chinese or English: 今天, 周五 (the next one, today counted), 下周三, 月底, 3天后, 11月30日,
 * 11-30, 30号, fri, next wed, by tomorrow, eom, in 2 weeks, 30 nov. A day without a year is the next such day from `today` on.
 * `null` for anything else.
 * @example readDayWord("周五", "2026-11-26") // => "2026-11-27"
 * @example readDayWord("下周三", "2026-11-26") // => "2026-12-02"
 * @example readDayWord("by next wed", "2026-11-26") // => "2026-12-02"
 * @example readDayWord("月底", "2026-11-26") // => "2026-11-30"
 * @example readDayWord("报价", "2026-11-26") // => null
 */
export function readDayWord(text: string, today: Day): Day | null {
  const said = nameKey(text).replace(BEFORE_EN, "").replace(BEFORE_ZH, "");
  const word = said.replace(TIME_OF_DAY_ZH, "").trim();
  if (word === "") return null;
  const days = DAYS_BY_WORD.get(word);
  if (days !== undefined) return addDays(today, days);
  return (
    weekdayWord(word, today) ??
    endWord(word, today) ??
    laterWord(word, today) ??
    monthWord(word, today) ??
    readTypedDue(word, today)
  );
}

function weekdayWord(word: string, today: Day): Day | null {
  const zh = WEEKDAY_ZH.exec(word);
  const en = WEEKDAY_EN.exec(word);
  const weekday = WEEKDAY_BY_WORD[(zh?.[2] ?? en?.[2]) || ""];
  if (weekday === undefined) return null;
  const when = (zh?.[1] ?? en?.[1] ?? "").trim();
  const monday = addDays(today, 1 - weekdayOf(today));
  const inWeek = (weeks: number) => addDays(monday, weeks * 7 + weekday - 1);
  if (when === "") return inWeek(weekday >= weekdayOf(today) ? 0 : 1);
  if (when === "this" || THIS_WEEK_ZH.has(when)) return inWeek(0);
  return inWeek(AFTER_NEXT_WEEK_ZH.has(when) ? 2 : 1);
}

function endWord(word: string, today: Day): Day | null {
  const end = END_BY_WORD.get(word);
  if (end === undefined) return null;
  const [year, month] = [yearOf(today), monthOf(today)];
  // The week's work is done by its Friday; said at the weekend it is the next one's.
  if (end === "week") return weekdayWord("fri", today);
  if (end === "year") return dayFromParts(year, 12, 31);
  if (end === "quarter") return lastOf(year, Math.ceil(month / 3) * 3);
  return end === "month" ? lastOf(year, month) : lastOf(year + (month === 12 ? 1 : 0), (month % 12) + 1);
}

function lastOf(year: number, month: number): Day | null {
  return dayFromParts(year, month, daysInMonth(year, month));
}

function laterWord(word: string, today: Day): Day | null {
  const match = LATER_ZH.exec(word) ?? LATER_EN.exec(word);
  if (!match) return null;
  const count = NUMBER_ZH[match[1]!] ?? Number(match[1]);
  return addDays(today, count * (WEEK_UNITS.has(match[2]!) ? 7 : 1));
}

function monthWord(word: string, today: Day): Day | null {
  const zh = MONTH_AND_DAY_ZH.exec(word);
  if (zh) return readTypedDue(`${zh[1]}-${zh[2]}`, today);
  const next = NEXT_MONTH_DAY_ZH.exec(word);
  if (next) return dayInMonth(monthNumber(today) + 1, Number(next[1]));
  const alone = MONTH_DAY_ZH.exec(word);
  if (alone) return dayOfMonth(Number(alone[1]), today);
  const [dayFirst, monthFirst] = [DAY_AND_MONTH_EN.exec(word), MONTH_AND_DAY_EN.exec(word)];
  const name = dayFirst?.[2] ?? monthFirst?.[1];
  const month = name === undefined ? undefined : MONTH_BY_WORD.get(name);
  return month === undefined ? null : readTypedDue(`${month}-${dayFirst?.[1] ?? monthFirst?.[2]}`, today);
}

function dayOfMonth(of: number, today: Day): Day | null {
  const first = monthNumber(today);
  // A month that is too short is passed over; never two one after the other.
  for (const month of [first, first + 1, first + 2]) {
    const here = dayInMonth(month, of);
    if (here !== null && here >= today) return here;
  }
  return null;
}

/** Months counted through the years. */
function monthNumber(of: Day): number {
  return yearOf(of) * 12 + monthOf(of) - 1;
}

function dayInMonth(month: number, of: number): Day | null {
  return dayFromParts(Math.floor(month / 12), (month % 12) + 1, of);
}
