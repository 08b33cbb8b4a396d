import type { ReactNode } from "react";

/** What every column has, on screen and on paper. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly align?: "start" | "center" | "end";
  /** What is shown, copied and exported. */
  text(row: Row): string;
  /** Shown in place of the text. */
  render?(row: Row): ReactNode;
}
