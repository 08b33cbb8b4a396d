import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { CustomerId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { nameKey } from "../team/name-key.ts";
import type { ImportBook } from "./import/import-book.ts";
import type { Customer } from "./records.ts";

type Customers = ImportBook["facts"]["customers"];

/** The customers of a book by what a person calls them. */
export interface CustomerChoices {
  /** What to choose from: the name, and behind a name that several bear the region, owner or id that tells them apart. */
  readonly labels: readonly string[];
  readonly byLabel: ReadonlyMap<string, Customer>;
  readonly idsByName: ReadonlyMap<string, readonly CustomerId[]>;
  readonly byId: ReadonlyMap<string, Customer>;
  readonly labelById: ReadonlyMap<string, string>;
}

const choicesByPages = new WeakMap<Customers["pages"], CustomerChoices>();

/** How customers are called where one is chosen; the same object for the same customers.
 * @example customerChoices({ pages: [{ rows: [{ id: "c1", name: "Acme" }] }] }).labels // => ["Acme"]
 */
export function customerChoices(customers: Customers): CustomerChoices {
  const known = choicesByPages.get(customers.pages);
  if (known) return known;
  const rows = customers.pages.flatMap((page) => page.rows);
  const idsByName = new Map<string, CustomerId[]>();
  for (const { id, name } of rows) {
    const ids = idsByName.get(nameKey(name));
    if (ids) ids.push(id);
    else idsByName.set(nameKey(name), [id]);
  }
  const byLabel = new Map<string, Customer>();
  const labelById = new Map<string, string>();
  for (const customer of rows) {
    const isShared = idsByName.get(nameKey(customer.name))!.length > 1;
    const apart = customer.region ?? customer.ownerName ?? customer.id;
    let label = isShared ? `${customer.name} · ${apart}` : customer.name;
    if (byLabel.has(nameKey(label))) label = `${customer.name} · ${customer.id}`;
    byLabel.set(nameKey(label), customer);
    labelById.set(customer.id, label);
  }
  const byId = customersById(customers);
  const choices = { labels: [...labelById.values()], byLabel, idsByName, byId, labelById };
  choicesByPages.set(customers.pages, choices);
  return choices;
}

const byIdByPages = new WeakMap<Customers["pages"], ReadonlyMap<string, Customer>>();

/** Apart from the choices: every row of a table asks for a name, and names alone are found sooner. */
function customersById(customers: Customers): ReadonlyMap<string, Customer> {
  const known = byIdByPages.get(customers.pages);
  if (known) return known;
  const rows = customers.pages.flatMap((page) => page.rows);
  const byId = new Map(rows.map((customer) => [customer.id as string, customer]));
  byIdByPages.set(customers.pages, byId);
  return byId;
}

/** The customer that a fact names as it is called now: by its link, else as the fact says; "" for none.
 * @example currentCustomerName({ pages: [] }, { customerName: "Acme" }) // => "Acme"
 */
export function currentCustomerName(
  customers: Customers,
  fact: { readonly customerId?: string | undefined; readonly customerName?: string | undefined },
): string {
  const linked = fact.customerId === undefined ? undefined : customersById(customers).get(fact.customerId);
  return linked?.name ?? fact.customerName ?? "";
}

/** What linking a fact to a customer writes: the fields of the fact, and the customer when it is a new one. */
export interface CustomerLink {
  readonly fields: {
    readonly customerId?: CustomerId | undefined;
    readonly customerName?: string | undefined;
  };
  readonly changes: readonly Change[];
}

/** Links a fact to the customer that was typed; a name that nobody bears becomes a customer with `newId`, an empty text
 * takes the link away. A name that several bear is refused: nothing is guessed.
 * @example linkCustomer({ pages: [] }, undefined, "c1").value.fields // => { customerId: undefined, customerName: undefined }
 * @example linkCustomer({ pages: [] }, "Acme", "c1").value.fields // => { customerId: "c1", customerName: "Acme" }
 */
export function linkCustomer(
  customers: Customers,
  text: string | undefined,
  newId: CustomerId,
): Result<CustomerLink> {
  if (text === undefined) {
    return ok({ fields: { customerId: undefined, customerName: undefined }, changes: [] });
  }
  const { byLabel, idsByName } = customerChoices(customers);
  const found = byLabel.get(nameKey(text));
  if (found) return ok({ fields: { customerId: found.id, customerName: found.name }, changes: [] });
  const sharing = idsByName.get(nameKey(text))?.length ?? 0;
  if (sharing > 0) {
    const problem = message("customer.problem.several-customers", { name: text, count: sharing });
    return fail([{ field: "customer", message: problem }]);
  }
  const added: Customer = { id: newId, name: text, source: "typed" };
  return ok({
    fields: { customerId: newId, customerName: text },
    changes: [putRecords("customers", [added])],
  });
}
