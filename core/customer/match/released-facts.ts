import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { factsById } from "../import/import-book.ts";
import type { ImportBook } from "../import/import-book.ts";
import type { Source, Twin } from "../records.ts";
import { composeKept } from "./compose-kept.ts";
import { FOLLOWING_TABLES } from "./fact-prints.ts";
import type { FollowingTable } from "./fact-prints.ts";
import type { LinkField } from "./linked-facts.ts";
import { recordOfTwin, twinsByKept } from "./twin-record.ts";

/** Whether a matched fact is taken apart with the records that it hangs on: payments, activities and cases of customers and
 * orders. Deals do not tell them apart.
 * @example isFollowing("payments", "orderId") // => true
 * @example isFollowing("activities", "dealId") // => false
 */
export function isFollowing(table: Twin["table"], field: LinkField): table is FollowingTable {
  return field !== "dealId" && (FOLLOWING_TABLES as readonly string[]).includes(table);
}

/** Takes facts apart that followed their customers or orders, once these are two again. `back`: the rows that go to the
 * record taken out, with their link. A fact whose rows all go stays one.
 * @example releasedFacts({ facts: { twins: { pages: [] } } }, { table: "cases", back: [] }, []) // => []
 */
export function releasedFacts(
  book: Pick<ImportBook, "facts">,
  of: { readonly table: FollowingTable; readonly back: readonly Twin[] },
  order: readonly Source[],
): readonly Change[] {
  const { table } = of;
  const keptIds = new Set(of.back.map(({ keptId }) => keptId));
  if (keptIds.size === 0) return [];
  const backById = new Map(of.back.map((row) => [row.id, row]));
  const byId = factsById(book, table);
  const gone: string[] = [];
  const rows: Twin[] = [];
  const records = [...keptIds].flatMap((keptId) => {
    const all = twinsByKept(book).get(keptId)!;
    const goes = backById.has(keptId);
    const moved = all.map((row) => backById.get(row.id) ?? row);
    // The fact that stands for all stays with its own row, wherever that goes.
    const staying = moved.filter((row) => backById.has(row.id) === goes);
    const leaving = moved.filter((row) => backById.has(row.id) !== goes);
    gone.push(...leaving.map(({ id }) => id));
    if (staying.length === 1) gone.push(keptId);
    else rows.push(...staying);
    return [composeKept(byId.get(keptId)!, staying, order), ...leaving.map(recordOfTwin)];
  });
  return [
    ...(gone.length > 0 ? [removeRecords("twins", gone)] : []),
    ...(rows.length > 0 ? [putRecords("twins", rows)] : []),
    putRecords(table, records),
  ];
}
