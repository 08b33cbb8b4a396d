import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { CustomerId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { nameKey } from "../team/name-key.ts";
import { addTyped } from "./add-typed.ts";
import type { TypedBook } from "./edit-customer.ts";
import { readTexts, writeFields } from "./edit-fields.ts";
import { currencyOf, factsById } from "./import/import-book.ts";
import { linkFields } from "./record-links.ts";
import type { LinkedFields } from "./record-links.ts";
import { recordProblems } from "./record-problems.ts";
import type { TypedRecord, TypedTable, TypedTexts } from "./typed-fields.ts";

/** The tables whose records need no rules beyond their fields, links and checks. */
export type PlainTable = Exclude<TypedTable, "customers" | "deals" | "orders">;

/** What every command on such a record is told. */
export interface RecordInput {
  readonly table: PlainTable;
  readonly id: string;
  readonly today: Day;
  readonly texts: TypedTexts;
  /** The id of the customer that is added when the one typed is not in the book. */
  readonly newCustomerId: CustomerId;
}

/** Adds a contact, activity, case, payment, product or answer from what was typed.
 * @example addTypedRecord({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]) } }, { table: "payments", texts: {} }).error.map((problem) => problem.field) // => ["on", "amount"]
 */
export function addTypedRecord(
  book: TypedBook,
  input: RecordInput & { readonly ownerId: MemberId | null },
): Result<readonly Change[]> {
  const given = input.table === "activities" ? { text: "" } : {};
  return addTyped(book, { ...input, given }, readRecord(book, input, null));
}

/** Changes fields of such a record. Saying whether a case has come again says that it was looked at: today, where no day
 * was typed.
 * @example editTypedRecord({ facts: { cases: { pages: [] } } }, { table: "cases", id: "k1", texts: {} }).ok // => false
 */
export function editTypedRecord(book: TypedBook, input: RecordInput): Result<readonly Change[]> {
  const before = factsById(book, input.table).get(input.id) as TypedRecord | undefined;
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const read = readRecord(book, input, before);
  if (!read.ok) return read;
  const written = writeFields(input.table, before, read.value.fields);
  return ok(written.length === 0 ? [] : [...read.value.changes, ...written]);
}

function readRecord(book: TypedBook, input: RecordInput, before: TypedRecord | null): Result<LinkedFields> {
  const { table, today, newCustomerId } = input;
  const read = readTexts(table, input.texts, currencyOf(book));
  if (!read.ok) return read;
  const typed = withCheckDay(withText(table, read.value), before, today);
  const taken = takenProblem(book, table, { id: input.id, ...typed });
  if (taken) return fail([taken]);
  const linked = linkFields(book, { typed, before, newCustomerId });
  if (!linked.ok) return linked;
  const { fields } = linked.value;
  const after = { ...before, ...fields };
  const problems = recordProblems(table, { after, touched: Object.keys(fields), today });
  return problems.length > 0 ? fail(problems) : linked;
}

/** An activity's text may be empty, never absent. */
function withText(table: TypedTable, typed: Readonly<Record<string, unknown>>) {
  const isCleared = table === "activities" && Object.hasOwn(typed, "text") && typed["text"] === undefined;
  return isCleared ? { ...typed, text: "" } : typed;
}

function withCheckDay(
  typed: Readonly<Record<string, unknown>>,
  before: TypedRecord | null,
  today: Day,
): Readonly<Record<string, unknown>> {
  if (typed["hasRecurred"] === undefined || Object.hasOwn(typed, "checkedOn")) return typed;
  const isDated = (before as { readonly checkedOn?: Day } | null)?.checkedOn !== undefined;
  return isDated ? typed : { ...typed, checkedOn: today };
}

/** Two products of one name or two cases of one number could not be told apart. */
function takenProblem(
  book: TypedBook,
  table: PlainTable,
  record: Readonly<Record<string, unknown>>,
): Problem | null {
  const key = table === "products" ? "name" : table === "cases" ? "number" : null;
  const name = key === null ? undefined : record[key];
  if (key === null || typeof name !== "string") return null;
  const wanted = nameKey(name);
  const rows: Iterable<TypedRecord> = factsById(book, table).values() as Iterable<TypedRecord>;
  for (const other of rows) {
    const value = (other as unknown as Readonly<Record<string, unknown>>)[key];
    if (other.id === record["id"] || typeof value !== "string" || nameKey(value) !== wanted) continue;
    const object = message(`customer.one.${table}`);
    return { field: key, message: message("customer.problem.taken", { object, name }) };
  }
  return null;
}
