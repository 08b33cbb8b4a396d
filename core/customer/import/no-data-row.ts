import { cellText } from "../../base/table.ts";
import type { TableCell } from "../../base/table.ts";
import { REPORT_NOTE, TOTAL_CELL, TOTAL_ROW, TYPE_HINT } from "../locales/import-marks.ts";

/** Whether a row has nothing in it.
 * @example isBlank(["", " ", null]) // => true
 */
export function isBlank(row: readonly TableCell[]): boolean {
  return row.every(isEmpty);
}

function isEmpty(cell: TableCell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Whether a row is the type hints that import templates carry under their header.
 * @example isTypeHints(["Nancy", "12"]) // => false
 */
export function isTypeHints(row: readonly TableCell[]): boolean {
  const filled = row.filter((cell) => !isEmpty(cell));
  const hints = filled.filter((cell) => TYPE_HINT.test(cellText(cell).normalize("NFKC")));
  return hints.length > filled.length / 2;
}

/** Whether a row sums others: its first cell says so and most of the others are empty, so that a customer who is called
 * Total stays a customer. A group's name may stand before the word.
 * @example isTotal(["Grand Total", "", "", "100"], 4) // => true
 * @example isTotal(["Total", "Energy", "Paris", "100"], 4) // => false
 */
export function isTotal(row: readonly TableCell[], width: number): boolean {
  const [first, second] = filledCells(row, Math.max(2, width / 2)) ?? [];
  if (typeof first !== "string") return false;
  if (first.length <= 80 && TOTAL_ROW.test(first.normalize("NFKC").trim())) return true;
  return typeof second === "string" && TOTAL_CELL.test(second.normalize("NFKC").trim());
}

/** Whether a row is one of the remarks that reports print below their rows: confidentiality, copyright, who ran it.
 * @example isReportNote(["Confidential Information - Do Not Distribute", ""]) // => true
 * @example isReportNote(["Copyright Ltd", "Open"]) // => false
 */
export function isReportNote(row: readonly TableCell[]): boolean {
  const [first] = filledCells(row, 1) ?? [];
  return typeof first === "string" && REPORT_NOTE.test(first.trim());
}

/** The cells of a row that are not empty; `null` when there are more than some: most rows are full, and are let go early. */
function filledCells(row: readonly TableCell[], most: number): readonly TableCell[] | null {
  const filled: TableCell[] = [];
  for (const cell of row) {
    if (isEmpty(cell)) continue;
    filled.push(cell);
    if (filled.length > most) return null;
  }
  return filled;
}
