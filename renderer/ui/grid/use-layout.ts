import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import type { GridColumn } from "../grid.tsx";
import type { PlacedColumn } from "./grid-row.tsx";

/** A table wider than its columns lets them grow, but not beyond this. */
const MOST_GROWTH = 1.6;

export interface LayoutInput<Row> {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly stickyColumns: number;
  readonly active: { readonly row: number; readonly column: number };
}

/** Which rows and columns are drawn, and where. The active cell is always drawn, so the focus is never lost. */
export function useLayout<Row>(input: LayoutInput<Row>) {
  const { scroller, columns, rowCount, rowHeight, headHeight, stickyColumns, active } = input;
  const available = useWidth(input.frame);
  const all = useMemo(
    () => placeColumns(columns, available, stickyColumns),
    [columns, available, stickyColumns],
  );
  const totalWidth = all.reduce((sum, place) => sum + place.width, 0);
  const stickyWidth = all.reduce((sum, place) => sum + (place.sticky ? place.width : 0), 0);
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => including(defaultRangeExtractor(range), active.row, rowCount),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => all[index]?.width ?? 0,
    overscan: 4,
    scrollPaddingStart: stickyWidth,
    rangeExtractor: (range) => including(defaultRangeExtractor(range), active.column, columns.length),
  });
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);
  useLayoutEffect(() => across.measure(), [across, all]);

  const rowIndexes = rows.getVirtualItems().map((item) => item.index);
  const shownKey = across
    .getVirtualItems()
    .map((item) => item.index)
    .join();
  const placed = useMemo(() => {
    const shown = new Set(shownKey.split(",").map(Number));
    return all.filter((place) => place.sticky || shown.has(place.index));
  }, [all, shownKey]);
  return { rows, across, rowIndexes, placed, totalWidth, stickyWidth, bodyHeight: rowCount * rowHeight };
}

function including(indexes: number[], index: number, count: number): number[] {
  if (index < 0 || index >= count || indexes.includes(index)) return indexes;
  return [...indexes, index].toSorted((a, b) => a - b);
}

function placeColumns<Row>(
  columns: readonly GridColumn<Row>[],
  available: number,
  stickyColumns: number,
): readonly PlacedColumn<Row>[] {
  const wanted = columns.reduce((sum, column) => sum + column.width, 0);
  const growth = wanted === 0 ? 1 : Math.min(Math.max(available / wanted, 1), MOST_GROWTH);
  let start = 0;
  return columns.map((column, index) => {
    const width = Math.floor(column.width * growth);
    const place = {
      column,
      index,
      start,
      width,
      sticky: index < stickyColumns,
      edge: index === stickyColumns - 1,
    };
    start += width;
    return place;
  });
}

function useWidth(frame: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(frame.current?.clientWidth ?? 0), [frame]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
