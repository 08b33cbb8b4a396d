import type { AnyRecord } from "../../base/change.ts";
import type { FactTable, RowTable, TableName } from "../../base/id.ts";
import { FACT_TABLES } from "../../base/id.ts";
import type { Stamp } from "../../base/stamp.ts";
import type { Batch, BatchChange } from "../records.ts";

/** When the fields of a record were written: one stamp for all of them, or one by field with "" for the rest. */
type Stamps = Stamp | Readonly<Record<string, Stamp>>;

/** What the history of imports is read from: every table, for anything may hang on what an import brought. A workspace is
 * one. */
export interface HistoryBook {
  readonly rows: { readonly [T in Exclude<RowTable, "batches">]: ReadonlyMap<string, AnyRecord> } & {
    readonly batches: ReadonlyMap<string, Batch>;
  };
  readonly rowStamps: { readonly [T in RowTable]: ReadonlyMap<string, Stamps> };
  readonly facts: { readonly [T in FactTable]: HistoryPages };
}

interface HistoryPages {
  readonly pages: readonly { readonly rows: readonly AnyRecord[]; readonly stamps: readonly Stamps[] }[];
  readonly pageIndexById: ReadonlyMap<string, number>;
}

/** The fields of a record without knowing its table. */
export type Fields = Readonly<Record<string, unknown>>;

/** Fact tables that imports fill. */
export const IMPORTED_TABLES: readonly FactTable[] = FACT_TABLES.filter(
  (table) => table !== "measurements" && table !== "batchChanges",
);

/** The key of a record over all tables.
 * @example recordKey("deals", "d1") // => "deals/d1"
 */
export function recordKey(table: TableName, id: string): string {
  return `${table}/${id}`;
}

/** Whether a table keeps facts.
 * @example isFacts("deals") // => true
 */
export function isFacts(table: TableName): table is FactTable {
  return (FACT_TABLES as readonly string[]).includes(table);
}

/** A record of any table, or `undefined`.
 * @example findRecord({ rows: { groups: new Map([["g1", { id: "g1" }]]) } }, "groups", "g1") // => { id: "g1" }
 */
export function findRecord(
  book: { readonly rows: Partial<HistoryBook["rows"]>; readonly facts: HistoryBook["facts"] },
  table: TableName,
  id: string,
): AnyRecord | undefined {
  if (!isFacts(table)) return book.rows[table]?.get(id);
  const { pages, pageIndexById } = book.facts[table];
  const page = pageIndexById.get(id);
  return page === undefined ? undefined : pages[page]?.rows.find((row) => row.id === id);
}

/** The moment at which a field of a record was last written, in milliseconds; `null` where nothing tells.
 * @example writtenAt({ rowStamps: { groups: new Map() } }, { table: "groups", id: "g1" }, "name") // => null
 */
export function writtenAt(
  book: Pick<HistoryBook, "rowStamps" | "facts">,
  of: { readonly table: TableName; readonly id: string },
  field: string,
): Stamp | null {
  const stamps = stampsOf(book, of);
  if (stamps === undefined || typeof stamps === "string") return stamps ?? null;
  return stamps[field] ?? stamps[""] ?? null;
}

/** Whether fields of a record were written at different times: it was edited since it was made.
 * @example wasEdited({ rowStamps: { groups: new Map([["g1", "a"]]) } }, { table: "groups", id: "g1" }) // => false
 */
export function wasEdited(
  book: Pick<HistoryBook, "rowStamps" | "facts">,
  of: { readonly table: TableName; readonly id: string },
): boolean {
  const stamps = stampsOf(book, of);
  return stamps !== undefined && typeof stamps !== "string" && new Set(Object.values(stamps)).size > 1;
}

function stampsOf(
  book: Pick<HistoryBook, "rowStamps" | "facts">,
  { table, id }: { readonly table: TableName; readonly id: string },
): Stamps | undefined {
  if (!isFacts(table)) return book.rowStamps[table].get(id);
  const { pages, pageIndexById } = book.facts[table];
  const page = pages[pageIndexById.get(id) ?? -1];
  return page?.stamps[page.rows.findIndex((row) => row.id === id)];
}

const orderByBatches = new WeakMap<object, ReadonlyMap<string, number>>();

/** The place of every batch in time: by its moment, of one moment as they were written.
 * @example batchOrder(new Map([["b2", { id: "b2", at: "2" }], ["b1", { id: "b1", at: "1" }]])).get("b1") // => 0
 */
export function batchOrder(
  batches: ReadonlyMap<string, Pick<Batch, "id" | "at">>,
): ReadonlyMap<string, number> {
  const known = orderByBatches.get(batches);
  if (known) return known;
  const sorted = [...batches.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const order = new Map(sorted.map((batch, index) => [batch.id as string, index]));
  orderByBatches.set(batches, order);
  return order;
}

const byBatchOfPages = new WeakMap<object, ReadonlyMap<string, readonly BatchChange[]>>();

/** What each import changed, by batch. The same map for the same book.
 * @example changesByBatch({ facts: { batchChanges: { pages: [] } } }).size // => 0
 */
export function changesByBatch(book: {
  readonly facts: { readonly batchChanges: { readonly pages: HistoryPages["pages"] } };
}): ReadonlyMap<string, readonly BatchChange[]> {
  const { pages } = book.facts.batchChanges;
  const known = byBatchOfPages.get(pages);
  if (known) return known;
  const byBatch = new Map<string, BatchChange[]>();
  for (const page of pages) {
    for (const change of page.rows as readonly BatchChange[]) {
      const list = byBatch.get(change.batchId);
      if (list) list.push(change);
      else byBatch.set(change.batchId, [change]);
    }
  }
  byBatchOfPages.set(pages, byBatch);
  return byBatch;
}

/** What a record is called in a list: its name or number, else what it is about, else its id.
 * @example recordLabel({ id: "o1", number: "", customerName: "Acme" }) // => "Acme"
 */
export function recordLabel(record: AnyRecord): string {
  const fields = record as unknown as Fields;
  for (const key of ["name", "number", "stage", "subject", "customerName", "text"]) {
    const value = fields[key];
    if (typeof value === "string" && value !== "") return value.slice(0, 80);
    if (typeof value === "object" && value !== null && "zh" in value) return String(value.zh);
  }
  return record.id;
}
