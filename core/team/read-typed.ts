import { dayFromParts } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { BETWEEN_NAMES, TYPED_DAY } from "./locales/typed-marks.ts";

/** Reads a day as people type it, year first: 2026-3-1, 2026/03/01, 2026.3.1, 2026年3月1日, 20260301. `null` for anything else.
 * @example readTypedDay("2026年3月1日") // => "2026-03-01"
 * @example readTypedDay("1/3/2026") // => null
 */
export function readTypedDay(text: string): Day | null {
  const plain = text.normalize("NFKC").trim();
  const match = TYPED_DAY.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Reads a full-time equivalent as people type it: 80, 80%, 0.8 and 1 (which is full time). Whole percent 1–100, or `null`.
 * @example readTypedFte("0.8") // => 80
 * @example readTypedFte("80 %") // => 80
 * @example readTypedFte("120") // => null
 */
export function readTypedFte(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const value = Number(match[1]);
  const percent = match[2] === "" && value <= 1 ? Math.round(value * 100) : value;
  return Number.isInteger(percent) && percent >= 1 && percent <= 100 ? percent : null;
}

/** Splits what a person types into several names, at semicolons, 、 or line breaks; never at commas, for "Davolio, Nancy" is one.
 * Empty and repeated names are dropped.
 * @example readTypedNames("王芳；Wang Fang; 王芳") // => ["王芳", "Wang Fang"]
 */
export function readTypedNames(text: string): readonly string[] {
  const names = text.split(BETWEEN_NAMES).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}
