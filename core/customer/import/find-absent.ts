import { twinsByKept } from "../match/twin-record.ts";
import type { Batch, ImportObject, Source } from "../records.ts";
import { TABLE_BY_OBJECT } from "../records.ts";
import type { AnyFact, ImportBook } from "./import-book.ts";

/** How many ids of absent records a batch keeps. */
const KEPT_ABSENT = 5000;

export interface AbsentInput {
  readonly book: Pick<ImportBook, "rows" | "facts">;
  readonly source: Source;
  readonly object: ImportObject;
  readonly mode: Batch["mode"];
  /** Ids of all records that the file speaks of, bad rows and voided ones too. */
  readonly named: Iterable<string>;
}

/** What a file leaves out of the records that earlier files of its source and kind brought, matched ones by the id that
 * their own system gives them. It counts as whole when it names at least half of them and nothing was filtered; a part leaves
 * nothing out. Records that only other files name (a customer known from deals) or that were typed are never left out.
 * @example findAbsent({ book: { rows: { batches: new Map() }, facts: { orders: { pages: [] }, twins: { pages: [] } } }, source: "generic", object: "orders", mode: "upsert", named: [] }) // => { isWhole: true, absent: [], absentCount: 0 }
 */
export function findAbsent(input: AbsentInput): Pick<Batch, "isWhole" | "absent" | "absentCount"> {
  const { book, source, object, mode } = input;
  if (object === "members") return {};
  if (mode === "update" || mode === "skip") return { isWhole: false };
  const named = new Set(input.named);
  const absent: string[] = [];
  let known = 0;
  const { batches } = book.rows;
  for (const record of ownRecords(book, TABLE_BY_OBJECT[object] as keyof ImportBook["facts"])) {
    const broughtBy: ImportObject = batches.get(record.batchId ?? "")?.object ?? object;
    if (record.source !== source || broughtBy !== object) continue;
    known += 1;
    if (!named.has(record.id)) absent.push(record.id);
  }
  if (2 * (known - absent.length) < known) return { isWhole: false };
  return { isWhole: true, absent: absent.slice(0, KEPT_ABSENT), absentCount: absent.length };
}

/** What each system holds of a table: the records of the book, and for those that two systems hold a row of each. */
function* ownRecords(
  book: AbsentInput["book"],
  table: keyof ImportBook["facts"],
): Generator<Pick<AnyFact, "id" | "source" | "batchId">> {
  const matched = twinsByKept(book);
  const { pages } = book.facts[table] as ImportBook["facts"]["deals"];
  for (const { rows } of pages) for (const fact of rows) if (!matched.has(fact.id)) yield fact;
  for (const { rows } of book.facts.twins.pages)
    for (const twin of rows) if (twin.table === table) yield twin;
}

/** Whether a batch leaves out other records than the last whole one of its source and kind did: then it is news even when
 * its rows say nothing new. The same file again never is.
 * @example hasNewAbsences({ source: "zoho", object: "deals", fileHash: "a1", isWhole: true, absent: ["d1"], absentCount: 1 }, []) // => true
 */
export function hasNewAbsences(
  batch: Pick<Batch, "source" | "object" | "fileHash" | "isWhole" | "absent" | "absentCount">,
  earlier: Iterable<Batch>,
): boolean {
  if (batch.isWhole !== true) return false;
  const ofKind = [...earlier].filter(
    (one) => one.source === batch.source && one.object === batch.object && !one.undone,
  );
  if (ofKind.at(-1)?.fileHash === batch.fileHash) return false;
  const last = ofKind.findLast((one) => one.isWhole === true);
  const before = new Set(last?.absent);
  return (
    (last?.absentCount ?? 0) !== (batch.absentCount ?? 0) ||
    (batch.absent ?? []).some((id) => !before.has(id))
  );
}
