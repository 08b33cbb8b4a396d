/** What the table worker is asked: one table as a file. */
export interface TableAsk {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly format: "csv" | "xlsx";
}

export type TableAnswer =
  | { readonly answer: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: "broken"; readonly reason: string };
