import type { ImportBook } from "../import/import-book.ts";
import { FOLLOWING_TABLES } from "./fact-prints.ts";
import type { FollowingFact, FollowingTable } from "./fact-prints.ts";
import { FactSlots } from "./fact-slots.ts";
import type { SlotBook } from "./fact-slots.ts";
import type { LinkField } from "./linked-facts.ts";

/** The payments, activities and cases that are surely the same once their customers or orders are one: the person who says
 * so of the customers says so of these too.
 * @example followingPairs({ rows: {}, facts: { twins: { pages: [] } } }, new Map()) // => []
 */
export function followingPairs(
  book: SlotBook & { readonly facts: Pick<ImportBook["facts"], FollowingTable> },
  moves: ReadonlyMap<LinkField, ReadonlyMap<string, string>>,
): readonly { readonly table: FollowingTable; readonly ids: readonly [string, string] }[] {
  const [customers, orders] = [moves.get("customerId"), moves.get("orderId")];
  if (customers === undefined && orders === undefined) return [];
  const joined = new Set([...(customers?.values() ?? []), ...(orders?.values() ?? [])]);
  return FOLLOWING_TABLES.flatMap((table) => {
    const slots = new FactSlots(book, table);
    const { pages } = book.facts[table] as {
      readonly pages: readonly { readonly rows: readonly FollowingFact[] }[];
    };
    return pages.flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const fact = movedFact(row, customers, orders);
        if (!joined.has(fact.customerId ?? "") && !joined.has(orderOf(fact))) return [];
        const same = slots.take(fact);
        if (same !== undefined) return [{ table, ids: [same.id, fact.id] as const }];
        slots.open(fact);
        return [];
      }),
    );
  });
}

type Ids = ReadonlyMap<string, string> | undefined;

function movedFact(fact: FollowingFact, customers: Ids, orders: Ids): FollowingFact {
  const customerId = customers?.get(fact.customerId ?? "");
  const orderId = orders?.get(orderOf(fact));
  if (customerId === undefined && orderId === undefined) return fact;
  return {
    ...fact,
    ...(customerId === undefined ? {} : { customerId }),
    ...(orderId === undefined ? {} : { orderId }),
  } as FollowingFact;
}

function orderOf(fact: FollowingFact): string {
  return (fact as { readonly orderId?: string }).orderId ?? "";
}
