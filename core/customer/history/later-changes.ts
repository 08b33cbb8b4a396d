import type { AnyRecord } from "../../base/change.ts";
import { batchOrder, changesByBatch, recordKey } from "./history-book.ts";
import type { HistoryBook } from "./history-book.ts";
import type { KeptField } from "./revert-fields.ts";
import type { BatchChange } from "../records.ts";

/** What imports after one of them did, those that were taken back left out. */
export interface LaterChanges {
  /** The import that had written a record before the later ones did. */
  writtenFirst(key: string, record: AnyRecord): string | undefined;
  /** The fields that later imports wrote in a record; `null` when they wrote none or only moved its links. */
  editOf(key: string): readonly KeptField[] | null;
  /** Whether a batch came before. */
  isOlder(batchId: string): boolean;
}

const META = new Set(["batchId", "line", "by"]);
/** What an import moves when the customer, deal or order that a record names comes in. */
const LINKS = new Set(["customerId", "dealId", "orderId"]);

/** Reads what imports after a batch did.
 * @example laterChanges({ rows: { batches: new Map() }, facts: { batchChanges: { pages: [] } } }, "b1").editOf("deals/d1") // => null
 */
export function laterChanges(book: HistoryBook, batchId: string): LaterChanges {
  const order = batchOrder(book.rows.batches);
  const place = order.get(batchId) ?? -1;
  const byKey = new Map<string, BatchChange[]>();
  const batches = [...changesByBatch(book)]
    .filter(([id]) => (order.get(id) ?? -1) > place && book.rows.batches.get(id)?.undone === false)
    .toSorted(([a], [b]) => order.get(a)! - order.get(b)!);
  for (const [, changes] of batches) {
    for (const change of changes) {
      if (change.kind !== "changed") continue;
      const key = recordKey(change.table, change.recordId);
      const known = byKey.get(key);
      if (known) known.push(change);
      else byKey.set(key, [change]);
    }
  }
  return {
    writtenFirst(key, record) {
      const first = byKey
        .get(key)
        ?.find((change) => change.before !== undefined && "batchId" in change.before);
      if (first === undefined) return (record as { readonly batchId?: string }).batchId;
      return (first.before!["batchId"] as string | null) ?? undefined;
    },
    editOf(key) {
      const written = (byKey.get(key) ?? []).flatMap((change) =>
        Object.keys(change.after ?? {})
          .filter((field) => !META.has(field) && !LINKS.has(field))
          .map((field) => ({ field, writer: change.batchId as string })),
      );
      return written.length === 0 ? null : written;
    },
    isOlder: (id) => (order.get(id) ?? Number.POSITIVE_INFINITY) < place,
  };
}
