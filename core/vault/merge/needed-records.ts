import type { AnyRecord } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { FactRef, RecordRef, TableName } from "../../base/id.ts";
import { PAGE_ROWS, isFactTable, recordById } from "../apply-changes.ts";
import { factsOf } from "../workspace.ts";
import type { Copies, JoinedRecord } from "./join-workspaces.ts";
import { referencesOf } from "./record-references.ts";

/** Keeps what one copy removed while the other has a record that points at it and of which the remover did not know: no
 * reference is left without its record. Of what stays anyway, for the other copy changed it, it is noted by whom it is needed.
 * Answers the list with those records.
 * @example [...keepNeeded({}, [])] // => []
 */
export function* keepNeeded(
  copies: Copies,
  joined: readonly JoinedRecord[],
): Generator<void, readonly JoinedRecord[]> {
  const kept = new Map(joined.map((one) => [`${one.table}/${one.id}`, one]));
  const asked = new Map(
    [...kept].filter(([, one]) => one.saved ?? (one.joined === null && (one.mine ?? one.theirs) !== null)),
  );
  if (asked.size === 0) return joined;
  const waiting: RecordRef[] = [];
  const look = (table: TableName, record: AnyRecord) => {
    for (const ref of referencesOf(table, record)) {
      const key = `${ref.table}/${ref.id}`;
      const one = asked.get(key);
      if (!one || key === `${table}/${record.id}` || knewOf(copies, one, { table, record, ref })) continue;
      asked.delete(key);
      kept.set(key, keep(one, { table, id: record.id } as RecordRef));
      waiting.push(ref as RecordRef);
    }
  };
  for (const { table, joined: live } of joined) if (live) look(table, live.record);
  for (const table of [...ROW_TABLES, ...FACT_TABLES]) {
    const records: readonly AnyRecord[] = isFactTable(table)
      ? factsOf(copies.mine, table)
      : [...copies.mine.rows[table].values()];
    for (const [index, record] of records.entries()) {
      if (asked.size === 0) return [...kept.values()];
      if (!kept.has(`${table}/${record.id}`)) look(table, record);
      if (index % PAGE_ROWS === 0) yield;
    }
  }
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const live = kept.get(`${ref.table}/${ref.id}`)?.joined;
    if (live) look(ref.table, live.record);
  }
  return [...kept.values()];
}

/** Whether who removed the record had this reference to it all the same. */
function knewOf(
  { mine, theirs }: Copies,
  asked: JoinedRecord,
  by: { readonly table: TableName; readonly record: AnyRecord; readonly ref: RecordRef | FactRef },
): boolean {
  const remover = asked.mine ? theirs : mine;
  const known = recordById(remover, by.table, by.record.id);
  if (!known) return false;
  return referencesOf(by.table, known).some(({ table, id }) => table === by.ref.table && id === by.ref.id);
}

function keep(one: JoinedRecord, neededBy: RecordRef): JoinedRecord {
  if (one.saved) return { ...one, saved: { ...one.saved, neededBy } };
  const removedAt = one.removedAt!;
  return {
    ...one,
    joined: one.mine ?? one.theirs,
    saved: { removedBy: one.mine ? "theirs" : "mine", removedAt, changedAt: "", neededBy },
  };
}
