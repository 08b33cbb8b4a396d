import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { CustomerId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { nameKey } from "../team/name-key.ts";
import { addTyped } from "./add-typed.ts";
import { customerChoices } from "./customer-choices.ts";
import { readTexts, writeFields } from "./edit-fields.ts";
import type { LinkedFields } from "./record-links.ts";
import type { TypedTexts } from "./typed-fields.ts";
import { currencyOf } from "./import/import-book.ts";
import type { ImportBook } from "./import/import-book.ts";
import type { Deal } from "./records.ts";

/** The facts that bear a customer's name. */
const NAMING_TABLES = ["contacts", "deals", "activities", "cases", "orders", "payments", "answers"] as const;
type NamingFact = Pick<Deal, "customerId" | "customerName" | "source"> & { readonly id: string };

/** What commands on the book read. A workspace is one. */
export type TypedBook = Pick<ImportBook, "rows" | "facts">;

/** Adds a customer from what was typed; a name is enough, and it must not be taken.
 * @example addCustomer({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]), members: new Map() }, facts: { customers: { pages: [] } } }, { id: "c1", ownerId: null, texts: { name: "Acme" } }).value // => [{ op: "put", table: "customers", records: [{ id: "c1", name: "Acme", source: "typed" }] }]
 */
export function addCustomer(
  book: TypedBook,
  input: { readonly id: CustomerId; readonly texts: TypedTexts; readonly ownerId: MemberId | null },
): Result<readonly Change[]> {
  return addTyped(book, { ...input, table: "customers" }, readNew(book, input));
}

function readNew(
  book: TypedBook,
  { id, texts }: { readonly id: CustomerId; readonly texts: TypedTexts },
): Result<LinkedFields> {
  const read = readTexts("customers", texts, currencyOf(book));
  if (!read.ok) return read;
  const taken = nameProblem(book, read.value["name"], id);
  return taken ? fail([taken]) : ok({ fields: read.value, changes: [] });
}

/** Changes a customer's fields. Facts that were typed with the old name take the new one; imported ones stay as their file
 * has them and are shown by their link.
 * @example editCustomer({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]) }, facts: { customers: { pages: [] } } }, { id: "c1", texts: {} }).ok // => false
 */
export function editCustomer(
  book: TypedBook,
  input: { readonly id: CustomerId; readonly texts: TypedTexts },
): Result<readonly Change[]> {
  const before = customerChoices(book.facts.customers).byId.get(input.id);
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const read = readTexts("customers", input.texts, currencyOf(book));
  if (!read.ok) return read;
  const taken = nameProblem(book, read.value["name"], input.id);
  if (taken) return fail([taken]);
  const name = read.value["name"] as string | undefined;
  const renamed = name === undefined || name === before.name ? [] : renameInFacts(book, input.id, name);
  return ok([...writeFields("customers", before, read.value), ...renamed]);
}

function nameProblem(book: TypedBook, name: unknown, id: CustomerId): Problem | null {
  if (typeof name !== "string") return null;
  const ids = customerChoices(book.facts.customers).idsByName.get(nameKey(name)) ?? [];
  const isTaken = ids.some((other) => other !== id) && !ids.includes(id);
  return isTaken ? { field: "name", message: message("customer.problem.name-taken", { name }) } : null;
}

function renameInFacts(book: TypedBook, id: CustomerId, name: string): readonly Change[] {
  return NAMING_TABLES.flatMap((table) => {
    const facts: readonly NamingFact[] = book.facts[table].pages.flatMap((page) => [...page.rows]);
    return facts
      .filter((fact) => fact.customerId === id && fact.source === "typed")
      .map((fact) => setFields<NamingFact>(table, fact.id, { customerName: name }));
  });
}
