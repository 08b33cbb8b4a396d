import { nameKey } from "../team/name-key.ts";
import type { Pages } from "./import/import-book.ts";
import type { Deal, Order } from "./records.ts";
import type { TypedTable } from "./typed-fields.ts";

/** Records by what a person calls them. */
export interface NamedChoices<R> {
  /** What to choose from: the name, and what tells apart those that share one. */
  readonly labels: readonly string[];
  readonly byLabel: ReadonlyMap<string, R>;
  readonly labelById: ReadonlyMap<string, string>;
  /** How many bear a name. */
  readonly countByName: ReadonlyMap<string, number>;
}

const choicesByPages = new WeakMap<object, NamedChoices<never>>();

/** How deals are called where one is chosen; the same object for the same deals.
 * @example dealChoices({ pages: [{ rows: [{ id: "d1", name: "Press" }] }] }).labels // => ["Press"]
 */
export function dealChoices(deals: Pages<Deal>): NamedChoices<Deal> {
  return namedChoices(deals, (deal) => ({ name: deal.name || deal.id, apart: deal.customerName }));
}

/** How orders are called where one is chosen: by number, else by customer and day.
 * @example orderChoices({ pages: [{ rows: [{ id: "o1", number: "", on: "2026-03-01", customerName: "Acme" }] }] }).labels // => ["Acme · 2026-03-01"]
 */
export function orderChoices(orders: Pages<Order>): NamedChoices<Order> {
  return namedChoices(orders, ({ id, number, customerName, on }) => ({
    name: number || (customerName === undefined ? id : `${customerName} · ${on}`),
    apart: customerName,
  }));
}

function namedChoices<R extends { readonly id: string }>(
  { pages }: Pages<R>,
  call: (record: R) => { readonly name: string; readonly apart: string | undefined },
): NamedChoices<R> {
  const known = choicesByPages.get(pages) as NamedChoices<R> | undefined;
  if (known) return known;
  const rows = pages.flatMap((page) => page.rows);
  const countByName = new Map<string, number>();
  for (const row of rows) {
    const key = nameKey(call(row).name);
    countByName.set(key, (countByName.get(key) ?? 0) + 1);
  }
  const byLabel = new Map<string, R>();
  const labelById = new Map<string, string>();
  for (const row of rows) {
    const { name, apart } = call(row);
    const isShared = countByName.get(nameKey(name))! > 1;
    let label = isShared ? `${name} · ${apart ?? row.id}` : name;
    if (byLabel.has(nameKey(label))) label = `${name} · ${row.id}`;
    byLabel.set(nameKey(label), row);
    labelById.set(row.id, label);
  }
  const choices = { labels: [...labelById.values()], byLabel, labelById, countByName };
  choicesByPages.set(pages, choices as unknown as NamedChoices<never>);
  return choices;
}

const valuesByPages = new WeakMap<object, Map<string, readonly string[]>>();
const MOST_VALUES = 30;

/** What a field of a table says most often, the commonest first: what to offer while it is typed.
 * @example commonValues({ pages: [{ rows: [{ level: "B" }, { level: "A" }, { level: "A" }] }] }, "customers", "level") // => ["A", "B"]
 */
export function commonValues(store: Pages<object>, table: TypedTable, field: string): readonly string[] {
  const byField = valuesByPages.get(store.pages) ?? new Map<string, readonly string[]>();
  valuesByPages.set(store.pages, byField);
  const key = `${table}/${field}`;
  const known = byField.get(key);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const page of store.pages) {
    for (const row of page.rows) {
      const value = (row as Readonly<Record<string, unknown>>)[field];
      if (typeof value === "string" && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const values = [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
  byField.set(key, values.slice(0, MOST_VALUES));
  return byField.get(key)!;
}
