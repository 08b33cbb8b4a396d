import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { BadRow } from "../records.ts";

/** The reason of a bad row as a message. Reasons are kept with plain parameters; one that is itself a key of `core/words`
 * (a field's name, a rule of the team) is said as such.
 * @example badRowMessage({ key: "customer.bad.day" }) // => { key: "customer.bad.day" }
 */
export function badRowMessage(reason: BadRow["reason"]): Message {
  if (reason.params === undefined) return message(reason.key);
  const params = Object.entries(reason.params).map(([name, param]) => [
    name,
    typeof param === "string" && /^(customer\.field|team\.problem)\./.test(param) ? message(param) : param,
  ]);
  return message(reason.key, Object.fromEntries(params) as Message["params"]);
}

/** A message as a bad row keeps it: with text and numbers only. A field is named by its key, a day by its text.
 * @example plainReason({ key: "customer.bad.missing", params: { field: { key: "customer.field.name" } } }) // => { key: "customer.bad.missing", params: { field: "customer.field.name" } }
 */
export function plainReason(reason: Message): BadRow["reason"] {
  if (reason.params === undefined) return { key: reason.key };
  const params = Object.entries(reason.params).map(([name, param]) => [name, plainParam(param)]);
  return { key: reason.key, params: Object.fromEntries(params) as Record<string, string | number> };
}

function plainParam(param: NonNullable<Message["params"]>[string]): string | number {
  if (typeof param !== "object") return param;
  const first: unknown = "key" in param ? param.key : Object.values(param)[0];
  return typeof first === "number" ? first : String(first);
}
