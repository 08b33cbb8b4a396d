import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { PointerEvent } from "react";
import type { Message } from "../../core/base/message.ts";
import type { ExportTable } from "./export-context.tsx";
import type { Tone } from "./figure.tsx";
import { pressGridKey } from "./grid/grid-keys.ts";
import { GridRow } from "./grid/grid-row.tsx";
import type { PlacedColumn } from "./grid/grid-row.tsx";
import { blockOf, isRange, selectCell } from "./grid/selection.ts";
import type { Cell } from "./grid/selection.ts";
import { cellKey } from "./grid/use-drafts.ts";
import { useGrid } from "./grid/use-grid.ts";
import { useLayout } from "./grid/use-layout.ts";
import { headHeight as headHeightOf } from "./head-height.ts";
import { InCellContext } from "./in-cell-context.tsx";
import { PrintedTable } from "./printed-table.tsx";
import type { TableColumn } from "./table-column.ts";
import { TableFoot } from "./table-foot.tsx";
import { useRowHeight } from "./theme.tsx";
import { useWords } from "./words-context.tsx";
import "./grid/grid.css";

/** A column of the spreadsheet grid. */
export interface GridColumn<Row> extends TableColumn<Row> {
  /** A second, quieter line in the header. */
  readonly subtitle?: string;
  readonly width: number;
  /** The text to start editing with; `null`: the cell cannot be edited. Absent: the column is read-only. */
  editText?(row: Row): string | null;
  /** The cell in CSV and XLSX; absent: the text. Numbers stay numbers. */
  exportValue?(row: Row): string | number | null;
  /** Turns one key press into the whole new text (letters R A C I in the matrix): applied at once. */
  quickKey?(row: Row, key: string): string | null;
  tone?(row: Row): Tone | undefined;
  /** A problem or hint of this cell; shown as a mark with a tooltip. */
  note?(row: Row): string | undefined;
}

/** One cell a person changed by typing, pasting, filling down or deleting (empty text). */
export interface GridEdit {
  readonly rowKey: string;
  readonly columnKey: string;
  readonly text: string;
}

export interface GridProblem extends Omit<GridEdit, "text"> {
  readonly message: Message;
}

export interface GridProps<Row> {
  /** Name for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly columns: readonly GridColumn<Row>[];
  /** How many columns stay in sight on the left; 1 unless told. */
  readonly stickyColumns?: number;
  rowDepth?(row: Row): number;
  rowKind?(row: Row): "total" | "group" | undefined;
  /** All edits of one gesture, as one. Problems: nothing was applied, the cells are marked, the text stays in the editor. */
  onEdit?(edits: readonly GridEdit[]): Promise<readonly GridProblem[]>;
  /** Enter or double click on a cell that cannot be edited. */
  onOpen?(row: Row, columnKey: string): void;
  /** Alt+↓, the menu key or a right click on a cell; answers whether it had something to offer. */
  onMenu?(row: Row, columnKey: string, near: DOMRect): boolean;
  /** File name for CSV and XLSX; absent: no export button. */
  readonly exportName?: string;
  readonly height?: number | string;
}

/** The spreadsheet: arrows, type to edit, Enter, Esc, Tab, Delete, copy and paste of blocks, fill down (Ctrl/⌘ D), sticky
 * header and first columns, virtual rows and columns. Used by the matrix, the value grid, the target tree and every
 * editable table. Tab moves along the row and leaves the grid at its end; Esc, then Tab, leaves at once. */
