import { useCallback, useRef, useState } from "react";
import type { GridEdit, GridProps } from "../grid.tsx";
import { clearBlock, fillDown, pasteBlock } from "./block-edits.ts";
import type { CellText } from "./block-edits.ts";
import type { EditorExit } from "./cell-editor.tsx";
import type { OpenEditor } from "./grid-row.tsx";
import { blockOf, clampSelection, moveSelection, selectCell } from "./selection.ts";
import type { Cell, GridBounds, Selection } from "./selection.ts";
import { parseTabText, printTabText } from "./tab-text.ts";
import { cellKey, useDrafts } from "./use-drafts.ts";

const KEY_BY_EXIT: Readonly<Record<Exclude<EditorExit, "stay">, string>> = {
  down: "ArrowDown",
  up: "ArrowUp",
  left: "ArrowLeft",
  right: "ArrowRight",
};

/** The grid's state and what can be done to it: selection, editor, edits by gesture. */
export function useGrid<Row>(props: GridProps<Row>, pageRows: number) {
  const { rows, columns, onEdit } = props;
  const [wanted, setSelection] = useState<Selection>(() => selectCell({ row: 0, column: 0 }));
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const { drafts, submit, drop, dropOne } = useDrafts(onEdit);
  const bounds: GridBounds = { rows: rows.length, columns: columns.length, pageRows };
  const selection = clampSelection(wanted, bounds);
  const shown = useRef({ props, drafts, editor, selection, bounds });
  shown.current = { props, drafts, editor, selection, bounds };

  const editTextAt = useCallback((cell: Cell): string | null => {
    const { props: now, drafts: kept } = shown.current;
    const row = now.rows[cell.row];
    const column = now.columns[cell.column];
    if (row === undefined || !column?.editText || !now.onEdit) return null;
    const text = column.editText(row);
    return text === null ? null : (kept.get(cellKey(now.rowKey(row), column.key))?.text ?? text);
  }, []);

  const send = useCallback(
    (cells: readonly CellText[]) => {
      const edits = cells
        .filter((cell) => editTextAt(cell) !== null)
        .map((cell) => editOf(shown.current.props, cell));
      return submit(edits);
    },
    [editTextAt, submit],
  );

  const open = useCallback(
    (cell: Cell, mode: OpenEditor["mode"], typed?: string): boolean => {
      const text = editTextAt(cell);
      if (text === null) return false;
      setEditor({ ...cell, mode, text: typed ?? text });
      return true;
    },
    [editTextAt],
  );

  const commit = useCallback(
    (text: string, exit: EditorExit) => {
      const { editor: left, selection: from, bounds: edges } = shown.current;
      if (!left) return;
      const cell = { row: left.row, column: left.column };
      setEditor(null);
      if (exit !== "stay") {
        const key = { key: KEY_BY_EXIT[exit], ctrl: false, shift: false };
        setSelection(moveSelection(selectCell(from.focus), key, edges) ?? from);
      }
      if (text === editTextAt(cell)) return;
      void send([{ ...cell, text }]).then((problems) => {
        const own = editOf(shown.current.props, { ...cell, text });
        const mine = problems.find((it) => it.rowKey === own.rowKey && it.columnKey === own.columnKey);
        if (!mine || shown.current.editor) return;
        setSelection(selectCell(cell));
        setEditor({ ...cell, mode: "edit", text });
      });
    },
    [editTextAt, send],
  );

  /** Takes the typing back; a refused text of this cell alone goes too, one of a pasted block stays. */
  const cancel = useCallback(() => {
    const { editor: left, props: now, drafts: kept } = shown.current;
    setEditor(null);
    if (left && kept.size === 1) dropOne(editOf(now, left));
  }, [dropOne]);

  const copyText = useCallback((): string => {
    const { props: now, selection: from } = shown.current;
    const { top, bottom, left, right } = blockOf(from);
    return printTabText(
      now.rows
        .slice(top, bottom + 1)
        .map((row) => now.columns.slice(left, right + 1).map((column) => column.text(row))),
    );
  }, []);

  const paste = useCallback(
    (text: string) => {
      const { selection: from, bounds: edges } = shown.current;
      const cells = pasteBlock(parseTabText(text), blockOf(from), edges);
      const last = cells.at(-1);
      if (!last) return;
      const { top, left } = blockOf(from);
      setSelection({ anchor: { row: top, column: left }, focus: { row: last.row, column: last.column } });
      void send(cells);
    },
    [send],
  );

  const clear = useCallback(() => {
    const cells = clearBlock(blockOf(shown.current.selection));
    void send(cells.filter((cell) => (editTextAt(cell) ?? "") !== ""));
  }, [editTextAt, send]);

  const fill = useCallback(() => {
    void send(
      fillDown(
        blockOf(shown.current.selection),
        (cell) => editTextAt(cell) ?? textAt(shown.current.props, cell),
      ),
    );
  }, [editTextAt, send]);

  /** A key that stands for a whole text, in every marked cell; whether any cell knew it. */
  const pressQuickKey = useCallback(
    (key: string): boolean => {
      const { props: now, selection: from } = shown.current;
      const cells = clearBlock(blockOf(from)).flatMap((cell) => {
        const row = now.rows[cell.row];
        const text = row === undefined ? null : (now.columns[cell.column]?.quickKey?.(row, key) ?? null);
        return text === null ? [] : [{ ...cell, text }];
      });
      if (cells.length === 0) return false;
      void send(cells);
      return true;
    },
    [send],
  );

  return {
    selection,
    bounds,
    editor,
    drafts,
    setSelection,
    open,
    commit,
    cancel,
    dropDrafts: drop,
    copyText,
    paste,
    clear,
    fill,
    pressQuickKey,
  };
}

export type GridControl = ReturnType<typeof useGrid>;

function editOf<Row>(props: GridProps<Row>, cell: CellText): GridEdit {
  const row = props.rows[cell.row];
  const column = props.columns[cell.column];
  return {
    rowKey: row === undefined ? "" : props.rowKey(row),
    columnKey: column?.key ?? "",
    text: cell.text,
  };
}

function textAt<Row>(props: GridProps<Row>, cell: Cell): string {
  const row = props.rows[cell.row];
  return row === undefined ? "" : (props.columns[cell.column]?.text(row) ?? "");
}
