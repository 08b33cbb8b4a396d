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

/** What a file leaves out of the records that earlier files of its source and kind brought. It counts as whole when it names
 * at least half of them and nothing was filtered; a part leaves nothing out. Records that only other files name (a customer
 * known from deals) or that were typed are never left out.
 * @example findAbsent({ book: { rows: { batches: new Map() }, facts: { orders: { pages: [] } } }, source: "generic", object: "orders", mode: "upsert", named: [] }) // => { isWhole: true, absent: [], absentCount: 0 }
 */
export function findAbsent(input: AbsentInput): Pick<Batch, "isWhole" | "absent" | "absentCount"> {
  const { book, source, object, mode } = input;
  if (object === "members") return {};
  if (mode === "update" || mode === "skip") return { isWhole: false };
  const named = new Set(input.named);
  const absent: string[] = [];
  let known = 0;
  const { batches } = book.rows;
  const { pages } = book.facts[TABLE_BY_OBJECT[object] as keyof ImportBook["facts"]];
  for (const page of pages as readonly { readonly rows: readonly AnyFact[] }[]) {
    for (const fact of page.rows) {
      const broughtBy: ImportObject = batches.get(fact.batchId ?? "")?.object ?? object;
      if (fact.source !== source || broughtBy !== object) continue;
      known += 1;
      if (!named.has(fact.id)) absent.push(fact.id);
    }
  }
  if (2 * (known - absent.length) < known) return { isWhole: false };
  return { isWhole: true, absent: absent.slice(0, KEPT_ABSENT), absentCount: absent.length };
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
