import type { ImportColumn, ImportObject } from "../records.ts";
import { REQUIRED_BY_OBJECT } from "./import-field.ts";

/** The fields that no column has and no row can do without; of several that would do, the first.
 * @example missingFields("orders", [{ header: "Date", field: "date" }]) // => ["amount"]
 */
export function missingFields(object: ImportObject, columns: readonly ImportColumn[]): readonly string[] {
  const fields = new Set(columns.map((column) => column.field));
  return REQUIRED_BY_OBJECT[object]
    .filter((group) => !group.some((field) => fields.has(field)))
    .map((group) => group[0]!);
}
