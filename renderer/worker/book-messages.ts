import type { TableAsk } from "./table-messages.ts";

/** What the worker of workbooks is asked: tables, each on a sheet of its own. */
export interface BookAsk {
  readonly title: string;
  readonly tables: readonly Pick<TableAsk, "name" | "columns" | "rows">[];
}
