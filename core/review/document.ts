import type { Explanation } from "../base/explain.ts";
import type { Message, Quantity, Unit } from "../base/message.ts";

/** A document before it has a language or a format: what the screen, PDF, XLSX and JSON of a pack all show.
 * Every sentence is a message and every number a quantity; only the renderers turn them into text. */
export interface PackDocument {
  readonly title: Message;
  readonly subtitle: Message;
  /** Who and what the pack is about, for the running head. */
  readonly runningHead: Message;
  readonly sections: readonly PackSection[];
}

export interface PackSection {
  /** Stable name for links, bookmarks and the choice of sections. */
  readonly id: string;
  readonly title: Message;
  /** Whether the section begins on a new page: a member's pages do. */
  readonly newPage: boolean;
  readonly blocks: readonly PackBlock[];
}

export type PackBlock =
  | { readonly kind: "text"; readonly message: Message }
  /** The manager's own words: plain text with line breaks. */
  | { readonly kind: "commentary"; readonly text: string }
  | { readonly kind: "figures"; readonly figures: readonly PackFigure[] }
  | {
      readonly kind: "list";
      readonly title: Message;
      readonly items: readonly PackListItem[];
      readonly empty: Message;
    }
  | PackTable
  | PackChart
  | { readonly kind: "signatures"; readonly lines: readonly Message[] };

/** A headline number with its label. */
export interface PackFigure {
  readonly label: Message;
  readonly quantity: Quantity;
  readonly note?: Message;
  readonly explain?: () => Explanation;
}

export interface PackListItem {
  readonly message: Message;
  readonly detail?: Message;
  readonly tone?: PackTone;
}

/** State, always printed with a word or sign beside its colour. */
export type PackTone = "ahead" | "on-pace" | "behind" | "at-risk" | "muted";

export interface PackTable {
  readonly kind: "table";
  readonly id: string;
  readonly title: Message;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly PackRow[];
  readonly notes: readonly Message[];
}

export interface PackColumn {
  readonly key: string;
  readonly title: Message;
  /** Text columns are aligned to the start, all others to the end. */
  readonly unit: Unit | "text";
  /** The keys of the columns whose quotient this column is, so that a spreadsheet can hold a formula. */
  readonly ratioOf?: readonly [dividend: string, divisor: string];
}

export interface PackRow {
  readonly key: string;
  readonly depth: number;
  readonly emphasis: "total" | "group" | "none";
  /** For a total: the keys of the rows that its amounts are the sum of, so that a spreadsheet can hold a formula. */
  readonly sumOf?: readonly string[];
  readonly cells: readonly PackCell[];
}

export type PackCell =
  | { readonly text: string }
  | { readonly message: Message; readonly tone?: PackTone }
  | { readonly quantity: Quantity; readonly tone?: PackTone; readonly explain?: () => Explanation };

/** One question that stands as the title, and its answer as bars or lines. */
export interface PackChart {
  readonly kind: "chart";
  readonly id: string;
  readonly title: Message;
  readonly shape: "bars" | "line";
  readonly unit: Unit;
  readonly labels: readonly Message[];
  readonly series: readonly { readonly name: Message; readonly values: readonly (number | null)[] }[];
  /** Drawn as a dashed line (line) or as a mark on each bar (bars). */
  readonly target?: readonly (number | null)[];
  readonly targetName?: Message;
}
