import type { FactTable } from "../../core/base/id.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { factsOf } from "../../core/vault/workspace.ts";
import type { RecordOf, Workspace } from "../../core/vault/workspace.ts";
import { decodeText } from "../../formats/csv/decode-text.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import { MemoryCli } from "./memory-cli.ts";

/** How a text file is written. */
export type TextEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252" | "gb18030";

/** The bytes of rows of a text file, cells quoted where needed. */
export function csvBytes(
  rows: readonly (readonly string[])[],
  { encoding = "utf-8" as TextEncoding, delimiter = ",", lineEnd = "\r\n" } = {},
): Uint8Array {
  const quote = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return textBytes(rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join(""), encoding);
}

/** A text's bytes in an encoding. */
export function textBytes(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "utf-16le") return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  if (encoding === "utf-16be") return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
  const bytesOf = bytesByCharacter(encoding);
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [63]));
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every character of one or two bytes, by what the platform decodes it to. */
function bytesByCharacter(encoding: "windows-1252" | "gb18030"): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    const text = decodeText(Uint8Array.from(bytes), encoding);
    if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) if (byte < 128 || encoding === "windows-1252") add([byte]);
  if (encoding === "gb18030")
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** A cell of a sheet: text, a number, or a day. */
export type SheetCell = string | number | null | { readonly day: string };

/** A workbook of sheets by name. */
export async function xlsxBytes(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      columns: [],
      rows: rows.map((cells) => ({
        cells: cells.map((cell) =>
          typeof cell === "number" ? { number: cell } : (cell as string | null | { readonly day: never }),
        ),
      })),
    })),
  });
}

/** What `import` prints of one table. */
export interface ImportedJson {
  readonly batch: string | null;
  readonly source: string;
  readonly object: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly dateOrder?: string;
    readonly decimal?: string;
    readonly multiplier?: number;
  }[];
  readonly rows: Readonly<Record<"read" | "added" | "updated" | "unchanged" | "skipped" | "bad", number>>;
  readonly bad: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly owners: readonly {
    readonly name: string;
    readonly member: string | null;
    readonly rows: number;
  }[];
}

/** A command line with an empty workspace `W`. */
export async function cliWithWorkspace(currency = "CNY"): Promise<MemoryCli> {
  const cli = new MemoryCli();
  await cli.run(`new --out W --currency ${currency}`);
  return cli;
}

/** Imports a file into `W`, which is then the workspace after it; the exit code and what was printed. */
export async function importFile(
  cli: MemoryCli,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options = "",
): Promise<{ readonly exit: number; readonly tables: readonly ImportedJson[] }> {
  cli.put(file.name, file.bytes);
  const exit = await cli.run(`import W ${file.name} --out W${options === "" ? "" : ` ${options}`}`);
  return { exit, tables: cli.out === "" ? [] : (cli.json as readonly ImportedJson[]) };
}

/** Imports a file of rows into a new workspace and gives its first table. */
export async function importRows(
  name: string,
  rows: readonly (readonly string[])[],
  of: { readonly options?: string; readonly currency?: string } & Parameters<typeof csvBytes>[1] = {},
): Promise<ImportedJson & { readonly cli: MemoryCli; readonly exit: number }> {
  const { options = "", currency = "CNY", ...written } = of;
  const cli = await cliWithWorkspace(currency);
  const { exit, tables } = await importFile(cli, { name, bytes: csvBytes(rows, written) }, options);
  const [table] = tables;
  if (table === undefined) throw new Error(cli.err);
  return { ...table, cli, exit };
}

/** The facts of a table in `W`. */
export function factsIn<T extends FactTable>(cli: MemoryCli, table: T): readonly RecordOf<T>[] {
  return factsOf(workspaceIn(cli), table) as readonly RecordOf<T>[];
}

/** The workspace in `W`. */
export function workspaceIn(cli: MemoryCli): Workspace {
  const read = readWorkspaceFile(cli.files.get("W")!);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.workspace;
}

/** The columns that are read: header → field. */
export function fieldsOf(table: ImportedJson): Readonly<Record<string, string>> {
  const read = table.columns.filter((column) => column.field !== null);
  return Object.fromEntries(read.map((column) => [column.header, column.field!]));
}