export function Grid<Row>(props: GridProps<Row>) {
  const { rows, columns, rowKey } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const headHeight = headHeightOf(columns);
  const grid = useGrid(props, 12);
  const { selection, editor, drafts } = grid;
  const layout = useLayout({
    frame,
    scroller,
    columns,
    rowCount: rows.length,
    rowHeight,
    headHeight,
    stickyColumns: props.stickyColumns ?? 1,
    active: selection.focus,
  });
  const leaving = useRef(false);
  const dragging = useMarking(grid.setSelection, selection.anchor);
  useFocusFollows(scroller, layout, { ...selection.focus, editing: editor !== null });
  useClipboard(scroller, editor !== null, grid);

  const openCell = useCallback(() => {
    const { focus } = selection;
    const row = rows[focus.row];
    const column = columns[focus.column];
    if (row === undefined || !column) return;
    const part = cellElement(scroller.current, focus)?.querySelector<HTMLElement>("button, a, input");
    if (part) part.click();
    else props.onOpen?.(row, column.key);
  }, [selection, rows, columns, props]);

  const openMenu = useCallback(
    (cell: Cell): boolean => {
      const row = rows[cell.row];
      const column = columns[cell.column];
      const near = cellElement(scroller.current, cell)?.getBoundingClientRect();
      return row !== undefined && column && near ? (props.onMenu?.(row, column.key, near) ?? false) : false;
    },
    [rows, columns, props],
  );

  const block = blockOf(selection);
  return (
    <div className="grid-frame" ref={frame}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        className="grid-scroller"
        style={{ maxHeight: props.height ?? undefined, width: layout.totalWidth + 2 }}
        onKeyDown={(event) => pressGridKey(event, { grid, openCell, openMenu, leaving })}
        onDoubleClick={(event) => {
          if (cellOfEvent(event.target) && !grid.open(selection.focus, "edit")) openCell();
        }}
        onContextMenu={(event) => {
          const cell = cellOfEvent(event.target);
          if (cell && openMenu(cell)) event.preventDefault();
        }}
        {...dragging}
      >
        <GridHead placed={layout.placed} height={headHeight} totalWidth={layout.totalWidth} />
        <InCellContext value>
          <div
            role="rowgroup"
            className="grid-body"
            style={{ height: layout.bodyHeight, width: layout.totalWidth }}
          >
            {layout.rowIndexes.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const inBlock = index >= block.top && index <= block.bottom;
              return (
                <GridRow
                  key={rowKey(row)}
                  label={props.label}
                  row={row}
                  rowKey={rowKey(row)}
                  index={index}
                  top={index * rowHeight}
                  depth={props.rowDepth?.(row) ?? 0}
                  kind={props.rowKind?.(row)}
                  placed={layout.placed as readonly PlacedColumn<Row>[]}
                  totalWidth={layout.totalWidth}
                  active={selection.focus.row === index ? selection.focus.column : -1}
                  left={inBlock && isRange(block) ? block.left : -1}
                  right={inBlock && isRange(block) ? block.right : -1}
                  editor={editor?.row === index ? editor : null}
                  drafts={drafts}
                  onCommit={grid.commit}
                  onCancel={grid.cancel}
                />
              );
            })}
          </div>
        </InCellContext>
      </div>
      <PrintedTable {...props} />
      <GridFoot {...props} focus={selection.focus} drafts={drafts} />
    </div>
  );
}

