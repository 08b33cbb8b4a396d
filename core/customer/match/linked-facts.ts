import { nameKey } from "../../team/name-key.ts";
import type { AnyFact, ImportBook } from "../import/import-book.ts";
import type { Twin, TwinTable } from "../records.ts";

/** The field by which other facts name a record of a table, and the tables that have it. */
export const LINKS_TO: Readonly<
  Record<TwinTable, { readonly field: LinkField; readonly from: readonly LinkedTable[] } | null>
> = {
  customers: {
    field: "customerId",
    from: ["contacts", "deals", "activities", "cases", "orders", "payments", "answers"],
  },
  contacts: null,
  deals: { field: "dealId", from: ["activities", "orders", "stageEvents"] },
  orders: { field: "orderId", from: ["payments"] },
  payments: null,
  activities: null,
  cases: null,
};

export type LinkField = "customerId" | "dealId" | "orderId";
export type LinkedTable =
  "contacts" | "deals" | "activities" | "cases" | "orders" | "payments" | "answers" | "stageEvents";

/** A fact that may name others. */
export type LinkedFact = AnyFact & {
  readonly [F in LinkField]?: string | undefined;
} & { readonly customerName?: string | undefined };

/** The facts of a table that satisfy a test.
 * @example factsWhere({ facts: { deals: { pages: [] } } }, "deals", () => true) // => []
 */
export function factsWhere(
  book: Pick<ImportBook, "facts">,
  table: LinkedTable,
  test: (fact: LinkedFact) => boolean,
): readonly LinkedFact[] {
  const pages = book.facts[table].pages as readonly { readonly rows: readonly LinkedFact[] }[];
  return pages.flatMap((page) => page.rows.filter(test));
}

/** Whether a fact that now hangs on the kept record hung on this twin: it comes from the twin's system, nobody typed the
 * link, and where that system holds several records of the same thing the fact names this one of them.
 * @example belongsToTwin({ source: "zoho" }, { field: "customerId", twin: { source: "zoho" }, others: [] }) // => true
 * @example belongsToTwin({ source: "fxiaoke" }, { field: "customerId", twin: { source: "zoho" }, others: [] }) // => false
 */
export function belongsToTwin(
  fact: Pick<LinkedFact, "source" | "by" | "customerName">,
  of: { readonly field: LinkField; readonly twin: Twin; readonly others: readonly Twin[] },
): boolean {
  const { field, twin, others } = of;
  if (fact.source !== twin.source || fact.by?.[field] === "typed") return false;
  const rivals = others.filter((other) => other.source === twin.source);
  if (rivals.length === 0) return true;
  if (field !== "customerId") return false;
  const isNamed = (one: Twin) =>
    fact.customerName !== undefined &&
    (nameKey(fact.customerName) === nameKey(one.name) || fact.customerName === one.sourceId);
  return isNamed(twin) && !rivals.some(isNamed);
}
