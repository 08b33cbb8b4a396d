import type { Explanation } from "./explain.ts";
import type { Day } from "./day.ts";
import type { Message, Quantity, Unit } from "./message.ts";

/** A document before it has a language or a format: what the screen, PDF, DOCX, XLSX and JSON of a pack or a letter all show.
 * Every sentence is a message and every number a quantity; only the renderers turn them into text. */
export interface Paper {
  readonly title: Message;
  readonly subtitle: Message;
  /** Who and what the document is about, for the running head. */
  readonly runningHead: Message;
  /** Whether its sections are listed under the title; a letter of a page or two has no such list. */
  readonly hasContents: boolean;
  /** Whether its tables need a sheet that lies on its side. */
  readonly isWide?: boolean;
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  /** Stable name for links, bookmarks and the choice of sections. */
  readonly id: string;
  readonly title: Message;
  /** Whether the section begins on a new page: a member's pages do. */
  readonly newPage: boolean;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  | { readonly kind: "text"; readonly message: Message }
  /** The manager's own words: plain text with line breaks. */
  | { readonly kind: "commentary"; readonly text: string }
  | { readonly kind: "figures"; readonly figures: readonly PaperFigure[] }
  | {
      readonly kind: "list";
      /** Left out where the section's title says it. */
      readonly title?: Message;
      readonly items: readonly PaperListItem[];
      readonly empty: Message;
    }
  | PaperTable
  | PaperChart
  | { readonly kind: "signatures"; readonly lines: readonly Message[] };

/** A headline number with its label. */
export interface PaperFigure {
  readonly label: Message;
  readonly quantity: Quantity;
  readonly note?: Message;
  readonly explain?: () => Explanation;
}

export interface PaperListItem {
  readonly message: Message;
  readonly detail?: Message;
  readonly tone?: PaperTone;
}

/** State, always printed with a word or sign beside its colour. */
export type PaperTone = "ahead" | "on-pace" | "behind" | "at-risk" | "muted";

export interface PaperTable {
  readonly kind: "table";
  readonly id: string;
  readonly title: Message;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  readonly notes: readonly Message[];
}

export interface PaperColumn {
  readonly key: string;
  readonly title: Message;
  /** Text columns are aligned to the start, all others to the end. */
  readonly unit: Unit | "text";
  /** Whether every digit is shown: figures that people sign for. Else amounts are shortened. */
  readonly isExact?: boolean;
  /** The keys of the columns whose quotient this column is, so that a spreadsheet can hold a formula. */
  readonly ratioOf?: readonly [dividend: string, divisor: string];
}

export interface PaperRow {
  readonly key: string;
  readonly depth: number;
  readonly emphasis: "total" | "group" | "none";
  /** For a total: the keys of the rows that its amounts are the sum of, so that a spreadsheet can hold a formula. */
  readonly sumOf?: readonly string[];
  readonly cells: readonly PaperCell[];
}

export type PaperCell =
  | { readonly text: string }
  /** A day that is a day in a spreadsheet too. */
  | { readonly day: Day; readonly tone?: PaperTone }
  | { readonly message: Message; readonly tone?: PaperTone }
  | { readonly quantity: Quantity; readonly tone?: PaperTone; readonly explain?: () => Explanation };

/** One question that stands as the title, and its answer as bars or lines. */
export interface PaperChart {
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