function GridHead<Row>(props: {
  readonly placed: readonly PlacedColumn<Row>[];
  readonly height: number;
  readonly totalWidth: number;
}) {
  const words = useWords();
  return (
    <div role="rowgroup" className="grid-head" style={{ height: props.height, width: props.totalWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid-row"
        style={{ height: props.height, width: props.totalWidth }}
      >
        {props.placed.map((place) => (
          <div
            key={place.column.key}
            role="columnheader"
            aria-colindex={place.index + 1}
            className={`grid-cell align-${place.column.align ?? "start"}${place.sticky ? " sticky" : ""}${place.edge ? " edge" : ""}`}
            style={{ left: place.start, width: place.width }}
            title={[place.column.title, place.column.subtitle].filter(Boolean).join(" · ")}
          >
            <span className="grid-text">
              {place.column.title || (
                <span className="unseen">{words.text("base.column", { at: place.index + 1 })}</span>
              )}
            </span>
            {place.column.subtitle !== undefined && <small>{place.column.subtitle}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}

function GridFoot<Row>(
  props: GridProps<Row> & { readonly focus: Cell; readonly drafts: ReturnType<typeof useGrid>["drafts"] },
) {
  const words = useWords();
  const { exportName, columns, rows, focus, drafts } = props;
  const row = rows[focus.row];
  const column = columns[focus.column];
  const draft = row !== undefined && column ? drafts.get(cellKey(props.rowKey(row), column.key)) : undefined;
  const refused = [...drafts.values()].filter((one) => one.refused);
  const wrong = refused.filter((one) => one.problem !== undefined);
  const note = draft?.problem ?? (row === undefined ? undefined : column?.note?.(row));
  if (
    exportName === undefined &&
    refused.length === 0 &&
    note === undefined &&
    !columns.some((it) => it.note)
  )
    return null;
  const table = (name: string): ExportTable => ({
    name,
    columns: columns.map((it) => it.title),
    rows: rows.map((one) => columns.map((it) => (it.exportValue ? it.exportValue(one) : it.text(one)))),
  });
  return (
    <TableFoot table={exportName === undefined ? undefined : () => table(exportName)}>
      {note}
      {wrong.length > 0 && refused.length > 1 && (
        <span className="tone-at-risk">
          {" "}
          {words.text("base.grid.refused", { count: wrong.length, all: refused.length })}
        </span>
      )}
    </TableFoot>
  );
}

/** Moves the focus to the active cell when the grid had it, and brings the cell into sight. */
function useFocusFollows(
  scroller: React.RefObject<HTMLDivElement | null>,
  layout: Pick<ReturnType<typeof useLayout>, "rows" | "across">,
  { row, column, editing }: Cell & { readonly editing: boolean },
): void {
  const { rows, across } = layout;
  const before = useRef({ row, column, editing });
  useLayoutEffect(() => {
    const element = scroller.current;
    const last = before.current;
    before.current = { row, column, editing };
    const moved = last.row !== row || last.column !== column;
    const closed = last.editing && !editing;
    if (!element || editing || !(moved || closed)) return;
    if (!element.contains(document.activeElement) && document.activeElement !== document.body) return;
    if (moved) {
      rows.scrollToIndex(row);
      across.scrollToIndex(column);
    }
    cellElement(element, { row, column })?.focus({ preventScroll: true });
  }, [scroller, rows, across, row, column, editing]);
}

/** Marking by mouse: press, drag; Shift and press extends. */
function useMarking(setSelection: ReturnType<typeof useGrid>["setSelection"], anchor: Cell) {
  const from = useRef<Cell | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      const cell = cellOfEvent(event.target);
      if (!cell || event.button !== 0) return;
      from.current = event.shiftKey ? anchor : cell;
      setSelection({ anchor: from.current, focus: cell });
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === null || event.buttons !== 1) return;
      const cell = cellOfEvent(document.elementFromPoint(event.clientX, event.clientY));
      if (cell) setSelection({ anchor: from.current, focus: cell });
    },
    onPointerUp: () => {
      from.current = null;
    },
    onFocus: (event: React.FocusEvent) => {
      const cell = cellOfEvent(event.target);
      if (
        cell &&
        from.current === null &&
        event.target instanceof HTMLElement &&
        event.target.dataset["cell"]
      ) {
        setSelection((now) =>
          now.focus.row === cell.row && now.focus.column === cell.column ? now : selectCell(cell),
        );
      }
    },
  };
}

/** Copy, cut and paste reach the page, not the cell: the grid listens while the focus is inside. */
function useClipboard(
  scroller: React.RefObject<HTMLDivElement | null>,
  editing: boolean,
  grid: Pick<ReturnType<typeof useGrid>, "copyText" | "paste" | "clear">,
): void {
  const { copyText, paste, clear } = grid;
  useEffect(() => {
    const isMine = () => !editing && (scroller.current?.contains(document.activeElement) ?? false);
    const onCopy = (event: ClipboardEvent) => {
      if (!isMine()) return;
      event.clipboardData?.setData("text/plain", copyText());
      event.preventDefault();
      if (event.type === "cut") clear();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isMine()) return;
      event.preventDefault();
      paste(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [scroller, editing, copyText, paste, clear]);
}

function cellElement(scroller: HTMLElement | null, cell: Cell): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`) ?? null;
}

function cellOfEvent(target: EventTarget | null): Cell | null {
  const place =
    target instanceof Element ? target.closest<HTMLElement>("[data-cell]")?.dataset["cell"] : undefined;
  if (place === undefined) return null;
  const [row, column] = place.split(":").map(Number);
  return { row: row!, column: column! };
}
