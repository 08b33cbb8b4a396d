import type { AnyRecord, Change } from "../../base/change.ts";
import type { BatchId, FactTable, TableName } from "../../base/id.ts";
import { FACT_TABLES } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import type { BatchChange } from "../records.ts";
import type { ImportBook } from "./import-book.ts";

/** Tables whose records say for themselves which import wrote them, or that nobody takes back. */
const UNRECORDED = new Set<TableName>(["batches", "mappings", "batchChanges"]);

/** What an import's changes do to records that are there, one line a record, however often they touch it: the fields that
 * differ before and after (`null` where there is none), or the whole record where it goes. Added facts have no line, for
 * they carry their batch; added records of row tables have one.
 * @example recordChanges({ rows: {}, facts: {} }, [], "b1") // => []
 */
export function recordChanges(
  book: Pick<ImportBook, "rows" | "facts">,
  changes: readonly Change[],
  batchId: BatchId,
): readonly BatchChange[] {
  const recorded: BatchChange[] = [];
  for (const table of new Set(changes.map((change) => change.table))) {
    if (UNRECORDED.has(table)) continue;
    const ofTable = changes.filter((change) => change.table === table);
    const before = knownRecords(book, table, ofTable);
    for (const [recordId, after] of recordsAfter(before, ofTable)) {
      const line = lineOf(before.get(recordId), after, isFactTable(table));
      if (line !== null)
        recorded.push({ id: `${batchId}:${recorded.length + 1}`, batchId, table, recordId, ...line });
    }
  }
  return recorded;
}

function lineOf(
  before: AnyRecord | undefined,
  after: AnyRecord | null,
  isFact: boolean,
): Pick<BatchChange, "kind" | "before" | "after"> | null {
  if (before === undefined) return after === null || isFact ? null : { kind: "added" };
  if (after === null) return { kind: "removed", before: { ...before } };
  const differing = differingFields(before, after);
  return differing === null ? null : { kind: "changed", ...differing };
}

/** The fields in which two records differ, as each has them; `null` when they are the same.
 * @example differingFields({ id: "d1", stage: "A" }, { id: "d1", stage: "B", amount: 5 }) // => { before: { stage: "A", amount: null }, after: { stage: "B", amount: 5 } }
 */
export function differingFields(
  before: AnyRecord,
  after: AnyRecord,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } | null {
  const [old, now] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  const fields = [...new Set([...Object.keys(old!), ...Object.keys(now!)])].filter(
    (field) => !isSame(old![field], now![field]),
  );
  if (fields.length === 0) return null;
  const valuesOf = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
  return { before: valuesOf(old!), after: valuesOf(now!) };
}

/** The records that changes touch and the book has, by id. */
function knownRecords(
  book: Pick<ImportBook, "rows" | "facts">,
  table: TableName,
  changes: readonly Change[],
): ReadonlyMap<string, AnyRecord> {
  if (!isFactTable(table)) return book.rows[table as keyof ImportBook["rows"]] ?? new Map();
  const { pages } = book.facts[table as keyof ImportBook["facts"]];
  const known = new Map<string, AnyRecord>();
  if (pages.length === 0) return known;
  const touched = new Set(changes.flatMap(idsOf));
  for (const page of pages) for (const row of page.rows) if (touched.has(row.id)) known.set(row.id, row);
  return known;
}

/** What becomes of every record that the changes touch; `null`: it is gone. */
function recordsAfter(
  before: ReadonlyMap<string, AnyRecord>,
  changes: readonly Change[],
): ReadonlyMap<string, AnyRecord | null> {
  const after = new Map<string, AnyRecord | null>();
  for (const change of changes) {
    if (change.op === "put") for (const record of change.records) after.set(record.id, record);
    else if (change.op === "remove") for (const id of change.ids) after.set(id, null);
    else after.set(change.id, { ...(after.get(change.id) ?? before.get(change.id)!), ...change.fields });
  }
  return after;
}

function idsOf(change: Change): readonly string[] {
  if (change.op === "put") return change.records.map(({ id }) => id);
  return change.op === "set" ? [change.id] : change.ids;
}

function isFactTable(table: TableName): table is FactTable {
  return (FACT_TABLES as readonly string[]).includes(table);
}
