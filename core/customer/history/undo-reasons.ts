import type { Day } from "../../base/day.ts";
import { dayOfIsoMoment, dayOfMoment } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { stampMs } from "../../base/stamp.ts";
import { listMessage } from "../../team/name-key.ts";
import { fieldLabel } from "./field-label.ts";
import { recordLabel, writtenAt } from "./history-book.ts";
import type { HistoryBook } from "./history-book.ts";
import type { KeptField } from "./revert-fields.ts";
import type { Dependent } from "./still-needed.ts";

/** Days are days in China, as in both CRMs. */
const OFFSET_MINUTES = 480;
const FIELDS_NAMED = 4;

/** Why a record stays: who wrote it since the import, when, and which fields.
 * @example keptBecause({ rows: { batches: new Map() }, rowStamps: {}, facts: { deals: { pages: [], pageIndexById: new Map() } } }, { table: "deals", record: { id: "d1" } }, [{ field: "amount", writer: "typed" }]).key // => "customer.undo.kept.typed"
 */
export function keptBecause(
  book: Pick<HistoryBook, "rows" | "rowStamps" | "facts">,
  { table, record }: Dependent,
  kept: readonly KeptField[],
): Message {
  const fields = fieldNames(kept);
  const batchId = kept.find(({ writer }) => writer !== null && writer !== "typed")?.writer;
  const batch = batchId === null || batchId === undefined ? undefined : book.rows.batches.get(batchId);
  if (batch !== undefined && !kept.some(({ writer }) => writer === "typed")) {
    const day = { day: dayOfIsoMoment(batch.at, OFFSET_MINUTES) };
    return message("customer.undo.kept.later", { fields, file: batch.fileName, day });
  }
  if (kept.every(({ writer }) => writer === null)) return message("customer.undo.kept.changed", { fields });
  const stamp = writtenAt(book, { table, id: record.id }, kept[0]?.field ?? "");
  if (stamp === null) return message("customer.undo.kept.typed", { fields });
  const day: Day = dayOfMoment(stampMs(stamp), OFFSET_MINUTES);
  return message("customer.undo.kept.typed-on", { fields, day: { day } });
}

/** Why a record cannot be changed back: it is not there any more.
 * @example gone() // => { key: "customer.undo.failed.gone" }
 */
export function gone(): Message {
  return message("customer.undo.failed.gone");
}

/** Why a record cannot go: what hangs on it, and how many there are.
 * @example neededBy({ table: "deals", record: { id: "d1", name: "Boiler" } }, 2).params.count // => 2
 */
export function neededBy({ table, record }: Dependent, count: number): Message {
  return message("customer.undo.failed.needed", {
    count,
    name: recordLabel(record),
    table: message(`vault.table.${table}`),
  });
}

/** The names of fields, each once, the first few of them. */
function fieldNames(kept: readonly KeptField[]): string | Message {
  const labels = kept.flatMap(({ field }) => fieldLabel(field) ?? []);
  const names = [...new Map(labels.map((label) => [label.key, label])).values()];
  if (names.length === 0) return message("customer.undo.record");
  return listMessage(names.slice(0, FIELDS_NAMED));
}
