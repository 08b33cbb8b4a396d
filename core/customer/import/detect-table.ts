import { cellText } from "../../base/table.ts";
import type { Table, TableCell } from "../../base/table.ts";
import { LABELS_BY_OBJECT } from "../locales/import-labels.ts";
import { LABELS_OF_SOURCE, NAMES_OF_OBJECT } from "../locales/source-labels.ts";
import { FXIAOKE_FILE, FXIAOKE_ID, FXIAOKE_SHEET, REQUIRED_HEADER } from "../locales/import-marks.ts";
import { IMPORT_OBJECTS } from "../records.ts";
import type { ImportObject, Source } from "../records.ts";
import { REQUIRED_BY_OBJECT } from "./import-field.ts";
import { mapColumns } from "./map-columns.ts";
import { normaliseHeader } from "./normalise-header.ts";

/** Where a table comes from, as the file and the sheet call it. */
export interface TableName {
  readonly fileName: string;
  readonly sheetName?: string;
}

/** What a table seems to be. Everything can be changed by the person. */
export interface Detection {
  readonly source: Source;
  readonly object: ImportObject;
  /** Index into the table's rows; -1 when the table is empty. */
  readonly headerIndex: number;
}

/** What the person or a profile has already settled. */
export interface KnownTable {
  readonly source?: Source | undefined;
  readonly object?: ImportObject | undefined;
  readonly headerIndex?: number | undefined;
  /** Headers that the header row must have, from a mapping file. */
  readonly headers?: readonly string[] | undefined;
}

const HEADER_WITHIN = 30;
/** Headers that only one object has: of Zoho's stage history, and Pipedrive's prefixes. */
const OBJECT_OF_HEADER: readonly (readonly [RegExp, ImportObject])[] = [
  [/^stage duration|^moved to$/i, "stage-history"],
  [/^deal - /i, "deals"],
  [/^activity - /i, "activities"],
  [/^person - /i, "contacts"],
  [/^organization - /i, "customers"],
];
const ZOHO_ID = /^zcrm_\d/i;
const ZOHO_FILE = /^[A-Z][A-Za-z_]*?__?\d{4}_\d{2}_\d{2}\b/;

/** Finds the header row, the source and the object of a table: by labels first, then by the names of file and sheet.
 * @example detectTable({ rows: [["order_id", "order_date", "amount"]], lines: [1] }, { fileName: "x.csv" }) // => { source: "generic", object: "orders", headerIndex: 0 }
 */
export function detectTable(table: Table, name: TableName, known: KnownTable = {}): Detection {
  const headerIndex = known.headerIndex ?? findHeaderRow(table, known.headers);
  const headers = headersAt(table, headerIndex);
  const source =
    known.source ?? detectSource(headers, name, table.rows.slice(headerIndex + 1, HEADER_WITHIN));
  const object = known.object ?? detectObject({ headers, source, name });
  return { source, object, headerIndex };
}

/** The texts of a header row; the second row of a header of two is filled by the reader of the sheet.
 * @example headersAt({ rows: [[" a ", "b"]], lines: [1] }, 0) // => ["a", "b"]
 */
export function headersAt(table: Table, headerIndex: number): readonly string[] {
  return (table.rows[headerIndex] ?? []).map((cell) => cellText(cell).trim());
}

/** The row with most known labels (or of the headers told) among the first thirty; without any, the first with most
 * texts. -1: no rows.
 * @example findHeaderRow({ rows: [["Report"], ["Deal Name", "Stage"], ["A", "Won"]], lines: [1, 2, 3] }) // => 1
 */
export function findHeaderRow(table: Table, headers?: readonly string[]): number {
  const told = headers === undefined ? null : new Set(headers.map(normaliseHeader));
  const isKnown = (label: string) => (told === null ? isKnownLabel(label) : told.has(label));
  let best = { index: -1, known: 0, texts: 0 };
  for (const [index, row] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const known = new Set(row.map(normaliseCell).filter(isKnown)).size;
    const texts = row.filter((cell) => typeof cell === "string" && cell.trim() !== "").length;
    const isBetter = known > best.known || (best.known === 0 && known === 0 && texts > best.texts);
    if (isBetter) best = { index, known, texts };
  }
  return best.index;
}

