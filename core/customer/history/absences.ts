import type { Batch } from "../records.ts";
import { batchOrder } from "./history-book.ts";

/** Records of the book that the files left out, before and after some imports. */
export interface Absences {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** What the newest whole file of each source says is absent: before the first of these imports of that source, and after
 * the last of all.
 * @example absencesOf(new Map(), "deals", []).after.size // => 0
 */
export function absencesOf(
  batches: ReadonlyMap<string, Batch>,
  object: Batch["object"],
  scope: readonly Batch[],
): Absences {
  const order = batchOrder(batches);
  const place = (batch: Batch) => order.get(batch.id)!;
  const whole = [...batches.values()]
    .filter((batch) => batch.object === object && batch.isWhole === true && !batch.undone)
    .toSorted((a, b) => place(a) - place(b));
  const end = Math.max(-1, ...scope.map(place));
  const before = new Set<string>();
  const after = new Set<string>();
  for (const source of new Set(whole.map((batch) => batch.source))) {
    const ofSource = whole.filter((batch) => batch.source === source);
    const own = scope.filter((batch) => batch.source === source && batch.object === object).map(place);
    const start = own.length === 0 ? end + 1 : Math.min(...own);
    for (const id of ofSource.findLast((batch) => place(batch) < start)?.absent ?? []) before.add(id);
    for (const id of ofSource.findLast((batch) => place(batch) <= end)?.absent ?? []) after.add(id);
  }
  return { before, after };
}
