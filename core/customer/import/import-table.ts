import type { Day } from "../../base/day.ts";
import type { BatchId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { runToEnd } from "../../base/run-to-end.ts";
import type { Table } from "../../base/table.ts";
import { headersAt } from "./detect-table.ts";
import { currencyOf } from "./import-book.ts";
import type { ImportBook } from "./import-book.ts";
import type { ImportSettings } from "./import-settings.ts";
import { missingFields } from "./missing-fields.ts";
import { headerSignature } from "./map-columns.ts";
import { planImport } from "./plan-import.ts";
import type { ImportedFile, ImportPlan } from "./plan-import.ts";
import { prepareImport } from "./prepare-import.ts";
import { readRows } from "./read-rows.ts";

/** What the import of one table depends on. */
export interface ImportTableInput {
  readonly book: ImportBook;
  readonly file: Omit<ImportedFile, "headerRow">;
  readonly settings: ImportSettings;
  readonly createMembers: boolean;
  readonly batchId: BatchId;
  /** ISO moment. */
  readonly at: string;
  readonly today: Day;
}

/** Imports one table in one go: finds out how to read it, reads its rows, and plans what they change.
 * Refused when it has no header or lacks a column that its object must have.
 * @example importTable({ rows: [], lines: [] }, { book: { rows: { mappings: new Map() } }, file: { name: "x.csv" }, settings: {} }).ok // => false
 */
export function importTable(table: Table, input: ImportTableInput): Result<ImportPlan> {
  const { book, file, settings } = input;
  const name = { fileName: file.name, ...(file.sheet === undefined ? {} : { sheetName: file.sheet }) };
  const prepared = prepareImport(table, name, { settings, mappings: book.rows.mappings.values() });
  if (prepared.headerIndex < 0) return fail([{ message: message("customer.file.empty") }]);
  const missing = missingFields(prepared.object, prepared.columns);
  if (missing.length > 0) {
    const field = message(`customer.field.${missing[0]}`);
    return fail([{ field: missing[0]!, message: message("customer.import.field-missing", { field }) }]);
  }
  const rows = runToEnd(
    readRows({
      table,
      ...prepared,
      currency: currencyOf(book),
      rates: settings.rates,
      stages: [...book.rows.stages.values()],
      stageMap: settings.stageMap,
    }),
  );
  const plan = runToEnd(
    planImport({
      ...input,
      ...prepared,
      ownerChoices: { create: input.createMembers ? "all" : [], aliases: {} },
      file: { ...file, headerRow: table.lines[prepared.headerIndex]! },
      rows,
      mode: settings.mode ?? "upsert",
      signature: headerSignature(headersAt(table, prepared.headerIndex)),
      rates: settings.rates,
    }),
  );
  return ok(plan);
}
