import type { AnyRecord, Change } from "../../core/base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { RowTable } from "../../core/base/id.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { isFactTable } from "../../core/vault/apply-changes.ts";
import { countRecords } from "../../core/vault/counts.ts";
import { journalLineOf } from "../../core/vault/journal.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import type { LedgerEntry, RecordTexts } from "../../core/vault/ledger-entry.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import type { FactPage, Workspace } from "../../core/vault/workspace.ts";
import type { JiugongDatabase, StoredMeta, StoredPage, StoredRow, StoredTombstone } from "./database.ts";
import { inTime } from "./in-time.ts";
import { inTurns } from "./in-turns.ts";
import { RowOrder } from "./row-order.ts";
import { toStoredPage, toStoredRow } from "./stored-records.ts";

/** A hung transaction (a full disk can do that) must not hang the app, and the person is told within two seconds. */
const TIME_OUT_MS = 2000;
const TIME_OUT_MS_PER_PAGE = 50;
/** Pages handed to the database between two turns of the page. */
const PAGES_A_TURN = 16;

export interface CommitToStore {
  readonly before: Workspace;
  readonly after: Workspace;
  readonly entry: LedgerEntry;
  readonly order: RowOrder;
  /** The JSON of lists of records, where it is known. */
  readonly texts?: RecordTexts | undefined;
}

/** Which state a workspace is. */
export interface Standing {
  readonly generation: string;
  readonly sequence: number;
  readonly stamp: Stamp | null;
}

/** Writes what one commit touched, with its journal line, in one strict transaction. Rejects when that fails or hangs. */
export async function writeCommit(database: JiugongDatabase, commit: CommitToStore): Promise<void> {
  const { rows, deadRows } = touchedRows(commit);
  const pages = await inTurns(touchedPages(commit));
  const { buried, revived } = touchedTombstones(commit);
  return inTime(
    database.transaction("rw", database.tables, async () => {
      for (let from = 0; from < pages.length; from += PAGES_A_TURN)
        await database.pages.bulkPut(pages.slice(from, from + PAGES_A_TURN));
      await Promise.all([
        database.rows.bulkPut(rows),
        database.rows.bulkDelete(deadRows),
        database.tombstones.bulkPut(buried),
        database.tombstones.bulkDelete(revived),
        database.journal.put(journalLineOf(commit.entry)),
        database.meta.put(metaOf(commit.after, commit.entry)),
      ]);
    }),
    TIME_OUT_MS + pages.length * TIME_OUT_MS_PER_PAGE,
  );
}

/** Puts a whole state in the place of everything the store holds, in one strict transaction.
 * Answers with the order of its rows. */
export async function rewriteStore(
  database: JiugongDatabase,
  state: {
    readonly workspace: Workspace;
    readonly standing: Standing;
    readonly journal: readonly JournalLine[];
  },
): Promise<RowOrder> {
  const { workspace, standing, journal } = state;
  const order = RowOrder.of(workspace);
  const rows = ROW_TABLES.flatMap((table) =>
    [...workspace.rows[table].values()].map((record) => rowToStore({ workspace, order }, table, record)),
  );
  const pages = FACT_TABLES.flatMap((table) =>
    (workspace.facts[table].pages as readonly FactPage[]).map((page, index) =>
      toStoredPage(table, { index, page }),
    ),
  );
  const dead = [...workspace.tombstones].map(([key, stamp]) => ({ key, stamp }));
  await inTime(
    database.transaction("rw", database.tables, async () => {
      await Promise.all(database.tables.map((table) => table.clear()));
      await Promise.all([
        database.rows.bulkPut(rows),
        database.pages.bulkPut(pages),
        database.tombstones.bulkPut(dead),
        database.journal.bulkPut([...journal]),
        database.meta.put(metaOf(workspace, standing)),
      ]);
    }),
    TIME_OUT_MS * 5 + pages.length * TIME_OUT_MS_PER_PAGE,
  );
  return order;
}

function metaOf(workspace: Workspace, { generation, sequence, stamp }: Standing): StoredMeta {
  return {
    key: "workspace",
    schema: SCHEMA_VERSION,
    generation,
    sequence,
    stamp,
    counts: countRecords(workspace),
  };
}

function touchedRows({ after, entry, order }: CommitToStore) {
  const rows = new Map<string, StoredRow>();
  const deadRows = new Set<string>();
  for (const change of entry.changes) {
    if (isFactTable(change.table)) continue;
    if (change.op === "remove") for (const id of change.ids) order.forget(`${change.table}/${id}`);
    for (const id of idsOf(change)) {
      const key = `${change.table}/${id}`;
      const record = after.rows[change.table].get(id);
      if (record) rows.set(key, rowToStore({ workspace: after, order }, change.table, record));
      else deadRows.add(key);
    }
  }
  return { rows: [...rows.values()], deadRows: [...deadRows] };
}

function rowToStore(
  { workspace, order }: { readonly workspace: Workspace; readonly order: RowOrder },
  table: RowTable,
  record: AnyRecord,
): StoredRow {
  const at = order.placeOf(`${table}/${record.id}`);
  return toStoredRow(table, record, { at, stamps: workspace.rowStamps[table].get(record.id) });
}

function* touchedPages({ before, after, texts }: CommitToStore): Generator<void, readonly StoredPage[]> {
  const touched: StoredPage[] = [];
  for (const table of FACT_TABLES) {
    const old = before.facts[table].pages;
    const pages = after.facts[table].pages as readonly FactPage[];
    if (pages === old) continue;
    for (const [index, page] of pages.entries()) {
      if (page === old[index]) continue;
      touched.push(toStoredPage(table, { index, page }, texts));
      yield;
    }
  }
  return touched;
}

function touchedTombstones({ before, after, entry }: CommitToStore) {
  const buried: StoredTombstone[] = [];
  const revived: string[] = [];
  if (before.tombstones === after.tombstones) return { buried, revived };
  for (const change of entry.changes) {
    for (const id of idsOf(change)) {
      const key = `${change.table}/${id}`;
      const stamp = after.tombstones.get(key);
      if (stamp) buried.push({ key, stamp });
      else if (before.tombstones.has(key)) revived.push(key);
    }
  }
  return { buried, revived };
}

function idsOf(change: Change): readonly string[] {
  if (change.op === "put") return change.records.map(({ id }) => id);
  return change.op === "set" ? [change.id] : change.ids;
}
