import type { AnyRecord } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import { recordKey } from "./history-book.ts";
import type { Fields, HistoryBook } from "./history-book.ts";

/** Something that hangs on a record and stays when the record would go. */
export interface Dependent {
  readonly table: TableName;
  readonly record: AnyRecord;
}

export interface NeededInput {
  readonly book: Pick<HistoryBook, "rows" | "facts">;
  /** Records that are to go, by key over all tables. */
  readonly leaving: ReadonlyMap<string, Dependent>;
  /** Records that are written anew or come back, by key: their links count, not those of the record that is there. */
  readonly written: ReadonlyMap<string, Dependent>;
  /** How much of the whole work is done when this begins, 0…1. */
  readonly shareDone: number;
}

const SLICE = 5000;
const NO_LINKS = new Set<TableName>([
  "batchChanges",
  "batches",
  "mappings",
  "matchVerdicts",
  "products",
  "settings",
]);
const PEOPLE_TABLES: readonly TableName[] = ["members", "groups"];

/** Which of the records that are to go are still needed, by key: something that stays hangs on them, directly or on
 * something that is needed itself. One dependent of each and how many there are. Yields between slices.
 * @example stillNeeded({ book: { rows: {}, facts: {} }, leaving: new Map(), written: new Map(), shareDone: 0 }).next().value.size // => 0
 */
export function* stillNeeded(
  input: NeededInput,
): Generator<number, ReadonlyMap<string, { readonly first: Dependent; readonly count: number }>> {
  const needed = new Map<string, { first: Dependent; count: number }>();
  if (input.leaving.size === 0) return needed;
  const reader = new LinkReader(input.leaving);
  const waiting: string[] = [];
  const note = (dependent: Dependent) => {
    for (const key of reader.linksOf(dependent)) {
      const known = needed.get(key);
      if (known) known.count += 1;
      else {
        needed.set(key, { first: dependent, count: 1 });
        waiting.push(key);
      }
    }
  };
  const { shareDone } = input;
  const tables = [...ROW_TABLES, ...FACT_TABLES];
  for (const [at, table] of tables.entries()) {
    let seen = 0;
    for (const record of recordsOf(input.book, table)) {
      seen += 1;
      if (seen % SLICE === 0) yield shareDone + ((1 - shareDone) * at) / tables.length;
      const key = recordKey(table, record.id);
      if (!input.leaving.has(key) && !input.written.has(key)) note({ table, record });
    }
  }
  for (const dependent of input.written.values()) note(dependent);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) note(input.leaving.get(key)!);
  return needed;
}

function* recordsOf({ rows, facts }: NeededInput["book"], table: TableName): Generator<AnyRecord> {
  if (NO_LINKS.has(table)) return;
  if (table in rows) yield* rows[table as keyof typeof rows].values();
  else for (const page of facts[table as keyof typeof facts]?.pages ?? []) yield* page.rows;
}

/** Finds what a record hangs on among the records that are to go. */
class LinkReader {
  readonly #leaving: NeededInput["leaving"];
  readonly #stages = new Map<string, string>();
  readonly #hasPeople: boolean;

  constructor(leaving: NeededInput["leaving"]) {
    this.#leaving = leaving;
    const tables = new Set<TableName>();
    for (const [key, { table, record }] of leaving) {
      tables.add(table);
      const { source, stage } = record as unknown as Fields;
      if (table === "stages") this.#stages.set(`${String(source)}/${nameKey(String(stage))}`, key);
    }
    this.#hasPeople = PEOPLE_TABLES.some((table) => tables.has(table));
  }

  linksOf({ table, record }: Dependent): readonly string[] {
    const found: string[] = [];
    const add = (of: TableName, id: unknown) => {
      const key = recordKey(of, String(id));
      if (id !== undefined && this.#leaving.has(key)) found.push(key);
    };
    const fields = record as unknown as Fields;
    add("customers", fields["customerId"]);
    add("deals", fields["dealId"]);
    add("orders", fields["orderId"]);
    if (table === "twins") add(fields["table"] as TableName, fields["keptId"]);
    const isStaged = table === "deals" || table === "stageEvents";
    if (isStaged && this.#stages.size > 0) {
      const key = this.#stages.get(`${String(fields["source"])}/${nameKey(String(fields["stage"] ?? ""))}`);
      if (key !== undefined) found.push(key);
    }
    if (this.#hasPeople) {
      for (const id of mentionsIn(fields)) for (const people of PEOPLE_TABLES) add(people, id);
    }
    return found;
  }
}

/** The ids by which a record may name a member or group, at any depth: values of fields that are called an id, and the
 * subject of a value or target (`member:m1`). */
function mentionsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((one) => (typeof one === "string" ? [one] : mentionsIn(one)));
  return Object.entries(value).flatMap(([key, one]) => {
    if (typeof one !== "string") return mentionsIn(one);
    if (key === "subject") return [one.slice(one.indexOf(":") + 1)];
    return key.endsWith("Id") ? [one] : [];
  });
}
