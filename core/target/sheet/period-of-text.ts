import { parsePeriod } from "../../base/period.ts";
import type { FiscalStart, PeriodId } from "../../base/period.ts";
import { nameKey } from "../../team/name-key.ts";
import {
  CALENDAR_MONTH,
  CHINESE_DIGITS,
  CHINESE_MONTHS,
  DATED_MONTH,
  DATED_QUARTER,
  DATED_YEAR,
  ENGLISH_DATED_MONTH,
  ENGLISH_MONTH,
  ENGLISH_MONTHS,
  FISCAL_MONTH,
  QUARTER,
} from "../locales/sheet-words.ts";

/** A period as a sheet names it: a month or quarter of whatever year, or one with its year. */
export type NamedPeriod =
  | { readonly kind: "month"; readonly month: number; readonly isFiscal: boolean }
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "dated"; readonly periodId: PeriodId };

/** Reads a period as sheets write it in Chinese and English: M03, 3月, 三月, Mar, Q3, 第三季度, 2026-03, 2026年3月, a sheet's
 * own date of the first of a month, 2026-Q3, 2026, FY2026. `null` when it is none.
 * @example periodOfText("2026年3月") // => { kind: "dated", periodId: "2026-03" }
 * @example periodOfText("M03") // => { kind: "month", month: 3, isFiscal: true }
 * @example periodOfText("王芳") // => null
 */
export function periodOfText(text: string): NamedPeriod | null {
  const key = nameKey(text);
  return monthOf(key) ?? quarterOf(key) ?? datedOf(key);
}

/** The period's id in a fiscal year.
 * @example periodIn({ kind: "month", month: 3, isFiscal: false }, 2026, 4) // => "2027-03"
 * @example periodIn({ kind: "month", month: 3, isFiscal: true }, 2026, 4) // => "2026-06"
 */
export function periodIn(named: NamedPeriod, year: number, fiscalStart: FiscalStart): PeriodId {
  if (named.kind === "dated") return named.periodId;
  if (named.kind === "quarter") return `${year}-Q${named.quarter}` as PeriodId;
  const month = named.isFiscal ? ((named.month + fiscalStart - 2) % 12) + 1 : named.month;
  const calendarYear = month < fiscalStart ? year + 1 : year;
  return `${calendarYear}-${String(month).padStart(2, "0")}` as PeriodId;
}

function monthOf(key: string): NamedPeriod | null {
  const fiscal = FISCAL_MONTH.exec(key);
  if (fiscal) return { kind: "month", month: Number(fiscal[1]), isFiscal: true };
  const calendar = CALENDAR_MONTH.exec(key);
  if (calendar) return { kind: "month", month: Number(calendar[1]), isFiscal: false };
  const english = ENGLISH_MONTH.exec(key);
  const month = english ? ENGLISH_MONTHS.indexOf(english[1]!) : CHINESE_MONTHS.indexOf(key);
  return month < 0 ? null : { kind: "month", month: month + 1, isFiscal: false };
}

function quarterOf(key: string): NamedPeriod | null {
  const match = QUARTER.exec(key);
  return match ? { kind: "quarter", quarter: quarterNumber(match[1] ?? match[2]!) } : null;
}

function datedOf(key: string): NamedPeriod | null {
  const month = DATED_MONTH.exec(key);
  if (month) return dated(`${month[1]}-${month[2]!.padStart(2, "0")}`);
  const english = ENGLISH_DATED_MONTH.exec(key);
  if (english) {
    const number = String(ENGLISH_MONTHS.indexOf(english[1]!) + 1).padStart(2, "0");
    return dated(`20${english[2]!.slice(-2)}-${number}`);
  }
  const quarter = DATED_QUARTER.exec(key);
  if (quarter) return dated(`${quarter[1]}-Q${quarterNumber(quarter[2] ?? quarter[3]!)}`);
  const year = DATED_YEAR.exec(key);
  return year ? dated(year[1]!) : null;
}

function dated(id: string): NamedPeriod | null {
  const parsed = parsePeriod(id, 1);
  return parsed && { kind: "dated", periodId: parsed.id };
}

function quarterNumber(text: string): number {
  return CHINESE_DIGITS.includes(text) ? CHINESE_DIGITS.indexOf(text) + 1 : Number(text);
}
