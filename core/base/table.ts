/** One cell as a file gives it, before anything is made of it. A `moment` is a sheet's own date ("2025-10-07T18:55:00",
 * without a zone); an `error` is what a sheet shows in place of a value ("#REF!") or a quote that never closes. */
export type TableCell =
  string | number | boolean | null | { readonly moment: string } | { readonly error: string };

/** A file or sheet as rows. `lines` is parallel to `rows`: the line or sheet row on which each begins, from 1. */
export interface Table {
  readonly rows: readonly (readonly TableCell[])[];
  readonly lines: readonly number[];
  /** Its days are counted from 1904: the workbook comes from an old Mac. */
  readonly is1904?: true;
}

/** A cell as a person reads it.
 * @example cellText({ moment: "2025-10-07T00:00:00" }) // => "2025-10-07"
 * @example cellText(null) // => ""
 */
export function cellText(cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "object") return String(cell);
  if ("error" in cell) return cell.error;
  return cell.moment.endsWith("T00:00:00") ? cell.moment.slice(0, 10) : cell.moment.replace("T", " ");
}
