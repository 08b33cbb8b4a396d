import { LABELS_BY_OBJECT } from "../locales/import-labels.ts";
import { LABELS_BY_SOURCE } from "../locales/source-labels.ts";
import { OWNER_LABEL, PERMISSION_COLUMN } from "../locales/import-marks.ts";
import type { ImportColumn, ImportObject, Source } from "../records.ts";
import { FIELDS_BY_OBJECT } from "./import-field.ts";
import { headerMultiplier, normaliseHeader } from "./normalise-header.ts";

/** Fields that several columns may fill: the most telling one that is not empty counts. */
const SHARED_FIELDS = new Set(["closed", "phone", "at", "text", "group"]);

const PATTERNS: Readonly<Record<string, RegExp>> = { owner: OWNER_LABEL };

/** Gives every column of a header its field, by labels, most telling first, never by position. A column has one field, a
 * field one column (but dates of winning and losing may share). `field: null`: not read.
 * @example mapColumns(["order_date"], "generic", "orders") // => [{ header: "order_date", field: "date" }]
 */
export function mapColumns(
  headers: readonly string[],
  source: Source,
  object: ImportObject,
): readonly ImportColumn[] {
  const labels = headers.map((header) => (isPermission(header) ? "" : normaliseHeader(header)));
  const fieldByIndex = new Map<number, string>();
  const overrides = overridesOf(source, object);
  for (const [index, label] of labels.entries()) {
    const field = overrides.get(label);
    if (field !== undefined) fieldByIndex.set(index, field);
  }
  const taken = new Set(fieldByIndex.values());
  for (const { key } of FIELDS_BY_OBJECT[object]) {
    if (taken.has(key)) continue;
    for (const index of columnsFor(object, key, labels)) {
      if (fieldByIndex.has(index)) continue;
      fieldByIndex.set(index, key);
      if (!SHARED_FIELDS.has(key)) break;
    }
  }
  return headers.map((header, index) => columnOf(header, fieldByIndex.get(index) ?? null));
}

/** How telling a header is of a field, 0 for the most: where several columns fill one field, they are asked in this order.
 * @example labelRank("activities", "at", "Due Date") > labelRank("activities", "at", "Closed Time") // => true
 */
export function labelRank(object: ImportObject, field: string, header: string): number {
  const rank = wantedLabels(object, field).indexOf(normaliseHeader(header));
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

/** Columns by a mapping file: field → header, compared as written, else normalised. Other columns are not read.
 * @example mapColumnsBy(["Wann"], { date: "Wann" }) // => [{ header: "Wann", field: "date" }]
 */
export function mapColumnsBy(
  headers: readonly string[],
  headerByField: Readonly<Record<string, string>>,
): readonly ImportColumn[] {
  const fieldByHeader = new Map(
    Object.entries(headerByField).map(([field, header]) => [header.trim(), field]),
  );
  const fieldByLabel = new Map(
    Object.entries(headerByField).map(([field, header]) => [normaliseHeader(header), field]),
  );
  return headers.map((header) =>
    columnOf(header, fieldByHeader.get(header.trim()) ?? fieldByLabel.get(normaliseHeader(header)) ?? null),
  );
}

/** The headers of a file, normalised, sorted and joined: two files with the same columns have the same signature.
 * @example headerSignature(["Stage", "Deal Name"]) // => "deal name|stage"
 */
export function headerSignature(headers: readonly string[]): string {
  return headers
    .map(normaliseHeader)
    .filter((label) => label !== "")
    .toSorted()
    .join("|")
    .slice(0, 20_000);
}

function columnOf(header: string, field: string | null): ImportColumn {
  const multiplier = field === null ? 1 : headerMultiplier(header);
  return { header: header.slice(0, 200), field, ...(multiplier === 1 ? {} : { multiplier }) };
}

function isPermission(header: string): boolean {
  return PERMISSION_COLUMN.test(header.normalize("NFKC").trim());
}

/** Column indexes that bear a field's labels, by the rank of the label, then by place. */
function columnsFor(object: ImportObject, field: string, labels: readonly string[]): readonly number[] {
  const wanted = wantedLabels(object, field);
  const found = wanted.flatMap((label) => labels.flatMap((have, index) => (have === label ? [index] : [])));
  const pattern = PATTERNS[field];
  if (found.length > 0 || pattern === undefined) return found;
  return labels.flatMap((label, index) => (pattern.test(label) ? [index] : []));
}

const wantedByKey = new Map<string, readonly string[]>();

function wantedLabels(object: ImportObject, field: string): readonly string[] {
  const key = `${object}/${field}`;
  const known = wantedByKey.get(key);
  if (known) return known;
  const labels = [...new Set([...(LABELS_BY_OBJECT[object][field] ?? []), field].map(normaliseHeader))];
  wantedByKey.set(key, labels);
  return labels;
}

function overridesOf(source: Source, object: ImportObject): ReadonlyMap<string, string> {
  const byLabel = LABELS_BY_SOURCE[source]?.[object] ?? {};
  return new Map(Object.entries(byLabel).map(([label, field]) => [normaliseHeader(label), field]));
}
