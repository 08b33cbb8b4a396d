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
  "payPlans.rules.by",
  "payPlans.rules.tiers.from",
  "payPlans.rules.accelerator.from",
  "settings.levels.from",
  "targets.accepted.periods",
  "evidence.link.table",
  "batches.bad.column",
]);

/** What a field of a table is called; of what stands inside one, by its way from the record.
 * @example fieldName("deals", "amount") // => { key: "vault.merge.field.amount" }
 * @example fieldName("contacts", "title") // => { key: "vault.merge.field.contacts.title" }
 * @example fieldName("payPlans", "rules.tiers.from") // => { key: "vault.merge.field.payPlans.rules.tiers.from" }
 * @example fieldName("payPlans", "rules.cap") // => { key: "vault.merge.field.cap" }
 */
export function fieldName(table: TableName, path: string): Message {
  const own = `${table}.${path}`;
  return message(`vault.merge.field.${OWN_NAMES.has(own) ? own : path.slice(path.lastIndexOf(".") + 1)}`);
}
