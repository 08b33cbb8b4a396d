import { cellText } from "../../base/table.ts";
import type { TableCell } from "../../base/table.ts";
import { TOTAL_ROW, TYPE_HINT } from "../locales/import-marks.ts";

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
 * Total stays a customer.
 * @example isTotal(["Grand Total", "", "", "100"], 4) // => true
 * @example isTotal(["Total", "Energy", "Paris", "100"], 4) // => false
 */
export function isTotal(row: readonly TableCell[], width: number): boolean {
  const first = row.find((cell) => !isEmpty(cell));
  if (typeof first !== "string" || first.length > 80) return false;
  if (!TOTAL_ROW.test(first.normalize("NFKC").trim())) return false;
  return row.filter((cell) => !isEmpty(cell)).length <= Math.max(2, width / 2);
}
