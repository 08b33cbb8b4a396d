import type { ImportObject } from "../records.ts";
import { detectTable, objectByName } from "./detect-table.ts";
import type { TableName } from "./detect-table.ts";
import type { NamedTable } from "./pick-tables.ts";

/** Objects in the order in which they build on each other: who owns, who buys, what is sold, then what came of it. */
const ORDER: readonly ImportObject[] = [
  "members",
  "products",
  "customers",
  "contacts",
  "deals",
  "stage-history",
  "orders",
  "payments",
  "activities",
  "cases",
  "answers",
];

/** Where a table stands when several are imported at once: after all that its rows may point at. Smaller comes first.
 * @example importRank({ table: { rows: [["Deal Name", "Stage"]], lines: [1] } }, { fileName: "Deals.csv" }) > importRank({ table: { rows: [["Account Name", "Industry"]], lines: [1] } }, { fileName: "Accounts.csv" }) // => true
 */
export function importRank({ table }: NamedTable, name: TableName): number {
  return ORDER.indexOf(detectTable(table, name).object);
}

/** Names of files in the order in which they are best imported, by what the names tell; equals keep their order.
 * @example inImportOrder([{ name: "Notes_1.csv" }, { name: "Accounts_1.csv" }], (file) => file.name).map(({ name }) => name) // => ["Accounts_1.csv", "Notes_1.csv"]
 */
export function inImportOrder<T>(files: readonly T[], nameOf: (file: T) => string): readonly T[] {
  const rank = (file: T) => ORDER.indexOf(objectByName({ fileName: nameOf(file) }) ?? "deals");
  return files.length < 2 ? files : files.toSorted((a, b) => rank(a) - rank(b));
}
