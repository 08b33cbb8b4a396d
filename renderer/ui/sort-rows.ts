/** How a table is sorted: by which column, and which way. */
export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface SortColumn<Row> {
  readonly key: string;
  text(row: Row): string;
  sortValue?(row: Row): string | number;
}

/** Rows in the order of a column: numbers by size, texts as the language orders them; equal rows keep their order, in
 * both directions. The same rows when nothing is sorted. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly SortColumn<Row>[],
  sorting: (Sorting & { readonly locale: string }) | null,
): readonly Row[] {
  const column = sorting && columns.find((one) => one.key === sorting.key);
  if (!sorting || !column) return rows;
  const { compare } = new Intl.Collator(sorting.locale, { numeric: true });
  const way = sorting.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: column.sortValue?.(row) ?? column.text(row) }));
  keyed.sort((a, b) => {
    if (typeof a.value === "number" && typeof b.value === "number") return way * (a.value - b.value);
    return way * compare(String(a.value), String(b.value));
  });
  return keyed.map((one) => one.row);
}

/** What a press on a column's header does: sort, turn round, back to the given order. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}
