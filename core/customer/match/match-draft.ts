import { factsById } from "../import/import-book.ts";
import type { AnyFact, ImportBook } from "../import/import-book.ts";
import type { Source, Twin, TwinTable } from "../records.ts";
import { typedFields } from "./compose-kept.ts";
import { sourceOrder } from "./source-order.ts";
import { twinOf, twinsByKept } from "./twin-record.ts";
import type { PlainRecord } from "./twin-record.ts";

/** The records of one table while pairs of them are joined. */
export class MatchDraft {
  readonly table: TwinTable;
  /** Kept record → its twins, only where something changed. */
  readonly twins = new Map<string, readonly Twin[]>();
  readonly #joined = new Map<string, string>();
  readonly #byId: ReadonlyMap<string, AnyFact>;
  readonly #known: ReadonlyMap<string, readonly Twin[]>;
  readonly #order: readonly Source[];

  constructor(book: ImportBook, table: TwinTable) {
    this.table = table;
    this.#byId = factsById(book, table);
    this.#known = twinsByKept(book);
    this.#order = sourceOrder(book);
  }

  record(id: string): AnyFact {
    return this.#byId.get(id)!;
  }

  /** Whether both are there. The one of the leading source is kept, of one source that with the smaller id. */
  join(ids: readonly [string, string]): boolean {
    const [one, two] = ids.map((id) => this.#byId.get(this.#resolve(id)));
    if (!one || !two) return false;
    if (one.id === two.id) return true;
    const [kept, other] = this.#leads(one, two) ? [one, two] : [two, one];
    const added = this.#twinsOf(other).map((twin) => ({ ...twin, keptId: kept.id }));
    this.twins.set(kept.id, [...this.#twinsOf(kept), ...added]);
    this.twins.delete(other.id);
    this.#joined.set(other.id, kept.id);
    return true;
  }

  /** A record that is no longer one of the book → the one that stands for it. */
  keptById(): ReadonlyMap<string, string> {
    return new Map([...this.#joined.keys()].map((id) => [id, this.#resolve(id)]));
  }

  /** A record that has no twins speaks for itself. What was typed since it has any is written into its own row. */
  #twinsOf(record: AnyFact): readonly Twin[] {
    const open = this.twins.get(record.id);
    if (open) return open;
    const known = this.#known.get(record.id);
    if (!known) return [twinOf(record, { table: this.table, keptId: record.id })];
    return known.map((twin) => (twin.id === record.id ? withTyped(twin, record) : twin));
  }

  #resolve(id: string): string {
    let at = id;
    for (let next = this.#joined.get(at); next !== undefined; next = this.#joined.get(at)) at = next;
    return at;
  }

  #leads(one: AnyFact, two: AnyFact): boolean {
    const [first, second] = [this.#order.indexOf(one.source), this.#order.indexOf(two.source)];
    return first === second ? one.id < two.id : first < second;
  }
}

function withTyped(twin: Twin, record: AnyFact): Twin {
  const typed = [...typedFields(record)];
  if (typed.length === 0) return twin;
  const values = typed.map((field): [string, unknown] => [field, (record as PlainRecord)[field]]);
  const said = Object.entries({ ...twin.said, ...Object.fromEntries(values) });
  return {
    ...twin,
    said: Object.fromEntries(said.filter(([, value]) => value !== undefined)),
    by: { ...twin.by, ...Object.fromEntries(typed.map((field) => [field, "typed"])) },
  };
}
