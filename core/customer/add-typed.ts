import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { MemberId } from "../base/id.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { ownerFields } from "./assign-owner.ts";
import type { TypedBook } from "./edit-customer.ts";
import { missingTexts } from "./edit-fields.ts";
import type { LinkedFields } from "./record-links.ts";
import type { TypedTable, TypedTexts } from "./typed-fields.ts";

/** A new record as it was typed. */
export interface TypedInput {
  readonly id: string;
  readonly texts: TypedTexts;
  readonly ownerId: MemberId | null;
}

/** Adds a record from what was read of the typed texts, with its owner; says everything that is missing or wrong at once.
 * `given`: fields that such a record has even when nothing was typed.
 * @example addTyped({ rows: { members: new Map() } }, { table: "orders", id: "o1", texts: {}, ownerId: null }, { ok: true, value: { fields: {}, changes: [] } }).error.map((problem) => problem.field) // => ["on", "amount"]
 */
export function addTyped(
  book: Pick<TypedBook, "rows">,
  input: TypedInput & { readonly table: TypedTable; readonly given?: object },
  read: Result<LinkedFields>,
): Result<readonly Change[]> {
  const { table, id, texts, ownerId, given } = input;
  const missing = missingTexts(table, texts);
  if (!read.ok || missing.length > 0) return fail([...missing, ...(read.ok ? [] : read.error)]);
  const owner = ownerFields(book.rows.members, ownerId);
  const record = presentFields({ id, ...given, ...read.value.fields, ...owner });
  return ok([...read.value.changes, putRecords(table, [record])]);
}

/** Without the fields that say nothing. */
function presentFields<R extends { readonly id: string }>(record: R): R & { readonly source: "typed" } {
  const said = Object.entries(record).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(said) as R), source: "typed" };
}
