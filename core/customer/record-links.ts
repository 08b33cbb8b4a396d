import type { Change } from "../base/change.ts";
import type { CustomerId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { nameKey } from "../team/name-key.ts";
import { linkCustomer } from "./customer-choices.ts";
import type { TypedBook } from "./edit-customer.ts";
import { dealChoices, orderChoices } from "./record-choices.ts";
import type { NamedChoices } from "./record-choices.ts";

/** What typed texts come to once their names are found: fields to write, and a customer that is added along. */
export interface LinkedFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

interface Linked {
  readonly id: string;
  readonly customerId?: CustomerId | undefined;
  readonly customerName?: string | undefined;
}

/** Puts ids in the place of the customer, deal, order and member that were typed. The customer of a deal or order is the
 * record's too where none is known; another than the one known is refused, and so is a name that nobody or several bear.
 * @example linkFields({ facts: { deals: { pages: [] } } }, { typed: { deal: "X" }, before: null, newCustomerId: "c1" }).error[0].field // => "deal"
 */
export function linkFields(
  book: TypedBook,
  input: {
    readonly typed: Readonly<Record<string, unknown>>;
    readonly before: Linked | null;
    readonly newCustomerId: CustomerId;
  },
): Result<LinkedFields> {
  const { customer, deal, order, ...plain } = input.typed;
  let fields: Readonly<Record<string, unknown>> = plain;
  const changes: Change[] = [];
  if (Object.hasOwn(input.typed, "customer")) {
    const name = customer as string | undefined;
    const link = linkCustomer(book.facts.customers, name, input.newCustomerId);
    if (!link.ok) return link;
    fields = { ...fields, ...link.value.fields };
    changes.push(...link.value.changes);
  }
  const links = [
    ...(Object.hasOwn(input.typed, "deal")
      ? [{ key: "deal", text: deal, choices: dealChoices(book.facts.deals) }]
      : []),
    ...(Object.hasOwn(input.typed, "order")
      ? [{ key: "order", text: order, choices: orderChoices(book.facts.orders) }]
      : []),
  ];
  for (const { key, text, choices } of links) {
    const link = linkNamed(choices, key, text as string | undefined);
    if (!link.ok) return fail([link.error]);
    const joined = joinCustomer({ ...input.before, ...fields } as Partial<Linked>, key, link.value);
    if (!joined.ok) return fail([joined.error]);
    fields = { ...fields, [`${key}Id`]: link.value?.id, ...joined.value };
  }
  const memberId = fields["remedyOwnerId"] as MemberId | undefined;
  if (memberId !== undefined && !book.rows.members.has(memberId)) {
    return fail([{ field: "remedyOwnerId", message: message("customer.problem.owner-gone") }]);
  }
  return ok({ fields, changes });
}

function linkNamed(
  choices: NamedChoices<Linked>,
  key: string,
  text: string | undefined,
): Result<Linked | undefined, Problem> {
  if (text === undefined) return ok(undefined);
  const found = choices.byLabel.get(nameKey(text));
  if (found) return ok(found);
  const count = choices.countByName.get(nameKey(text)) ?? 0;
  const problem = count > 0 ? "customer.problem.several-named" : "customer.problem.none-named";
  const params = { name: text, count, object: message(`customer.one.${key}s`) };
  return fail({ field: key, message: message(problem, params) });
}

function joinCustomer(
  known: Partial<Linked>,
  key: string,
  linked: Linked | undefined,
): Result<Pick<Linked, "customerId" | "customerName">, Problem> {
  if (linked?.customerId === undefined) return ok({});
  const { customerId, customerName } = linked;
  if (known.customerId === undefined && known.customerName === undefined) {
    return ok({ customerId, customerName });
  }
  if (known.customerId === undefined || known.customerId === customerId) return ok({});
  const params = { object: message(`customer.one.${key}s`), customer: customerName ?? customerId };
  return fail({ field: key, message: message("customer.problem.other-customer", params) });
}
