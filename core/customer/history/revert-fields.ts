import type { AnyRecord } from "../../base/change.ts";
import { isSame } from "../../base/same.ts";
import type { BatchChange } from "../records.ts";
import type { Fields } from "./history-book.ts";

/** A field that stays as it is, and who wrote it last: a batch, "typed", or `null` where the record does not tell. */
export interface KeptField {
  readonly field: string;
  readonly writer: string | null;
}

/** A record with the fields that an import wrote taken back. */
export interface RevertedRecord {
  readonly next: AnyRecord;
  readonly reverted: readonly string[];
  readonly kept: readonly KeptField[];
}

export interface RevertInput {
  readonly present: AnyRecord;
  readonly change: Pick<BatchChange, "batchId" | "before" | "after">;
  /** Whether a batch is older than the one that is taken back. */
  isOlder(batchId: string): boolean;
  /** Whether a field may have its old value again: a link's record may be gone. */
  canTake(field: string, value: unknown): boolean;
}

/** How a row came in, beside what it says. */
const META = new Set(["batchId", "line", "by"]);
/** Fields that never have a writer of their own. */
const UNWRITTEN = new Set(["id", "source", "sourceId", ...META]);
/** Fields that contradict each other when only some of them go back. */
const TOGETHER: readonly (readonly string[])[] = [
  ["stage", "category", "probability", "closedOn"],
  ["customerId", "customerName"],
];

/** Takes back what an import changed in a record, field by field: a field that still has the import's value gets the one
 * from before, one that was written since stays, and what belongs together with it. Who wrote which field goes back with
 * the fields; without any edit since, the record is exactly the one from before.
 * @example revertFields({ present: { id: "d1", name: "B" }, change: { batchId: "b", before: { name: "A" }, after: { name: "B" } }, isOlder: () => true, canTake: () => true }).next // => { id: "d1", name: "A" }
 * @example revertFields({ present: { id: "d1", name: "C" }, change: { batchId: "b", before: { name: "A" }, after: { name: "B" } }, isOlder: () => true, canTake: () => true }).kept // => [{ field: "name", writer: null }]
 */
export function revertFields(input: RevertInput): RevertedRecord {
  const { change } = input;
  const present = input.present as unknown as Fields;
  const before = change.before ?? {};
  const changed = Object.keys(before).filter((field) => !META.has(field));
  const staying = stayingFields(input, changed);
  const reverted = changed.filter((field) => !staying.has(field));
  const next: Record<string, unknown> = { ...present };
  for (const field of reverted) write(next, field, before[field]);
  const isWhole = staying.size === 0 && hasMetaOf(present, change.after ?? {});
  if (isWhole) for (const field of META) if (field in before) write(next, field, before[field]);
  if (!isWhole && reverted.length > 0) writeProvenance(input, { next, changed, reverted });
  const kept = changed
    .filter((field) => staying.has(field))
    .map((field) => ({ field, writer: writerSince(present, field, change.batchId) }));
  return { next: next as unknown as AnyRecord, reverted, kept };
}

function stayingFields({ present, change, canTake }: RevertInput, changed: readonly string[]) {
  const { before = {}, after = {} } = change;
  const record = present as unknown as Fields & { readonly by?: Readonly<Record<string, string>> };
  const staying = new Set(
    changed.filter(
      (field) =>
        record.by?.[field] === "typed" ||
        !isSame(record[field] ?? null, after[field] ?? null) ||
        !canTake(field, before[field] ?? undefined),
    ),
  );
  for (const together of TOGETHER) {
    if (!together.some((field) => staying.has(field))) continue;
    for (const field of together) if (changed.includes(field)) staying.add(field);
  }
  return staying;
}

function hasMetaOf(present: Fields, after: Fields): boolean {
  return [...META].every(
    (field) => !(field in after) || isSame(present[field] ?? null, after[field] ?? null),
  );
}

interface Provenance {
  readonly batchId?: string | undefined;
  readonly by?: Readonly<Record<string, string>> | undefined;
}

/** Every field keeps its last writer, but what goes back goes back to who wrote it before; where the batch itself was the
 * record's last, the one before it takes its place. */
function writeProvenance(
  { present, change, isOlder }: RevertInput,
  to: {
    readonly next: Record<string, unknown>;
    readonly changed: readonly string[];
    readonly reverted: readonly string[];
  },
): void {
  const { next, changed, reverted } = to;
  const { before = {}, batchId } = change;
  if (!("batchId" in before)) return;
  const now = present as Provenance;
  const old: Provenance = {
    batchId: (before["batchId"] as string | null) ?? undefined,
    by: "by" in before ? ((before["by"] as Provenance["by"] | null) ?? {}) : olderWriters(now.by, isOlder),
  };
  if (now.batchId === batchId) {
    write(next, "batchId", old.batchId);
    write(next, "line", before["line"]);
  }
  const main = (next["batchId"] as string | undefined) ?? "typed";
  const by: Record<string, string> = {};
  for (const field of new Set([...Object.keys(next), ...Object.keys(now.by ?? {})])) {
    if (UNWRITTEN.has(field)) continue;
    const last = writerOf(now, field);
    const isBack = reverted.includes(field) || (!changed.includes(field) && last === batchId);
    const writer = isBack ? writerOf(old, field) : last;
    if (writer !== main) by[field] = writer;
  }
  write(next, "by", Object.keys(by).length === 0 ? undefined : by);
}

function writerOf({ by, batchId }: Provenance, field: string): string {
  return by?.[field] ?? batchId ?? "typed";
}

/** Who wrote a field after the batch; `null` when the record still names the batch, or nobody. */
function writerSince(present: Fields, field: string, batchId: string): string | null {
  const { by, batchId: last } = present as Provenance;
  const writer = by?.[field] ?? last ?? null;
  return writer === batchId ? null : writer;
}

function olderWriters(
  by: Provenance["by"],
  isOlder: (batchId: string) => boolean,
): Readonly<Record<string, string>> {
  const known = Object.entries(by ?? {}).filter(([, writer]) => writer === "typed" || isOlder(writer));
  return Object.fromEntries(known);
}

function write(record: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined || value === null) delete record[field];
  else record[field] = value;
}
