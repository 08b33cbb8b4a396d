import type { Batch, ImportColumn, ImportObject, Source } from "../records.ts";
import type { DateOrder } from "./parse-day-cell.ts";
import type { DecimalMark } from "./parse-number-cell.ts";
import type { StageMeaning } from "./stage-rules.ts";

/** What the person, a profile or a mapping file settles about one table; the rest is found out. */
export interface ImportSettings {
  readonly source?: Source | undefined;
  readonly object?: ImportObject | undefined;
  /** Index into the table's rows. */
  readonly headerIndex?: number | undefined;
  /** Settled columns; they win over `headerByField` and labels. */
  readonly columns?: readonly ImportColumn[] | undefined;
  /** A mapping file's fields: field → header. */
  readonly headerByField?: Readonly<Record<string, string>> | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: DecimalMark | undefined;
  readonly stageMap?: Readonly<Record<string, StageMeaning>> | undefined;
  readonly rates?: Readonly<Record<string, string>> | undefined;
  readonly mode?: Batch["mode"] | undefined;
}
