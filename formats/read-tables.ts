import { message } from "../core/base/message.ts";
import { fail, ok } from "../core/base/result.ts";
import type { Result } from "../core/base/result.ts";
import type { Table } from "../core/base/table.ts";
import { readCsv } from "./csv/read-csv.ts";
import type { CsvOptions } from "./csv/read-csv.ts";
import { fileKindOf } from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/** A file's tables, and how its bytes were understood. */
export interface TableFile {
  readonly kind: "csv" | "xlsx";
  /** "xlsx" for a workbook. */
  readonly encoding: string;
  /** 0–1: how sure the encoding is. */
  readonly confidence: number;
  /** Empty for a workbook. */
  readonly delimiter: string;
  readonly tables: readonly { readonly sheet?: string; readonly table: Table }[];
}

const REFUSAL_BY_KIND: Readonly<Record<Exclude<FileKind, "xlsx" | "text">, string>> = {
  zip: "customer.file.zip",
  xls: "customer.file.xls",
  encrypted: "customer.file.encrypted",
  pdf: "customer.file.not-a-table",
  image: "customer.file.not-a-table",
  markup: "customer.file.markup",
  binary: "customer.file.not-a-table",
};

/** Reads a file as tables by what it is, not by what it is called: a CSV named .xlsx and a workbook named .csv are read;
 * what is no table is refused with the reason and the remedy. */
export async function readTables(bytes: Uint8Array, options: CsvOptions = {}): Promise<Result<TableFile>> {
  if (bytes.length === 0) return fail([{ message: message("customer.file.empty") }]);
  const kind = fileKindOf(bytes);
  if (kind === "xlsx") {
    const sheets = await readXlsx(bytes);
    if (!sheets.ok) return sheets;
    if (sheets.value.length === 0) return fail([{ message: message("customer.file.empty") }]);
    const tables = sheets.value.map(({ name, table }) => ({ sheet: name, table }));
    return ok({ kind, encoding: "xlsx", confidence: 1, delimiter: "", tables });
  }
  if (kind !== "text") return fail([{ message: message(REFUSAL_BY_KIND[kind]) }]);
  const csv = readCsv(bytes, options);
  if (!csv.ok) return csv;
  const { encoding, confidence, delimiter, table } = csv.value;
  return ok({ kind: "csv", encoding, confidence, delimiter, tables: [{ table }] });
}
