import { useCallback, useRef, useState } from "react";
import type { RefObject } from "react";
import type { GridEdit, GridProblem, GridProps } from "../grid.tsx";
import { clearBlock, fillDown, pasteBlock } from "./block-edits.ts";
import type { CellText } from "./block-edits.ts";
import type { EditorExit } from "./cell-editor.tsx";
import type { OpenEditor } from "./grid-row.tsx";
import { blockOf, clampSelection, moveSelection, selectCell } from "./selection.ts";
import type { Cell, GridBounds, Selection } from "./selection.ts";
import { parseTabText, printTabText } from "./tab-text.ts";
import { cellKey, useDrafts } from "./use-drafts.ts";
import type { Drafts } from "./use-drafts.ts";

const KEY_BY_EXIT: Readonly<Record<Exclude<EditorExit, "stay">, string>> = {
  down: "ArrowDown",
  up: "ArrowUp",
  left: "ArrowLeft",
  right: "ArrowRight",
};

/** What is on screen now: handlers read it, so that they stay the same while it changes. */
interface Shown {
  readonly props: GridProps<unknown>;
  readonly drafts: Drafts;
  readonly editor: OpenEditor | null;
  readonly selection: Selection;
  readonly bounds: GridBounds;
}

/** What every gesture needs. */
interface GridDesk {
  readonly shown: RefObject<Shown>;
  setSelection(selection: Selection): void;
  setEditor(editor: OpenEditor | null): void;
  /** Sends the texts of cells that can be edited, as one gesture. */
  send(cells: readonly CellText[]): Promise<readonly GridProblem[]>;
  /** Sends texts that keys stand for: such a cell may take no other. */
  press(cells: readonly CellText[]): Promise<readonly GridProblem[]>;
}

/** The grid's state and what can be done to it: selection, editor, edits by gesture. */
export function useGrid<Row>(props: GridProps<Row>, pageRows: number) {
  const [wanted, setSelection] = useState<Selection>(() => selectCell({ row: 0, column: 0 }));
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const { drafts, submit, drop, dropOne } = useDrafts(props.onEdit);
  const bounds: GridBounds = { rows: props.rows.length, columns: props.columns.length, pageRows };
  const selection = clampSelection(wanted, bounds);
  const now: Shown = { props: props as unknown as GridProps<unknown>, drafts, editor, selection, bounds };
  const shown = useRef(now);
  shown.current = now;
  const send = useCallback(
    (cells: readonly CellText[]) => {
      const open = cells.filter((cell) => editTextAt(shown.current, cell) !== null);
      return submit(open.map((cell) => editOf(shown.current.props, cell)));
    },
    [submit],
  );
  const press = useCallback(
    (cells: readonly CellText[]) => submit(cells.map((cell) => editOf(shown.current.props, cell))),
    [submit],
  );
  const desk: GridDesk = { shown, setSelection, setEditor, send, press };
  const editing = useEditing(desk, dropOne);
  const gestures = useGestures(desk);
  return { selection, bounds, editor, drafts, setSelection, dropDrafts: drop, ...editing, ...gestures };
}

export type GridControl = ReturnType<typeof useGrid>;

