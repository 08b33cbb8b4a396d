import type { AnyRecord } from "../../core/base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { FactTable, RowTable } from "../../core/base/id.ts";
import { countRecords, sameCounts } from "../../core/vault/counts.ts";
import { lazyStore } from "../../core/vault/lazy-pages.ts";
import type { Stamps } from "../../core/base/stamp.ts";
import type { FactPage, Workspace } from "../../core/vault/workspace.ts";
import type { JiugongDatabase, StoredMeta, StoredPage, StoredRow } from "./database.ts";
import { RowOrder } from "./row-order.ts";
import { fromStoredPage, fromStoredRow, tableOfKey } from "./stored-records.ts";

/** What the store holds. `damaged`: pages or rows are missing or altered; `workspace` is what is readable of it. */
export type LoadedStore =
  | { readonly kind: "empty" }
  | {
      readonly kind: "whole" | "damaged";
      readonly meta: StoredMeta | null;
      readonly workspace: Workspace;
      readonly order: RowOrder;
    };

/** Reads the whole store in one transaction and checks every checksum and count. */
export async function loadStore(database: JiugongDatabase): Promise<LoadedStore> {
  const { meta, rows, pages, tombstones } = database;
  const [storedMeta, storedRows, storedPages, dead] = await database.transaction(
    "r",
    [meta, rows, pages, tombstones],
    () => Promise.all([meta.get("workspace"), rows.toArray(), pages.toArray(), tombstones.toArray()]),
  );
  if (!storedMeta && storedRows.length === 0 && storedPages.length === 0) return { kind: "empty" };
  const edited = readRows(storedRows);
  const facts = readPages(storedPages);
  const workspace = {
    rows: edited.rows,
    rowStamps: edited.stamps,
    facts: facts.tables,
    tombstones: new Map(dead.map(({ key, stamp }) => [key, stamp])),
  } as unknown as Workspace;
  const isWhole =
    edited.isWhole &&
    facts.isWhole &&
    storedMeta !== undefined &&
    sameCounts(storedMeta.counts, countRecords(workspace));
  return { kind: isWhole ? "whole" : "damaged", meta: storedMeta ?? null, workspace, order: edited.order };
}

function readRows(stored: readonly StoredRow[]) {
  const rows = byTable<RowTable, Map<string, AnyRecord>>(ROW_TABLES, () => new Map());
  const stamps = byTable<RowTable, Map<string, Stamps>>(ROW_TABLES, () => new Map());
  const order = new RowOrder();
  let isWhole = true;
  for (const row of stored.toSorted((a, b) => a.at - b.at)) {
    const table = tableOfKey(row.key) as RowTable;
    const read = Object.hasOwn(rows, table) ? fromStoredRow(row) : null;
    if (!read) {
      isWhole = false;
      continue;
    }
    rows[table].set(read.record.id, read.record);
    if (read.stamps !== null) stamps[table].set(read.record.id, read.stamps);
    order.set(row.key, row.at);
  }
  return { rows, stamps, order, isWhole };
}

function readPages(stored: readonly StoredPage[]) {
  const pages = byTable<FactTable, FactPage[]>(FACT_TABLES, () => []);
  let isWhole = true;
  for (const one of stored) {
    const table = tableOfKey(one.key) as FactTable;
    const page = Object.hasOwn(pages, table) ? fromStoredPage(one) : null;
    const index = page ? pages[table].length : -1;
    if (!page || Number(one.key.slice(table.length + 1)) !== index) isWhole = false;
    if (!page) continue;
    pages[table].push(page);
  }
  const tables = Object.fromEntries(FACT_TABLES.map((table) => [table, lazyStore(pages[table])]));
  return { tables, isWhole };
}

function byTable<T extends string, V>(tables: readonly T[], make: () => V): Record<T, V> {
  return Object.fromEntries(tables.map((table) => [table, make()])) as Record<T, V>;
}
