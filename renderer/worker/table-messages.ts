import type { TableToWrite } from "../../formats/write-table.ts";

/** One table as a file. */
export type TableAsk = TableToWrite;

/** What the table worker is asked: each table as a file, or, with names, all of them in one archive. */
export interface TablesAsk {
  readonly tables: readonly TableAsk[];
  readonly zipNames?: readonly string[];
}

export type TableAnswer =
  | { readonly answer: "bytes"; readonly files: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly answer: "broken"; readonly reason: string };
