import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { CustomerId } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import { twinsByKept } from "../match/twin-record.ts";
import type { Customer, Twin } from "../records.ts";
import { lightCustomerId } from "./customer-links.ts";
import { LINKED_TABLES } from "./import-book.ts";
import type { AnyFact, ImportBook } from "./import-book.ts";

/** Deals may come before their customers. When a customers' file brings the customer that rows had only named, everything
 * that hung on the name moves to the customer, and the name alone goes: the order of the files makes no difference.
 * A name that two customers bear moves nothing.
 * @example relinkCustomers({ book: { facts: { customers: { pages: [] }, twins: { pages: [] } } }, customers: [] }) // => []
 */
export function relinkCustomers(input: {
  readonly book: Pick<ImportBook, "facts">;
  /** The customers that the file adds. */
  readonly customers: readonly Customer[];
}): readonly Change[] {
  const moved = movedIds(input);
  if (moved.size === 0) return [];
  const changes: Change[] = [];
  for (const table of LINKED_TABLES) {
    const pages = input.book.facts[table].pages as readonly { readonly rows: readonly LinkedFact[] }[];
    const facts = pages.flatMap((page) =>
      page.rows.flatMap((fact) => {
        const customerId = fact.customerId === undefined ? undefined : moved.get(fact.customerId);
        return customerId === undefined ? [] : [{ ...fact, customerId }];
      }),
    );
    if (facts.length > 0) changes.push(putRecords(table, facts));
  }
  const twins = movedTwins(input.book, moved);
  if (twins.length > 0) changes.push(putRecords("twins", twins));
  return [...changes, removeRecords("customers", [...moved.keys()])];
}

/** What systems say of matched records names the customer too. */
function movedTwins(
  book: Pick<ImportBook, "facts">,
  moved: ReadonlyMap<CustomerId, CustomerId>,
): readonly Twin[] {
  return book.facts.twins.pages.flatMap((page) =>
    page.rows.flatMap((twin) => {
      const customerId = moved.get(twin.said["customerId"] as CustomerId);
      return customerId === undefined ? [] : [{ ...twin, said: { ...twin.said, customerId } }];
    }),
  );
}

type LinkedFact = AnyFact & { readonly customerId?: CustomerId | undefined };

/** Customers that are but a name → the customers that take their place. */
function movedIds(input: Parameters<typeof relinkCustomers>[0]): ReadonlyMap<CustomerId, CustomerId> {
  const idsByName = new Map<string, CustomerId[]>();
  const names = new Map<string, CustomerId>();
  const count = ({ id, name }: Customer) => {
    const key = nameKey(name);
    const ids = idsByName.get(key);
    if (ids) ids.push(id);
    else idsByName.set(key, [id]);
  };
  for (const page of input.book.facts.customers.pages) {
    for (const customer of page.rows) {
      // A name that is matched with another system's record stays: it is matched with what the file brings, not replaced.
      if (twinsByKept(input.book).has(customer.id)) count(customer);
      else if (
        customer.id === lightCustomerId(customer.source, { name: customer.name }) &&
        isNameOnly(customer)
      )
        names.set(nameKey(customer.name), customer.id);
      else count(customer);
    }
  }
  for (const customer of input.customers) if (!isNameId(customer, names)) count(customer);
  const added = new Set(input.customers.map((customer) => customer.id));
  const moved = new Map<CustomerId, CustomerId>();
  for (const [key, id] of names) {
    const ids = idsByName.get(key) ?? [];
    if (ids.length === 1 && added.has(ids[0]!)) moved.set(id, ids[0]!);
  }
  return moved;
}

function isNameId(customer: Customer, names: ReadonlyMap<string, CustomerId>): boolean {
  return names.get(nameKey(customer.name)) === customer.id;
}

/** What a customer has that rows only name. */
const NAME_FIELDS = new Set(["id", "name", "source", "sourceId", "batchId", "line"]);

function isNameOnly(customer: Customer): boolean {
  return Object.keys(customer).every((field) => NAME_FIELDS.has(field));
}
