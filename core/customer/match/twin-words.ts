import { isSame } from "../../base/same.ts";
import { factsById } from "../import/import-book.ts";
import type { AnyFact, ImportBook } from "../import/import-book.ts";
import { TWIN_TABLES } from "../records.ts";
import type { ImportObject, Twin, TwinTable } from "../records.ts";
import { composeKept } from "./compose-kept.ts";
import { sourceOrder } from "./source-order.ts";
import { recordOfTwin, twinOf, twinsByKept } from "./twin-record.ts";
import type { PlainRecord } from "./twin-record.ts";

type Book = Pick<ImportBook, "facts"> & { readonly rows: Pick<ImportBook["rows"], "settings"> };

/** A kept record that is another because of what a system says now. */
interface KeptChange {
  readonly before: PlainRecord;
  readonly after: PlainRecord;
}

/** The matched records of one table while an import is planned: each row of a file is held against what the same system
 * said before, and the kept records follow from what all systems say. */
export class TwinWords {
  readonly #book: Book;
  readonly #table: TwinTable | null;
  readonly #before = new Map<string, Twin>();
  readonly #after = new Map<string, Twin>();

  constructor(book: Book, object: ImportObject) {
    this.#book = book;
    this.#table = TWIN_TABLES.find((table) => table === object) ?? null;
    if (this.#table === null) return;
    for (const page of book.facts.twins.pages)
      for (const twin of page.rows) if (twin.table === this.#table) this.#before.set(twin.id, twin);
  }

  /** What a system said of a record that is matched; `undefined` for one that is not. */
  recordOf(id: string): AnyFact | undefined {
    const twin = this.#before.get(id);
    return twin && recordOfTwin(this.#after.get(id) ?? twin);
  }

  /** Takes what a system now says of a matched record; false for a record that is not. */
  take(record: AnyFact): boolean {
    const twin = this.#before.get(record.id);
    if (!twin) return false;
    const next = twinOf(record, { table: twin.table, keptId: twin.keptId });
    this.#after.set(record.id, next);
    return true;
  }

  /** Makes a record of the file the twin of one of another system, which stands for both. */
  join(kept: AnyFact, record: AnyFact): void {
    const of = { table: this.#table!, keptId: kept.id };
    if (!this.#before.has(kept.id)) this.#after.set(kept.id, twinOf(kept, of));
    this.#after.set(record.id, twinOf(record, of));
  }

  /** The twins that say something new, and the kept records that are other by it. */
  finish(): { readonly twins: readonly Twin[]; readonly kept: readonly KeptChange[] } {
    if (this.#table === null || this.#after.size === 0) return { twins: [], kept: [] };
    const order = sourceOrder(this.#book as ImportBook);
    const byId = factsById(this.#book, this.#table);
    const newByKept = new Map<string, Twin[]>();
    for (const twin of this.#after.values()) {
      const rows = newByKept.get(twin.keptId);
      if (rows) rows.push(twin);
      else newByKept.set(twin.keptId, [twin]);
    }
    const kept = [...newByKept.keys()].flatMap((id) => {
      const before = byId.get(id);
      const known = twinsByKept(this.#book).get(id) ?? [];
      if (before === undefined) return [];
      const rows = new Map([...known, ...(newByKept.get(id) ?? [])].map((row) => [row.id, row]));
      const after = composeKept(before, [...rows.values()], order);
      return isSame(before, after) ? [] : [{ before: before as PlainRecord, after }];
    });
    return { twins: [...this.#after.values()], kept };
  }
}
