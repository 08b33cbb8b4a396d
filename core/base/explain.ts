import type { FactRef, RecordRef } from "./id.ts";
import type { Message, Quantity } from "./message.ts";

/** How a figure came about (feature K5): the formula, its inputs, and the rows behind it down to file and line. */
export interface Explanation {
  readonly title: Message;
  readonly value: Quantity;
  /** The rule in words, from `core/words`; the same sentence wherever this figure stands. */
  readonly formula: Message;
  /** Version of the rule, raised when its result can change for the same data. */
  readonly ruleVersion: number;
  readonly inputs: readonly ExplainedInput[];
  /** The records the figure was computed from, in the order in which they were counted. */
  readonly rows: readonly ExplainedRow[];
  /** What the reader must know beside the figure: missing values, small n, start of the book. */
  readonly notes: readonly Message[];
}

/** One quantity that went into a figure; `explain` opens its own explanation. */
export interface ExplainedInput {
  readonly label: Message;
  readonly value: Quantity;
  readonly explain?: () => Explanation;
}

/** One record behind a figure and what it added. The screen looks up its file and line by `ref`. */
export interface ExplainedRow {
  readonly ref: FactRef | RecordRef;
  readonly label: string;
  readonly day?: string;
  readonly amount: Quantity;
}
