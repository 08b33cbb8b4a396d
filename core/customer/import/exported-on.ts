import { dayFromParts } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";

/** Year, month and day with one kind of mark between them or none; a time of day may follow. */
const WRITTEN_DAY = /(?<!\d)(20\d{2})([-_. ]?)(\d{2})\2(\d{2})(?=(?:\d{4}|\d{6})?(?!\d))/g;

/** The day on which a source wrote a file, as the file's name says; the last where it says several, `null` where none.
 * @example exportedOn("Deals_2026_01_26.csv") // => "2026-01-26"
 * @example exportedOn("Accounts_20221011.xlsx") // => "2022-10-11"
 * @example exportedOn("orders 3652397000001763003.csv") // => null
 */
export function exportedOn(fileName: string): Day | null {
  let last: Day | null = null;
  for (const [, year, , month, dayOfMonth] of fileName.normalize("NFKC").matchAll(WRITTEN_DAY)) {
    last = dayFromParts(Number(year), Number(month), Number(dayOfMonth)) ?? last;
  }
  return last;
}
