import { setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { factsById } from "../import/import-book.ts";
import type { ImportBook } from "../import/import-book.ts";
import { spokenTogether } from "./compose-kept.ts";
import { twinsByKept } from "./twin-record.ts";

/** Takes one system's word for a field of a matched record, and with it what belongs together with that field. It counts
 * as typed from now on: no file overwrites it. Refuses a record that is gone or not matched.
 * @example chooseWord({ facts: { twins: { pages: [] } } }, { keptId: "a", twinId: "b", field: "level" }).ok // => false
 */
export function chooseWord(
  book: Pick<ImportBook, "facts">,
  input: { readonly keptId: string; readonly twinId: string; readonly field: string },
): Result<readonly Change[]> {
  const twin = twinsByKept(book)
    .get(input.keptId)
    ?.find(({ id }) => id === input.twinId);
  const kept = twin && factsById(book, twin.table).get(input.keptId);
  if (!twin || !kept) return fail([{ message: message("customer.problem.gone") }]);
  const fields = spokenTogether(twin.table, input.field);
  const words = fields.map((field): [string, unknown] => [field, twin.said[field]]);
  const by = { ...kept.by, ...Object.fromEntries(fields.map((field) => [field, "typed"])) };
  return ok([setFields(twin.table, kept.id, { ...Object.fromEntries(words), by } as object)]);
}
