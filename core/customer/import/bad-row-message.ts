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
