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
  if (keyed.every(({ value }) => typeof value === "string")) {
    const placeByText = placesOf(
      keyed.map(({ value }) => value as string),
      compare,
    );
    const placed = keyed.map(({ row, value }) => ({ row, place: placeByText.get(value as string)! }));
    return placed.toSorted((a, b) => way * (a.place - b.place)).map((one) => one.row);
  }
  keyed.sort((a, b) => {
    if (typeof a.value === "number" && typeof b.value === "number") return way * (a.value - b.value);
    return way * compare(String(a.value), String(b.value));
  });
  return keyed.map((one) => one.row);
}

/** The place of each text in the language's order; texts that are equal in it share one. Comparing words is dear, and most
 * columns have few. */
function placesOf(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
): ReadonlyMap<string, number> {
  const sorted = [...new Set(texts)].toSorted(compare);
  const placeByText = new Map<string, number>();
  let place = 0;
  for (const [at, text] of sorted.entries()) {
    if (at > 0 && compare(sorted[at - 1]!, text) !== 0) place += 1;
    placeByText.set(text, place);
  }
  return placeByText;
}

/** What a press on a column's header does: sort, turn round, back to the given order. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}
