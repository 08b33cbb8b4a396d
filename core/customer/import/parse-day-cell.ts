import { addDays, dayFromParts, dayOfMoment, day as toDay } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { TableCell } from "../../base/table.ts";
import { CHINESE_DAY, HALF_DAY, TIME_BEGINS } from "../locales/import-marks.ts";
import type { ImportColumn } from "../records.ts";

/** How the days of a column are written. `YMD` also stands for months by name. */
export type DateOrder = NonNullable<ImportColumn["dateOrder"]>;

/** Machine times (`…Z`) become days of this zone: the one of both CRMs' exports. */
const CHINA_OFFSET_MINUTES = 480;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME =
  /^(?:[ T,]+\d{1,2}(?::\d{2}){0,2}(?:\.\d+)?\s*(?:[AP]\.?M\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** Reads a day in a column's order; `null` when there is none, or no such day. A time of day is passed over; a time of a
 * zone keeps the day as written, a machine time (`Z`) becomes the day in China. A month alone is its first day.
 * @example parseDayCell("30/10/2025", "DMY") // => "2025-10-30"
 * @example parseDayCell("Oct 7, 2025 6:55 PM", "YMD") // => "2025-10-07"
 * @example parseDayCell("202604", "YMD") // => "2026-04-01"
 * @example parseDayCell("31/02/2025", "DMY") // => null
 */
export function parseDayCell(cell: TableCell, order: DateOrder): Day | null {
  if (typeof cell === "number") return parseSerial(cell, order) ?? parseText(String(cell), order);
  if (typeof cell === "object" && cell !== null && "moment" in cell) return parseText(cell.moment, "YMD");
  if (typeof cell !== "string") return null;
  const text = cell.normalize("NFKC").replace(HALF_DAY, " ").replace(/\s+/g, " ").trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) return parseSerial(Number(text), order);
  return parseText(text, order);
}

/** The day of an Excel serial number. The 1900 system has a 29 February 1900 that never was: serials from 61 on are right.
 * @example parseSerial(45351, "serial1900") // => "2024-02-29"
 * @example parseSerial(43889, "serial1904") // => "2024-02-29"
 */
export function parseSerial(serial: number, order: DateOrder): Day | null {
  const days = Math.floor(serial);
  if (!(days >= 61 && days < 109_500)) return null;
  return order === "serial1904" ? addDays(toDay("1904-01-01"), days) : addDays(toDay("1900-01-01"), days - 2);
}

function parseText(text: string, order: DateOrder): Day | null {
  return (
    parseYearFirst(text) ??
    parseChinese(text) ??
    parseCompact(text) ??
    parseNamedMonth(text) ??
    parseSlashes(text, order)
  );
}

function parseYearFirst(text: string): Day | null {
  const match = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(.*)$/.exec(text);
  if (!match) return null;
  const [, year, , month, dayOfMonth, rest = ""] = match;
  const time = TIME.exec(rest);
  if (!time) return null;
  const written = dayFromParts(Number(year), Number(month), Number(dayOfMonth ?? 1));
  const isMachineTime = /^(Z|UTC|GMT|[+-]00:?00)$/i.test(time[1] ?? "");
  return written !== null && isMachineTime ? inChina(written, rest) : written;
}

function inChina(written: Day, time: string): Day {
  const clock = /(\d{1,2}):(\d{2})/.exec(time);
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : 0;
  return addDays(
    written,
    dayOfMoment(minutes * 60_000, CHINA_OFFSET_MINUTES) === toDay("1970-01-01") ? 0 : 1,
  );
}

function parseChinese(text: string): Day | null {
  const match = CHINESE_DAY.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length);
  if (rest !== "" && !TIME_BEGINS.test(rest)) return null;
  return dayFromParts(Number(match[1]), Number(match[2]), Number(match[3] ?? 1));
}

function parseCompact(text: string): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3] ?? 1)) : null;
}

function parseNamedMonth(text: string): Day | null {
  const plain = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? /i, "");
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(.*)$/i.exec(plain);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})(.*)$/i.exec(plain);
  const [name, dayText, yearText, rest] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3], monthFirst[4]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3], dayFirst?.[4]];
  if (name === undefined || !TIME.test(rest ?? "")) return null;
  const month = monthOfName(name);
  return month === 0 ? null : dayFromParts(fullYear(yearText!), month, Number(dayText));
}

function monthOfName(word: string): number {
  return MONTHS.indexOf(word.trim().replace(/[.,]$/, "").slice(0, 3).toLowerCase()) + 1;
}

function parseSlashes(text: string, order: DateOrder): Day | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(.*)$/.exec(text);
  if (!match || !TIME.test(match[5] ?? "")) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isMonthFirst = order === "MDY" && match[2] !== ".";
  return isMonthFirst
    ? dayFromParts(fullYear(match[4]!), first, second)
    : dayFromParts(fullYear(match[4]!), second, first);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** What a whole column says about its order. `certain: false`: every day reads both ways, and the person is asked. */
export interface DateDecision {
  readonly order: DateOrder;
  readonly certain: boolean;
}

/** Decides a column's date order over all its cells: a part above 12 proves it; most votes win; serial numbers count as
 * such when most cells are numbers. `fallback` is taken where nothing is proved.
 * @example decideDateOrder(["03/04/2026", "30/10/2025"], "MDY") // => { order: "DMY", certain: true }
 */
export function decideDateOrder(cells: Iterable<TableCell>, fallback: "DMY" | "MDY"): DateDecision {
  const votes = { YMD: 0, DMY: 0, MDY: 0, open: 0, serial: 0 };
  for (const cell of cells) votes[voteOf(cell)] += cell === null || cell === "" ? 0 : 1;
  if (votes.serial > votes.YMD + votes.DMY + votes.MDY + votes.open)
    return { order: "serial1900", certain: true };
  if (votes.DMY + votes.MDY + votes.open === 0) return { order: "YMD", certain: true };
  if (votes.DMY === votes.MDY) return { order: fallback, certain: false };
  return { order: votes.DMY > votes.MDY ? "DMY" : "MDY", certain: true };
}

const ISO_START = /^\d{4}[-/]/;

function voteOf(cell: TableCell): "YMD" | "DMY" | "MDY" | "open" | "serial" {
  if (typeof cell === "number") return cell >= 61 && cell < 109_500 ? "serial" : "YMD";
  if (typeof cell !== "string" || ISO_START.test(cell)) return "YMD";
  if (/^\s*\d{5}(\.\d+)?\s*$/.test(cell)) return "serial";
  const match = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/.exec(cell.normalize("NFKC"));
  if (!match) return "YMD";
  if (match[2] === "." || Number(match[1]) > 12) return "DMY";
  if (Number(match[3]) > 12) return "MDY";
  return match[1] === match[3] ? "YMD" : "open";
}
