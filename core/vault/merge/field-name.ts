import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { TableName } from "../../base/id.ts";

/** Fields whose name means something else in this table than in the others. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  "memberships.title",
  "contacts.title",
  "cases.subject",
  "customers.level",
  "targets.line",
]);

/** What a field of a table is called.
 * @example fieldName("deals", "amount") // => { key: "vault.merge.field.amount" }
 * @example fieldName("contacts", "title") // => { key: "vault.merge.field.contacts.title" }
 */
export function fieldName(table: TableName, field: string): Message {
  const own = `${table}.${field}`;
  return message(`vault.merge.field.${OWN_NAMES.has(own) ? own : field}`);
}
