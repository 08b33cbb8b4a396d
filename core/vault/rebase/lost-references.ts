import type { AnyRecord, Change } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { TableName } from "../../base/id.ts";
import { PAGE_ROWS, recordById } from "../apply-changes.ts";
import { referencesOf } from "../merge/record-references.ts";
import { newRows } from "./new-rows.ts";
import { isUntouched } from "./passage.ts";
import type { Passage } from "./passage.ts";

/** Whether changes would leave a reference without its record: what they write points at what was removed since the command
 * looked, or what they remove is what a record points at that was written since. Steps of some hundred records.
 * @example lostReferences({}, []).next().value // => false
 */
export function* lostReferences(passage: Passage, changes: readonly Change[]): Generator<void, boolean> {
  const removed = new Set<string>();
  const written = new Set<string>();
  for (const { table, ...change } of changes) {
    if (change.op === "remove") for (const id of change.ids) removed.add(`${table}/${id}`);
    else if (change.op === "put") for (const { id } of change.records) written.add(`${table}/${id}`);
  }
  for (const change of changes) {
    if (change.op === "remove") continue;
    // Of what is set in a record, only that: the rest was there before and is the concern of who removed.
    const records =
      change.op === "put" ? change.records : [{ ...change.fields, id: change.id } as unknown as AnyRecord];
    for (const [at, record] of records.entries()) {
      if (pointsAtGone(passage, change.table, { record, written })) return true;
      if (at % PAGE_ROWS === PAGE_ROWS - 1) yield;
    }
  }
  return removed.size > 0 && (yield* isNewlyNeeded(passage, { removed, written }));
}

function pointsAtGone(
  { seen, now }: Passage,
  table: TableName,
  { record, written }: { readonly record: AnyRecord; readonly written: ReadonlySet<string> },
): boolean {
  return referencesOf(table, record).some(
    (ref) =>
      !isUntouched({ seen, now }, ref.table) &&
      !recordById(now, ref.table, ref.id) &&
      recordById(seen, ref.table, ref.id) !== undefined &&
      !written.has(`${ref.table}/${ref.id}`),
  );
}

/** Only what was written since the command looked is read. */
function* isNewlyNeeded(
  { seen, now }: Passage,
  of: { readonly removed: ReadonlySet<string>; readonly written: ReadonlySet<string> },
): Generator<void, boolean> {
  for (const table of [...ROW_TABLES, ...FACT_TABLES]) {
    for (const rows of newRows({ seen, now }, table)) {
      for (const record of rows) {
        const key = `${table}/${record.id}`;
        if (of.removed.has(key) || of.written.has(key)) continue;
        if (referencesOf(table, record).some((ref) => of.removed.has(`${ref.table}/${ref.id}`))) return true;
      }
      yield;
    }
  }
  return false;
}
