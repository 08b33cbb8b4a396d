import { putRecords, setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { isSame } from "../../base/same.ts";
import type { Settings } from "../../base/settings.ts";
import { factsById } from "../import/import-book.ts";
import type { ImportBook } from "../import/import-book.ts";
import { TWIN_TABLES } from "../records.ts";
import type { Source, TwinTable } from "../records.ts";
import { composeKept } from "./compose-kept.ts";
import { completeOrder, sourceOrder } from "./source-order.ts";
import { twinsByKept } from "./twin-record.ts";

/** Sets whose word holds first, and writes every matched record anew by it. The same order: no change.
 * @example setSourceOrder({ rows: { settings: new Map([["workspace", {}]]) }, facts: { twins: { pages: [] } } }, ["fxiaoke", "zoho"]) // => []
 */
export function setSourceOrder(
  book: Pick<ImportBook, "rows" | "facts">,
  sources: readonly Source[],
): readonly Change[] {
  const order = completeOrder(sources);
  if (isSame(order, sourceOrder(book))) return [];
  const rewritten = TWIN_TABLES.flatMap((table) => rewrittenRecords(book, table, order));
  return [setFields<Settings>("settings", "workspace", { sourceOrder: [...order] }), ...rewritten];
}

function rewrittenRecords(
  book: Pick<ImportBook, "facts">,
  table: TwinTable,
  order: readonly Source[],
): readonly Change[] {
  const matched = [...twinsByKept(book)].filter(([, twins]) => twins[0]!.table === table);
  if (matched.length === 0) return [];
  const byId = factsById(book, table);
  const records = matched.flatMap(([id, twins]) => {
    const before = byId.get(id);
    if (before === undefined) return [];
    const after = composeKept(before, twins, order);
    return isSame(before, after) ? [] : [after];
  });
  return records.length === 0 ? [] : [putRecords(table, records)];
}
