import type { Day } from "../../base/day.ts";
import { dayFromParts, yearOf } from "../../base/day.ts";
import { HOURS_BY_UNIT, MONTH_AND_DATE, STATUS_BY_WORD } from "../locales/task-words.ts";
import { nameKey } from "../name-key.ts";
import { readTypedDay } from "../read-typed.ts";
import type { Task } from "../records.ts";

/** Reads effort as people type it: 16, 16h, 2d, 2 天, 1.5 小时; a day of work is 8 hours. Hours, to two decimals; `null` for
 * anything else.
 * @example readTypedEffort("2 天") // => 16
 * @example readTypedEffort("1.5h") // => 1.5
 * @example readTypedEffort("-3") // => null
 */
export function readTypedEffort(text: string): number | null {
  const match = /^(\d{1,5}(?:\.\d{1,2})?)\s*(\p{L}*)$/u.exec(nameKey(text));
  const unit = match ? HOURS_BY_UNIT[match[2] ?? ""] : undefined;
  return match && unit !== undefined ? Math.round(Number(match[1]) * unit * 100) / 100 : null;
}

/** Reads a due day: a whole day, or month and day alone, which is the next such day from `today` on. `null` for anything
 * else.
 * @example readTypedDue("12-5", "2026-09-01") // => "2026-12-05"
 * @example readTypedDue("3月1日", "2026-09-01") // => "2027-03-01"
 */
export function readTypedDue(text: string, today: Day): Day | null {
  const whole = readTypedDay(text);
  if (whole !== null) return whole;
  const match = MONTH_AND_DATE.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const [month, date] = [Number(match[1]), Number(match[2])];
  const year = yearOf(today);
  const soonest = dayFromParts(year, month, date);
  return soonest !== null && soonest >= today ? soonest : dayFromParts(year + 1, month, date);
}

/** Reads a status as people type it, in either language; `null` for anything else.
 * @example readTypedStatus("已完成") // => "done"
 * @example readTypedStatus("maybe") // => null
 */
export function readTypedStatus(text: string): Task["status"] | null {
  return STATUS_BY_WORD[nameKey(text)] ?? null;
}