function normaliseCell(cell: TableCell): string {
  return typeof cell === "string" && cell.length < 100 ? normaliseHeader(cell) : "";
}

/** How many objects use a label: "order id" tells more than "record id". */
const objectsByLabel: ReadonlyMap<string, number> = countLabels();

function countLabels(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const object of IMPORT_OBJECTS) {
    const labels = new Set(Object.values(LABELS_BY_OBJECT[object]).flat().map(normaliseHeader));
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

function isKnownLabel(label: string): boolean {
  return label !== "" && (objectsByLabel.has(label) || label.endsWith(".id"));
}

/** The source whose own labels stand in the header, whose ids stand below it, or whose file names the table bears. */
function detectSource(headers: readonly string[], name: TableName, rows: Table["rows"]): Source {
  if (headers.some((header) => /^(Deal|Organization|Person|Activity) - /.test(header))) return "pipedrive";
  const isFxiaokeName = FXIAOKE_FILE.test(name.fileName) || FXIAOKE_SHEET.test(name.sheetName ?? "");
  const labels = headers.map(normaliseHeader);
  const isRequiredMarked = headers.some((header) => REQUIRED_HEADER.test(header));
  const hasZohoIds = rows.some((row) => row.some((cell) => typeof cell === "string" && ZOHO_ID.test(cell)));
  const bonus: Readonly<Record<string, number>> = {
    fxiaoke:
      (isFxiaokeName ? 3 : 0) +
      (isRequiredMarked ? 3 : 0) +
      (labels.some((label) => FXIAOKE_ID.test(label)) ? 1 : 0),
    hubspot: (/hubspot/i.test(name.fileName) ? 2 : 0) + (headers.includes("Record ID") ? 1 : 0),
    zoho:
      (hasZohoIds ? 4 : 0) +
      (ZOHO_FILE.test(name.fileName) ? 2 : 0) +
      (headers.includes("Record Id") ? 1 : 0),
  };
  const scores = Object.entries(LABELS_OF_SOURCE).map(([source, patterns]) => {
    const hits = labels.filter((label) => patterns.some((pattern) => pattern.test(label))).length;
    return { source: source as Source, score: hits + (bonus[source] ?? 0) };
  });
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score >= 2 ? best.source : "generic";
}

function detectObject(input: {
  readonly headers: readonly string[];
  readonly source: Source;
  readonly name: TableName;
}): ImportObject {
  const named = objectByName(input.name);
  const ofHeaders = OBJECT_OF_HEADER.find(([pattern]) =>
    input.headers.some((header) => pattern.test(header)),
  )?.[1];
  let best: ImportObject = named ?? "deals";
  let bestScore = -Infinity;
  for (const object of IMPORT_OBJECTS) {
    const told = object === named ? 2 : object === ofHeaders ? 5 : 0;
    const score = scoreObject(input.headers, input.source, object) + told;
    if (score > bestScore) [best, bestScore] = [object, score];
  }
  return best;
}

/** The object that the names of file and sheet tell, `undefined` when they tell none.
 * @example objectByName({ fileName: "Deals__2026_01_26.csv" }) // => "stage-history"
 */
export function objectByName(name: TableName): ImportObject | undefined {
  const text = `${name.sheetName ?? ""} ${name.fileName.replace(/\.[a-z]+$/i, "")}`;
  return NAMES_OF_OBJECT.find(([pattern]) => pattern.test(text))?.[1];
}

function scoreObject(headers: readonly string[], source: Source, object: ImportObject): number {
  const columns = mapColumns(headers, source, object);
  const fields = new Set(columns.map((column) => column.field));
  const labels = columns
    .filter((column) => column.field !== null)
    .map((column) => normaliseHeader(column.header));
  const telling = labels.reduce((sum, label) => sum + 1 / (objectsByLabel.get(label) ?? 1), 0);
  const missing = REQUIRED_BY_OBJECT[object].filter(
    (group) => !group.some((field) => fields.has(field)),
  ).length;
  const isBare = object === "activities" && !fields.has("kind") && !fields.has("text");
  return telling - 2 * missing - (isBare ? 2 : 0);
}
