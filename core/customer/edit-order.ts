import type { Change } from "../base/change.ts";
import type { CustomerId, MemberId, OrderId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { nameKey } from "../team/name-key.ts";
import { addTyped } from "./add-typed.ts";
import { linkCustomer } from "./customer-choices.ts";
import type { TypedBook } from "./edit-customer.ts";
import { readTexts, writeFields } from "./edit-fields.ts";
import type { TypedTexts } from "./typed-fields.ts";
import { currencyOf, factsById } from "./import/import-book.ts";
import type { Order } from "./records.ts";

/** What every command on an order is told. */
export interface OrderInput {
  readonly id: OrderId;
  readonly texts: TypedTexts;
  /** The id of the customer that is added when the one typed is not in the book. */
  readonly newCustomerId: CustomerId;
}

/** Adds an order from what was typed: date and amount are needed; a number that another order has is refused.
 * @example addOrder({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]) } }, { texts: {} }).error.map((problem) => problem.field) // => ["on", "amount"]
 */
export function addOrder(
  book: TypedBook,
  input: OrderInput & { readonly ownerId: MemberId | null },
): Result<readonly Change[]> {
  return addTyped(book, { ...input, table: "orders", given: { number: "" } }, readOrder(book, input));
}

/** Changes an order's fields.
 * @example editOrder({ facts: { orders: { pages: [] } } }, { id: "o1", texts: {} }).ok // => false
 */
export function editOrder(book: TypedBook, input: OrderInput): Result<readonly Change[]> {
  const before = factsById(book, "orders").get(input.id) as Order | undefined;
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const read = readOrder(book, input);
  if (!read.ok) return read;
  const written = writeFields("orders", before, read.value.fields);
  return ok(written.length === 0 ? [] : [...read.value.changes, ...written]);
}

interface ReadOrder {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

function readOrder(book: TypedBook, input: OrderInput): Result<ReadOrder> {
  const read = readTexts("orders", input.texts, currencyOf(book));
  if (!read.ok) return read;
  const { customer, ...plain } = read.value;
  // The number is a text that may be empty, never absent.
  const fields = Object.hasOwn(plain, "number") ? { ...plain, number: plain["number"] ?? "" } : plain;
  const number = (fields as { readonly number?: string }).number ?? "";
  if (number !== "" && isNumberTaken(book, number, input.id)) {
    return fail([{ field: "number", message: message("customer.problem.number-taken", { number }) }]);
  }
  if (!Object.hasOwn(input.texts, "customer")) return ok({ fields, changes: [] });
  const link = linkCustomer(book.facts.customers, customer as string | undefined, input.newCustomerId);
  return link.ok ? ok({ fields: { ...fields, ...link.value.fields }, changes: link.value.changes }) : link;
}

function isNumberTaken(book: TypedBook, number: string, id: OrderId): boolean {
  const key = nameKey(number);
  return book.facts.orders.pages.some((page) =>
    page.rows.some((order) => order.id !== id && nameKey(order.number) === key),
  );
}
