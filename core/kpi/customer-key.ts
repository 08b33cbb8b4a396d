import { nameKey } from "../team/name-key.ts";
import type { KpiContext } from "./context.ts";
import { memoBy } from "./memo-by.ts";

/** What a fact says about its customer. */
export interface CustomerMention {
  readonly customerId?: string | undefined;
  readonly customerName?: string | undefined;
}

/** Who the customer of a fact is: by its id, else by its name; a name that exactly one customer of the book bears means
 * that customer. `null` when the fact names none.
 * An id is its own key; a name has a mark before it.
 * @example customerKeyOf(kpiWorld({}), { customerName: " ACME  Ltd" }) // => "=acme ltd"
 * @example customerKeyOf(kpiWorld({}), { customerId: "c1" }) // => "c1"
 */
export function customerKeyOf(context: KpiContext, fact: CustomerMention): string | null {
  if (fact.customerId !== undefined) return fact.customerId;
  const name = nameKey(fact.customerName ?? "");
  if (name === "") return null;
  const id = customerIdByName(context).get(name);
  return id ?? `=${name}`;
}

/** `null` marks a name that several customers bear. */
function customerIdByName(context: KpiContext): ReadonlyMap<string, string | null> {
  const { customers } = context.facts;
  return memoBy([customers], "id-by-name", () => {
    const idByName = new Map<string, string | null>();
    for (const chunk of customers) {
      const keys = memoBy([chunk], "name-keys", () => chunk.map((customer) => nameKey(customer.name)));
      for (const [at, key] of keys.entries()) idByName.set(key, idByName.has(key) ? null : chunk[at]!.id);
    }
    return idByName;
  });
}
