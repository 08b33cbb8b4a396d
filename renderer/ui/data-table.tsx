import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { COLUMN_WIDTH, DataRow, cellClass, cellStyle } from "./data-row.tsx";
import type { RowListener } from "./data-row.tsx";
import { headHeight } from "./head-height.ts";
import { InCellContext } from "./in-cell-context.tsx";
import { PrintedTable } from "./printed-table.tsx";
import { nextSorting, sortRows } from "./sort-rows.ts";
import type { Sorting } from "./sort-rows.ts";
import type { TableColumn } from "./table-column.ts";
import { TableFoot } from "./table-foot.tsx";
import { useRowHeight } from "./theme.tsx";
import { useWords } from "./words-context.tsx";
import "./grid/grid.css";
import "./data-table.css";

export interface DataColumn<Row> extends TableColumn<Row> {
  readonly width?: number;
  /** What to sort by; absent: the text. */
  sortValue?(row: Row): string | number;
  /** The cell in CSV and XLSX; absent: the text. Numbers stay numbers. */
  exportValue?(row: Row): string | number | null;
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
  const { rows, columns, rowKey, exportName } = props;
  const words = useWords();
  const rowHeight = useRowHeight();
  const headTall = headHeight(columns.map((column) => ({ title: column.title, width: widthOf([column]) })));
  const scroller = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [wanted, setActive] = useState(0);
  const sorted = useMemo(
    () => sortRows(rows, columns, sorting && { ...sorting, locale: words.locale }),
    [rows, columns, sorting, words.locale],
  );
  const active = Math.min(wanted, Math.max(0, sorted.length - 1));
  const list = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headTall,
    scrollPaddingStart: headTall,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) || active >= sorted.length
        ? shown
        : [...shown, active].toSorted((a, b) => a - b);
    },
  });
  useLayoutEffect(() => list.measure(), [list, rowHeight]);
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), sorted.length - 1);
    setActive(next);
    list.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  const heard = useRef<Pick<RowListener<Row>, "press" | "open">>(null);
  const now: Pick<RowListener<Row>, "press" | "open"> = {
    press: (event, row) =>
      pressTableKey(event, { active, last: sorted.length - 1, go, open: () => props.onOpen?.(row) }),
    open: (row) => props.onOpen?.(row),
  };
  useLayoutEffect(() => {
    heard.current = now;
  });
  const [listener] = useState<RowListener<Row>>(() => ({
    focus: setActive,
    press: (event, row) => heard.current!.press(event, row),
    open: (row) => heard.current!.open(row),
  }));
  const indexes = list.getVirtualItems().map((item) => item.index);
  return (
    <div className="grid-frame">
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={sorted.length + 1}
        className="grid-scroller data-table"
        style={{ maxHeight: props.height ?? undefined }}
      >
        <TableHead
          columns={columns}
          height={headTall}
          sorting={sorting}
          onSort={(key) => setSorting(nextSorting(sorting, key))}
        />
        <InCellContext value>
          <div
            role="rowgroup"
            className="data-body"
            style={{ height: sorted.length * rowHeight, minWidth: widthOf(columns) }}
          >
            {indexes.map((index) => {
              const row = sorted[index]!;
              return (
                <DataRow
                  key={rowKey(row)}
                  row={row}
                  index={index}
                  columns={columns}
                  rowHeight={rowHeight}
                  isActive={index === active}
                  opens={props.onOpen !== undefined}
                  listener={listener}
                />
              );
            })}
          </div>
        </InCellContext>
      </div>
      <PrintedTable label={props.label} rows={sorted} rowKey={rowKey} columns={columns} />
      <TableFoot table={exportName === undefined ? undefined : () => tableOf(exportName, sorted, columns)}>
        {words.text("base.rows", { count: sorted.length })}
      </TableFoot>
    </div>
  );
}

function TableHead<Row>(props: {
  readonly columns: readonly DataColumn<Row>[];
  readonly height: number;
  readonly sorting: Sorting | null;
  onSort(key: string): void;
}) {
  const { columns, sorting } = props;
  return (
    <div role="rowgroup" className="data-head" style={{ height: props.height, minWidth: widthOf(columns) }}>
      <div role="row" aria-rowindex={1} className="data-row">
        {columns.map((column) => {
          const mine = sorting?.key === column.key ? sorting : null;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={mine ? (mine.descending ? "descending" : "ascending") : "none"}
              className={cellClass(column)}
              style={cellStyle(column)}
            >
              <button type="button" onClick={() => props.onSort(column.key)}>
                {column.title}
                <span aria-hidden>{mine ? (mine.descending ? " ↓" : " ↑") : ""}</span>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function pressTableKey(
  event: KeyboardEvent,
  table: { readonly active: number; readonly last: number; go(index: number): void; open(): void },
): void {
  const row = event.target instanceof HTMLElement && event.target.dataset["row"] !== undefined;
  if (!row || event.altKey) return;
  const { active, last } = table;
  const edge = event.ctrlKey || event.metaKey;
  if (event.key === "ArrowDown") table.go(edge ? last : active + 1);
  else if (event.key === "ArrowUp") table.go(edge ? 0 : active - 1);
  else if (event.key === "PageDown") table.go(active + 12);
  else if (event.key === "PageUp") table.go(active - 12);
  else if (event.key === "Home") table.go(0);
  else if (event.key === "End") table.go(last);
  else if (event.key === "Enter") table.open();
  else return;
  event.preventDefault();
}

function widthOf<Row>(columns: readonly DataColumn<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? COLUMN_WIDTH), 0);
}

function tableOf<Row>(name: string, rows: readonly Row[], columns: readonly DataColumn<Row>[]) {
  return {
    name,
    columns: columns.map((column) => column.title),
    rows: rows.map((row) =>
      columns.map((column) => (column.exportValue ? column.exportValue(row) : column.text(row))),
    ),
  };
}
