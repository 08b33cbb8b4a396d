import type { ImportBook } from "../import/import-book.ts";
import { keptIdOf, twinsByKept } from "../match/twin-record.ts";
import type { Batch } from "../records.ts";
import { batchOrder } from "./history-book.ts";

/** Records of the book that the files left out, before and after some imports. */
export interface Absences {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** What absences are read from. A workspace is one. */
export interface AbsenceBook {
  readonly rows: Pick<ImportBook["rows"], "batches">;
  readonly facts: Pick<ImportBook["facts"], "twins">;
}

/** What the newest whole file of each source says is absent: before the first of these imports of that source, and after
 * the last of all. A record that several systems hold is absent when all of them leave it out.
 * @example absencesOf({ rows: { batches: new Map() }, facts: { twins: { pages: [] } } }, "deals", []).after.size // => 0
 */
export function absencesOf(book: AbsenceBook, object: Batch["object"], scope: readonly Batch[]): Absences {
  const { batches } = book.rows;
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
  return { before: settled(book, before), after: settled(book, after) };
}

/** The records of the book among what single systems leave out. */
function settled(book: AbsenceBook, absent: ReadonlySet<string>): ReadonlySet<string> {
  const matched = twinsByKept(book);
  if (matched.size === 0 || absent.size === 0) return absent;
  const records = new Set<string>();
  for (const id of absent) {
    const keptId = keptIdOf(book, id) ?? id;
    const isLeftOut = matched.get(keptId)?.every((twin) => absent.has(twin.id)) ?? true;
    if (isLeftOut) records.add(keptId);
  }
  return records;
}
