import { cellText } from "../../base/table.ts";
import type { TableCell } from "../../base/table.ts";
import { TOTAL_ROW, TYPE_HINT } from "../locales/import-marks.ts";

/** Whether a row has nothing in it.
 * @example isBlank(["", " ", null]) // => true
 */
export function isBlank(row: readonly TableCell[]): boolean {
  return row.every((cell) => cell === null || cellText(cell).trim() === "");
}

/** Whether a row is the type hints that import templates carry under their header.
 * @example isTypeHints(["Nancy", "12"]) // => false
 */
export function isTypeHints(row: readonly TableCell[]): boolean {
  const filled = row.filter((cell) => !isBlank([cell]));
  const hints = filled.filter((cell) => TYPE_HINT.test(cellText(cell).normalize("NFKC")));
  return hints.length > filled.length / 2;
}

/** Whether a row sums others: its first cell says so and most of the others are empty, so that a customer who is called
 * Total stays a customer.
 * @example isTotal(["Grand Total", "", "", "100"], 4) // => true
 * @example isTotal(["Total", "Energy", "Paris", "100"], 4) // => false
 */
export function isTotal(row: readonly TableCell[], width: number): boolean {
  const filled = row.filter((cell) => !isBlank([cell]));
  const [first] = filled;
  if (first === undefined || filled.length > Math.max(2, width / 2)) return false;
  return TOTAL_ROW.test(cellText(first).normalize("NFKC").trim());
}
