import { FIX_HEADER, STANDARD_LABELS } from "../locales/fix-labels.ts";
import { LABELS_BY_OBJECT } from "../locales/import-labels.ts";
import type { Batch, ImportColumn, ImportObject, Source } from "../records.ts";

/** A column as a source names it, and what its amounts are multiplied by. */
export interface SourceColumn {
  readonly header: string;
  readonly multiplier: number;
  /** Whether a file of the source had it. */
  readonly isSeen: boolean;
}

/** Whether an import was of a fix-list: a file of ours, which is no evidence of what the source exports.
 * @example isFixList({ columns: [{ header: "What is wrong", field: null }] }) // => true
 */
export function isFixList(batch: { readonly columns: readonly ImportColumn[] }): boolean {
  return batch.columns.some(({ header }) => Object.values(FIX_HEADER).includes(header));
}

/** The last import of a kind of record that was not taken back and was not a fix-list.
 * @example lastBatch([], "zoho", "deals") // => undefined
 */
export function lastBatch(batches: Iterable<Batch>, source: Source, object: ImportObject): Batch | undefined {
  let last: Batch | undefined;
  for (const batch of batches) {
    if (batch.undone || batch.source !== source || batch.object !== object || isFixList(batch)) continue;
    if (!last || last.at <= batch.at) last = batch;
  }
  return last;
}

/** The column of a field: as the source's last file had it, else under the label that the source uses as it comes.
 * @example sourceColumn(undefined, { source: "zoho", object: "deals", field: "expectedClose" }).header // => "Closing Date"
 * @example sourceColumn(undefined, { source: "fxiaoke", object: "customers", field: "id" }).header // => "唯一性ID（必填）"
 */
export function sourceColumn(
  batch: Batch | undefined,
  of: { readonly source: Source; readonly object: ImportObject; readonly field: string },
): SourceColumn {
  const seen = batch?.columns.find((column) => column.field === of.field && column.header !== "");
  if (seen) return { header: seen.header, multiplier: seen.multiplier ?? 1, isSeen: true };
  return { header: standardLabel(of), multiplier: 1, isSeen: false };
}

/** Whether a source's files are Chinese: 纷享销客's always, a stranger's when the last one was.
 * @example isChinese("fxiaoke", undefined) // => true
 */
export function isChinese(source: Source, batch: Batch | undefined): boolean {
  if (source === "fxiaoke") return true;
  return source === "generic" && batch !== undefined && batch.columns.some(({ header }) => isHan(header));
}

function standardLabel(of: {
  readonly source: Source;
  readonly object: ImportObject;
  readonly field: string;
}) {
  const own = STANDARD_LABELS[of.source]?.[of.object]?.[of.field];
  if (own !== undefined) return own;
  const labels = LABELS_BY_OBJECT[of.object][of.field] ?? [];
  const wantsHan = of.source === "fxiaoke";
  return labels.find((label) => isHan(label) === wantsHan) ?? labels[0] ?? of.field;
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
