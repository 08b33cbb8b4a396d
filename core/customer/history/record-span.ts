import type { AnyRecord } from "../../base/change.ts";
import type { ImportBook } from "../import/import-book.ts";
import type { Batch, BatchChange } from "../records.ts";
import { batchOrder, changesByBatch, findRecord } from "./history-book.ts";
import type { Fields, HistoryBook } from "./history-book.ts";

/** Tables whose changes are told. */
export type ToldTable = "deals" | "customers" | "orders";

/** One record before and after some imports; `null` where it was not there. */
export interface RecordSpan {
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** The file and line that wrote it last among these imports; absent where none of them did. */
  readonly batchId?: string | undefined;
  readonly line?: number | undefined;
}

/** What differences are read from. A workspace is one. */
export interface SpanBook {
  readonly rows: Pick<ImportBook["rows"], "batches" | "members" | "stages">;
  readonly facts: HistoryBook["facts"] & Pick<ImportBook["facts"], "twins">;
}

/** Every record of a table before and after the imports given. What these imports did not write is as it is now, but for
 * what later imports wrote; records that only later ones added are left out. A record that none of them touched has the
 * same object before and after.
 * @example recordSpans({ rows: { batches: new Map() }, facts: { batchChanges: { pages: [] }, deals: { pages: [] } } }, "deals", []) // => []
 */
export function recordSpans(
  book: SpanBook,
  table: ToldTable,
  scope: readonly Batch[],
): readonly RecordSpan[] {
  const reader = new SpanReader(book, table, scope);
  const spans: RecordSpan[] = [];
  for (const page of book.facts[table].pages) {
    for (const record of page.rows) {
      const span = reader.spanOf(record);
      if (span) spans.push(span);
    }
  }
  return [...spans, ...reader.removed()];
}

/** The records of a table that the imports given changed; what they added or removed is not among them.
 * @example touchedSpans({ rows: { batches: new Map() }, facts: { batchChanges: { pages: [] } } }, "deals", []) // => []
 */
export function touchedSpans(
  book: SpanBook,
  table: ToldTable,
  scope: readonly Batch[],
): readonly RecordSpan[] {
  const reader = new SpanReader(book, table, scope);
  return reader.changedIds().flatMap((id) => {
    const record = findRecord(book, table, id);
    const span = record === undefined ? null : reader.spanOf(record);
    return span === null || span.before === null || span.before === span.after ? [] : [span];
  });
}

class SpanReader {
  readonly #order: ReadonlyMap<string, number>;
  readonly #own: ReadonlySet<string>;
  readonly #last: number;
  readonly #changesById = new Map<string, BatchChange[]>();
  readonly #seen = new Set<string>();

  constructor(book: SpanBook, table: ToldTable, scope: readonly Batch[]) {
    this.#order = batchOrder(book.rows.batches);
    this.#own = new Set(scope.map((batch) => batch.id));
    const places = scope.map((batch) => this.#order.get(batch.id)!);
    this.#last = Math.max(-1, ...places);
    const first = Math.min(Number.POSITIVE_INFINITY, ...places);
    const changes = [...changesByBatch(book)]
      .filter(([id]) => (this.#order.get(id) ?? -1) >= first && book.rows.batches.get(id)?.undone === false)
      .toSorted(([a], [b]) => this.#order.get(a)! - this.#order.get(b)!);
    for (const [, ofBatch] of changes) {
      for (const change of ofBatch) {
        if (change.table !== table) continue;
        const known = this.#changesById.get(change.recordId);
        if (known) known.push(change);
        else this.#changesById.set(change.recordId, [change]);
      }
    }
  }

  spanOf(record: AnyRecord): RecordSpan | null {
    const changes = this.#changesById.get(record.id);
    const fields = record as unknown as Fields;
    if (changes === undefined) {
      const origin = fields["batchId"] as string | undefined;
      if (this.#isOwn(origin))
        return { ...this.#writerIn(fields), id: record.id, before: null, after: fields };
      return this.#isLater(origin) ? null : { id: record.id, before: fields, after: fields };
    }
    this.#seen.add(record.id);
    return this.#changedSpan(fields, changes);
  }

  changedIds(): readonly string[] {
    return [...this.#changesById.keys()];
  }

  /** Records that are not there any more, but were at the start or at the end. */
  removed(): readonly RecordSpan[] {
    return [...this.#changesById].flatMap(([id, changes]) => {
      const last = changes.findLast((change) => change.kind === "removed");
      if (this.#seen.has(id) || last === undefined) return [];
      const earlier = changes.slice(0, changes.indexOf(last));
      const span = this.#changedSpan({ ...last.before, id }, earlier);
      if (span === null || this.#isLater(last.batchId)) return span ?? [];
      return { ...span, after: null, batchId: last.batchId };
    });
  }

  #changedSpan(fields: Fields, changes: readonly BatchChange[]): RecordSpan | null {
    const own = changes.filter((change) => this.#own.has(change.batchId));
    const later = changes.filter((change) => this.#isLater(change.batchId));
    const after: Record<string, unknown> = { ...fields };
    for (const change of later.toReversed()) write(after, change.before);
    for (const change of own) write(after, change.after);
    const first = changes.find((change) => change.before !== undefined && "batchId" in change.before);
    const origin = (first?.before ?? fields)["batchId"] as string | null | undefined;
    if (this.#isLater(origin)) return null;
    const id = String(fields["id"]);
    if (this.#isOwn(origin)) return { ...this.#writerIn(after), id, before: null, after };
    if (own.length === 0) return { id, before: after, after };
    const before = { ...after };
    for (const change of own.toReversed()) write(before, change.before);
    return { ...this.#writerIn(after, own.at(-1)), id, before, after };
  }

  #writerIn(fields: Fields, last?: BatchChange): Pick<RecordSpan, "batchId" | "line"> {
    const batchId = fields["batchId"] as string | undefined;
    if (!this.#isOwn(batchId)) return { batchId: last?.batchId };
    return { batchId, line: fields["line"] as number | undefined };
  }

  #isOwn(batchId: string | null | undefined): boolean {
    return batchId !== undefined && batchId !== null && this.#own.has(batchId);
  }

  #isLater(batchId: string | null | undefined): boolean {
    return (this.#order.get(batchId ?? "") ?? -1) > this.#last;
  }
}

function write(record: Record<string, unknown>, values: Fields | undefined): void {
  for (const [field, value] of Object.entries(values ?? {})) {
    if (value === null) delete record[field];
    else record[field] = value;
  }
}
