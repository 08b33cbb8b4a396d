import type { AnyFact, ImportBook } from "../import/import-book.ts";
import type { Twin, TwinTable } from "../records.ts";

/** A record of the book as plain fields. */
export type PlainRecord = AnyFact & Readonly<Record<string, unknown>>;

const META = new Set(["id", "source", "sourceId", "batchId", "line", "by"]);

/** What its own system says of a record, as a row of the twins. What was typed is marked, whole typed records too.
 * @example twinOf({ id: "c1", name: "A", source: "typed" }, { table: "customers", keptId: "k" }).by // => { name: "typed" }
 */
export function twinOf(record: AnyFact, of: { readonly table: TwinTable; readonly keptId: string }): Twin {
  const said = saidOf(record);
  const by: Record<string, string> = { ...record.by };
  if (record.batchId === undefined) for (const field of Object.keys(said)) by[field] ??= "typed";
  const { id, source, sourceId, batchId, line } = record;
  return {
    id,
    ...of,
    name: nameOf(said) || id,
    said,
    source,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(line === undefined ? {} : { line }),
    ...(Object.keys(by).length === 0 ? {} : { by }),
  };
}

/** A twin as the record that it would be by itself.
 * @example recordOfTwin({ id: "c1", table: "customers", keptId: "k", name: "A", said: { name: "A" }, source: "typed", by: { name: "typed" } }) // => { id: "c1", name: "A", source: "typed" }
 */
export function recordOfTwin(twin: Twin): PlainRecord {
  const { id, said, source, sourceId, batchId, line } = twin;
  const writers = Object.entries(twin.by ?? {}).filter(([, writer]) => writer !== (batchId ?? "typed"));
  return {
    id,
    ...said,
    source,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(line === undefined ? {} : { line }),
    ...(writers.length === 0 ? {} : { by: Object.fromEntries(writers) }),
  };
}

/** The fields that say something about the thing itself.
 * @example saidOf({ id: "c1", name: "A", source: "zoho", line: 2 }) // => { name: "A" }
 */
export function saidOf(record: AnyFact): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).filter(([field, value]) => !META.has(field) && value !== undefined),
  );
}

const rowsByPages = new WeakMap<object, ReadonlyMap<string, readonly Twin[]>>();

/** The twins of every kept record, by its id, its own row among them; the same map for the same table.
 * @example twinsByKept({ facts: { twins: { pages: [] } } }).size // => 0
 */
export function twinsByKept(book: {
  readonly facts: Pick<ImportBook["facts"], "twins">;
}): ReadonlyMap<string, readonly Twin[]> {
  const { pages } = book.facts.twins;
  const known = rowsByPages.get(pages);
  if (known) return known;
  const rows = new Map<string, Twin[]>();
  for (const page of pages) {
    for (const twin of page.rows) {
      const key = twin.keptId;
      const list = rows.get(key);
      if (list) list.push(twin);
      else rows.set(key, [twin]);
    }
  }
  rowsByPages.set(pages, rows);
  return rows;
}

/** What people call a record: its name, else its number.
 * @example nameOf({ number: "SO-1" }) // => "SO-1"
 */
export function nameOf(said: Readonly<Record<string, unknown>>): string {
  return String(said["name"] || said["number"] || said["customerName"] || "").slice(0, 200);
}

const keptByPages = new WeakMap<object, ReadonlyMap<string, string>>();

/** The record of the book that stands for a record of some system; `undefined` for one that no twin tells of.
 * @example keptIdOf({ facts: { twins: { pages: [{ rows: [{ id: "b", keptId: "a" }] }] } } }, "b") // => "a"
 */
export function keptIdOf(
  book: { readonly facts: Pick<ImportBook["facts"], "twins"> },
  id: string,
): string | undefined {
  const { pages } = book.facts.twins;
  let keptById = keptByPages.get(pages);
  if (keptById === undefined) {
    keptById = new Map(pages.flatMap((page) => page.rows.map((twin) => [twin.id, twin.keptId] as const)));
    keptByPages.set(pages, keptById);
  }
  return keptById.get(id);
}
