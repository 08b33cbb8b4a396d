import type Dexie from "dexie";

/** Frozen: version 1 of the database. Meta, one row a record that people edit, pages of facts, tombstones, journal. */
export function addFirstTables(database: Dexie): void {
  database.version(1).stores({
    meta: "key",
    rows: "key",
    pages: "key",
    tombstones: "key",
    journal: "sequence",
  });
}
