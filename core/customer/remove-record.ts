import { removeRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { listMessage } from "../team/name-key.ts";
import type { TypedTable } from "./typed-fields.ts";
import type { ImportBook } from "./import/import-book.ts";
import { twinsByKept } from "./match/twin-record.ts";

interface LinkedFact {
  readonly id: string;
  readonly name?: string;
  readonly number?: string;
  readonly customerId?: string | undefined;
  readonly dealId?: string | undefined;
  readonly orderId?: string | undefined;
}

type LinkedTable = Exclude<TypedTable, "customers" | "products"> | "stageEvents";
const NAMED = 3;

/** Removes a record with what cannot be without it: a customer's contacts, a deal's stage history, an order's payments,
 * what other systems say of it. What only points at it stays and points at nothing: activities and orders of a deal. A
 * customer with deals, orders, payments, activities, cases or answers is refused, for they count in figures; the first of
 * them are named.
 * @example removeRecord({ facts: { orders: { pages: [] } } }, { table: "orders", id: "o1" }).ok // => false
 */
export function removeRecord(
  book: { readonly facts: ImportBook["facts"] },
  input: { readonly table: TypedTable; readonly id: string },
): Result<readonly Change[]> {
  const { table, id } = input;
  const isThere = book.facts[table].pages.some((page) =>
    (page.rows as readonly LinkedFact[]).some((row) => row.id === id),
  );
  if (!isThere) return fail([{ message: message("customer.problem.gone") }]);
  if (table === "customers") return removeCustomer(book, id);
  const own = removeRecords(table, [id]);
  if (table === "orders") {
    const paid = linkedTo(book, "payments", { orderId: id }).map((payment) => payment.id);
    return ok([
      own,
      ...removeTwins(book, [id, ...paid]),
      ...(paid.length === 0 ? [] : [removeRecords("payments", paid)]),
    ]);
  }
  const twins = removeTwins(book, [id]);
  if (table !== "deals") return ok([own, ...twins]);
  const unlinked = (["orders", "activities"] as const).flatMap((of) =>
    linkedTo(book, of, { dealId: id }).map((fact) =>
      setFields<{ readonly id: string; readonly dealId?: string }>(of, fact.id, { dealId: undefined }),
    ),
  );
  return ok([own, ...twins, ...removeLinked(book, "stageEvents", { dealId: id }), ...unlinked]);
}

function removeCustomer(
  book: { readonly facts: ImportBook["facts"] },
  id: string,
): Result<readonly Change[]> {
  for (const table of ["deals", "orders", "payments", "activities", "cases", "answers"] as const) {
    const facts = linkedTo(book, table, { customerId: id });
    if (facts.length === 0) continue;
    const names = facts.slice(0, NAMED).map((fact) => fact.name || fact.number || fact.id);
    const params = {
      count: facts.length,
      object: message(`customer.object.${table}`),
      names: listMessage(names),
    };
    return fail([{ message: message("customer.problem.still-used", params) }]);
  }
  const contacts = linkedTo(book, "contacts", { customerId: id }).map((contact) => contact.id);
  return ok([
    removeRecords("customers", [id]),
    ...removeTwins(book, [id, ...contacts]),
    ...removeLinked(book, "contacts", { customerId: id }),
  ]);
}

function removeTwins(
  book: { readonly facts: ImportBook["facts"] },
  keptIds: readonly string[],
): readonly Change[] {
  const ids = keptIds.flatMap((id) => twinsByKept(book).get(id) ?? []).map((twin) => twin.id);
  return ids.length === 0 ? [] : [removeRecords("twins", ids)];
}

function removeLinked(
  book: { readonly facts: ImportBook["facts"] },
  table: LinkedTable,
  link: Readonly<Partial<Record<"customerId" | "dealId" | "orderId", string>>>,
): readonly Change[] {
  const ids = linkedTo(book, table, link).map((fact) => fact.id);
  return ids.length === 0 ? [] : [removeRecords(table, ids)];
}

function linkedTo(
  book: { readonly facts: ImportBook["facts"] },
  table: LinkedTable,
  link: Readonly<Partial<Record<"customerId" | "dealId" | "orderId", string>>>,
): readonly LinkedFact[] {
  const wanted = Object.entries(link) as [keyof typeof link, string][];
  return book.facts[table].pages.flatMap((page) =>
    (page.rows as readonly LinkedFact[]).filter((fact) => wanted.every(([field, id]) => fact[field] === id)),
  );
}
