import type { Table } from "../../base/table.ts";
import type { ImportColumn, ImportObject, Mapping, Source } from "../records.ts";
import { decideColumns } from "./decide-columns.ts";
import type { DecidedColumn } from "./decide-columns.ts";
import { detectTable, headersAt } from "./detect-table.ts";
import type { TableName } from "./detect-table.ts";
import type { ImportSettings } from "./import-settings.ts";
import { headerSignature, mapColumns, mapColumnsBy } from "./map-columns.ts";

/** How a table will be read: everything found out or settled before the first row. */
export interface PreparedImport {
  readonly source: Source;
  readonly object: ImportObject;
  readonly headerIndex: number;
  readonly columns: readonly DecidedColumn[];
  /** The profile that was found again by the file's headers. */
  readonly mapping?: Mapping;
}

/** Finds out how to read a table: header row, source, object, columns and their dates and decimals. What the settings say
 * holds; then a kept profile with the same headers; then what the labels and cells show.
 * @example prepareImport({ rows: [["order_id", "order_date", "amount"]], lines: [1] }, { fileName: "x.csv" }, { settings: {}, mappings: [] }).object // => "orders"
 */
export function prepareImport(
  table: Table,
  name: TableName,
  known: { readonly settings: ImportSettings; readonly mappings: Iterable<Mapping> },
): PreparedImport {
  const { settings } = known;
  const told = settings.headerByField && Object.values(settings.headerByField);
  const first = detectTable(table, name, { ...settings, headers: told });
  const headers = headersAt(table, first.headerIndex);
  const mapping = settings.headerByField ? undefined : findMapping(headers, settings, known.mappings);
  const source = settings.source ?? mapping?.source ?? first.source;
  const object = settings.object ?? mapping?.object ?? first.object;
  const columns =
    settings.columns ??
    (settings.headerByField
      ? mapColumnsBy(headers, settings.headerByField)
      : mapping
        ? columnsOfMapping(headers, mapping)
        : mapColumns(headers, source, object));
  const { dateOrder, decimal } = settings;
  const isOfProfile = settings.columns === undefined && mapping !== undefined;
  const decided = decideColumns({
    table,
    headerIndex: first.headerIndex,
    object,
    columns: isOfProfile ? columns.map(withoutAnswers) : columns,
    dateOrder,
    decimal,
  });
  return {
    source,
    object,
    headerIndex: first.headerIndex,
    columns: isOfProfile ? decided.map((column, index) => withAnswers(column, columns[index]!)) : decided,
    ...(mapping ? { mapping } : {}),
  };
}

/** A profile keeps the answers for columns that read both ways. What the cells of a new file prove holds before them: the same
 * export, saved by a spreadsheet, may write its days and numbers in another way. */
function withoutAnswers({ dateOrder: _order, decimal: _decimal, ...column }: ImportColumn): ImportColumn {
  return column;
}

function withAnswers(decided: DecidedColumn, kept: ImportColumn): DecidedColumn {
  const { open, ...column } = decided;
  if (open === "date-order" && (kept.dateOrder === "DMY" || kept.dateOrder === "MDY"))
    return { ...column, dateOrder: kept.dateOrder };
  if (open === "decimal" && kept.decimal !== undefined) return { ...column, decimal: kept.decimal };
  return decided;
}

function findMapping(
  headers: readonly string[],
  settings: ImportSettings,
  mappings: Iterable<Mapping>,
): Mapping | undefined {
  const signature = headerSignature(headers);
  return [...mappings].findLast(
    (mapping) =>
      mapping.signature === signature &&
      (settings.object === undefined || settings.object === mapping.object) &&
      (settings.source === undefined || settings.source === mapping.source),
  );
}

/** A profile's columns in the order of this file; columns of one header keep their order. */
function columnsOfMapping(headers: readonly string[], mapping: Mapping): PreparedImport["columns"] {
  const left = [...mapping.columns];
  return headers.map((header) => {
    const index = left.findIndex((column) => column.header === header.slice(0, 200));
    return index < 0 ? { header: header.slice(0, 200), field: null } : left.splice(index, 1)[0]!;
  });
}
