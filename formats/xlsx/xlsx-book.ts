import type { Day } from "../../core/base/day.ts";

/** A workbook before it is bytes. It knows nothing of the library that writes it and nothing of the subject. */
export interface XlsxBook {
  readonly title?: string;
  readonly sheets: readonly XlsxSheet[];
}

export interface XlsxSheet {
  /** Made safe for Excel: at most 31 characters, none of `[]:*?/\`. Two equal names get a number. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly XlsxRow[];
  /** Rows and columns that stay in sight. */
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  /** Row (from 0) whose cells get filter buttons down to the last row; absent: none. */
  readonly filterRow?: number;
  readonly landscape?: boolean;
  /** Cells in which one of a few values is chosen; anything else is refused with the hint. */
  readonly choices?: readonly XlsxChoice[];
}

/** A cell by its place from 0, and what may stand in it. */
export interface XlsxChoice {
  readonly row: number;
  readonly column: number;
  readonly values: readonly string[];
  readonly hint: string;
}

export interface XlsxColumn {
  /** In characters. */
  readonly width: number;
}

export interface XlsxRow {
  readonly cells: readonly XlsxCell[];
  /** `header`: bold on a tint, a line below. `total`: bold, a line above. `title`: large. `note`: quiet. */
  readonly kind?: "header" | "total" | "title" | "note";
  /** In points; absent: as high as its text. */
  readonly height?: number;
}

/** A text with its look. */
export interface XlsxText {
  readonly text: string;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  readonly align?: "end";
  /** Framed: the reader is to write here. */
  readonly asks?: boolean;
}

/** What stands in a cell. Text is always text, whatever it begins with; only `formula` computes. */
export type XlsxCell =
  | null
  | string
  | XlsxText
  | {
      readonly number: number;
      /** `count`: 1,234 · `decimal`: 1,234.50 · `percent`: a fraction shown as 12.5 % · or a format of Excel's. */
      readonly format?: XlsxNumberFormat;
      readonly bold?: boolean;
    }
  /** Whole minor units, written as main units with their digits. */
  | { readonly money: number; readonly digits: number; readonly bold?: boolean }
  | { readonly day: Day; readonly bold?: boolean }
  /** Without the `=`. `result` is what a reader that does not compute shows; money results in main units. */
  | {
      readonly formula: string;
      readonly result: number | string;
      readonly format?: XlsxNumberFormat;
      readonly bold?: boolean;
    };

export type XlsxNumberFormat = "count" | "decimal" | "percent" | "day" | { readonly custom: string };