/** Opening, committing and leaving the editor. */
function useEditing({ shown, setSelection, setEditor, send }: GridDesk, dropOne: (edit: GridEdit) => void) {
  const open = useCallback(
    (cell: Cell, mode: OpenEditor["mode"], typed?: string): boolean => {
      const text = editTextAt(shown.current, cell);
      if (text === null) return false;
      setEditor({ ...cell, mode, text: typed ?? text });
      return true;
    },
    [shown, setEditor],
  );
  const commit = useCallback(
    (text: string, exit: EditorExit) => {
      const { editor: left, selection: from, bounds } = shown.current;
      if (!left) return;
      const cell = { row: left.row, column: left.column };
      setEditor(null);
      if (exit !== "stay") {
        const key = { key: KEY_BY_EXIT[exit], ctrl: false, shift: false };
        setSelection(moveSelection(selectCell(from.focus), key, bounds) ?? from);
      }
      if (text === editTextAt(shown.current, cell)) return;
      const own = editOf(shown.current.props, { ...cell, text });
      void send([{ ...cell, text }]).then((problems) => {
        const mine = problems.some((it) => it.rowKey === own.rowKey && it.columnKey === own.columnKey);
        if (!mine || shown.current.editor) return;
        setSelection(selectCell(cell));
        setEditor({ ...cell, mode: "edit", text });
      });
    },
    [shown, setSelection, setEditor, send],
  );
  /** Takes the typing back; a refused text of this cell alone goes too, one of a pasted block stays. */
  const cancel = useCallback(() => {
    const { editor: left, props, drafts } = shown.current;
    setEditor(null);
    if (left && drafts.size === 1) dropOne(editOf(props, left));
  }, [shown, setEditor, dropOne]);
  return { open, commit, cancel };
}

/** What is done to the marked block at once. */
function useGestures({ shown, setSelection, send, press }: GridDesk) {
  const copyText = useCallback((): string => {
    const { props, selection } = shown.current;
    const { top, bottom, left, right } = blockOf(selection);
    const columns = props.columns.slice(left, right + 1);
    return printTabText(
      props.rows.slice(top, bottom + 1).map((row) => columns.map((column) => column.text(row))),
    );
  }, [shown]);
  const paste = useCallback(
    (text: string) => {
      const { selection, bounds } = shown.current;
      const { top, left } = blockOf(selection);
      const cells = pasteBlock(parseTabText(text), blockOf(selection), bounds);
      const last = cells.at(-1);
      if (!last) return;
      setSelection({ anchor: { row: top, column: left }, focus: { row: last.row, column: last.column } });
      void send(cells);
    },
    [shown, setSelection, send],
  );
  const clear = useCallback(() => {
    const cells = clearBlock(blockOf(shown.current.selection));
    void send(cells.filter((cell) => (editTextAt(shown.current, cell) ?? "") !== ""));
  }, [shown, send]);
  const fill = useCallback(() => {
    const { selection, props } = shown.current;
    void send(fillDown(blockOf(selection), (cell) => editTextAt(shown.current, cell) ?? textAt(props, cell)));
  }, [shown, send]);
  /** A key that stands for a whole text, in every marked cell; whether any cell knew it. */
  const pressQuickKey = useCallback(
    (key: string): boolean => {
      const { props, selection } = shown.current;
      const cells = clearBlock(blockOf(selection)).flatMap((cell) => {
        const row = props.rows[cell.row];
        const text = row === undefined ? null : (props.columns[cell.column]?.quickKey?.(row, key) ?? null);
        return text === null ? [] : [{ ...cell, text }];
      });
      if (cells.length > 0) void press(cells);
      return cells.length > 0;
    },
    [shown, press],
  );
  return { copyText, paste, clear, fill, pressQuickKey };
}

/** The text to edit, a refused one before the data's; `null` where nothing can be edited. */
function editTextAt({ props, drafts }: Shown, cell: Cell): string | null {
  const row = props.rows[cell.row];
  const column = props.columns[cell.column];
  if (row === undefined || !column?.editText || !props.onEdit) return null;
  const text = column.editText(row);
  return text === null ? null : (drafts.get(cellKey(props.rowKey(row), column.key))?.text ?? text);
}

function editOf(props: GridProps<unknown>, cell: CellText): GridEdit {
  const row = props.rows[cell.row];
  const column = props.columns[cell.column];
  return {
    rowKey: row === undefined ? "" : props.rowKey(row),
    columnKey: column?.key ?? "",
    text: cell.text,
  };
}

function textAt(props: GridProps<unknown>, cell: Cell): string {
  const row = props.rows[cell.row];
  return row === undefined ? "" : (props.columns[cell.column]?.text(row) ?? "");
}
