import type { TableCell } from "../../base/table.ts";

/** Digits that a spreadsheet keeps of a number; it writes zeros for the rest. */
const KEPT_DIGITS = 15;
const LONG_ID = /^\d{16,}$/;

/** Zeros that are too many for chance, over all long ids of a column. */
const LEAST_ZEROS = 6;

/** Whether a spreadsheet has taken a column's ids for numbers and written them out again: all that are longer than it can
 * keep end in zeros. `5805028000056860000` alone may be an id, two of its kind are not.
 * @example haveLostDigits(["5805028000056860000", "5805028000056870000"]) // => true
 * @example haveLostDigits(["5805028000056860000", "5805028000056871234"]) // => false
 */
export function haveLostDigits(cells: Iterable<TableCell>): boolean {
  let zeros = 0;
  for (const cell of cells) {
    if (typeof cell !== "string" || !LONG_ID.test(cell)) continue;
    if (!hasLostDigits(cell)) return false;
    zeros += cell.length - KEPT_DIGITS;
  }
  return zeros >= LEAST_ZEROS;
}

/** Whether an id is longer than a spreadsheet keeps and ends in zeros from there on.
 * @example hasLostDigits("5805028000056860000") // => true
 */
export function hasLostDigits(id: string): boolean {
  return LONG_ID.test(id) && /^0+$/.test(id.slice(KEPT_DIGITS));
}
