import type { KeyboardEvent } from "react";
import { moveSelection, selectCell, tabCell } from "./selection.ts";
import type { Cell } from "./selection.ts";
import type { GridControl } from "./use-grid.ts";

export interface GridKeysInput {
  readonly grid: GridControl;
  /** Enter on a cell that cannot be edited. */
  openCell(): void;
  /** What can be done about a cell; whether there is something. */
  openMenu(cell: Cell): boolean;
  /** After Esc the next Tab leaves the grid. */
  readonly leaving: { current: boolean };
}

/** What a key does while a cell has the focus and no editor is open. */
export function pressGridKey(event: KeyboardEvent, input: GridKeysInput): void {
  const handled = event.ctrlKey || event.metaKey ? pressCommand(event, input) : pressPlain(event, input);
  if (event.key !== "Tab" && event.key !== "Escape") input.leaving.current = false;
  if (!handled) return;
  event.preventDefault();
  event.stopPropagation();
}

function pressCommand(event: KeyboardEvent, { grid }: GridKeysInput): boolean {
  if (event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "d") grid.fill();
  else if (key === "a") {
    const { rows, columns } = grid.bounds;
    grid.setSelection({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
  } else return move(event, grid);
  return true;
}

function pressPlain(event: KeyboardEvent, input: GridKeysInput): boolean {
  const { grid } = input;
  const { focus } = grid.selection;
  if (isMenuKey(event)) return input.openMenu(focus) || event.altKey;
  if (move(event, grid)) return true;
  switch (event.key) {
    case "Tab": {
      const next = input.leaving.current ? null : tabCell(focus, event.shiftKey, grid.bounds);
      if (next) grid.setSelection(selectCell(next));
      return next !== null;
    }
    case "Enter":
    case "F2":
      if (!grid.open(focus, "edit")) input.openCell();
      return true;
    case "Delete":
    case "Backspace":
      grid.clear();
      return true;
    case "Escape":
      input.leaving.current = true;
      grid.dropDrafts();
      grid.setSelection(selectCell(focus));
      return false;
    default:
      return type(event, grid);
  }
}

function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === "ContextMenu" || (event.altKey && event.key === "ArrowDown");
}

function move(event: KeyboardEvent, grid: GridControl): boolean {
  const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
  const next = moveSelection(grid.selection, key, grid.bounds);
  if (next) grid.setSelection(next);
  return next !== null;
}

/** An input method swallows the letter; the key's place on the board still tells it. */
function type(event: KeyboardEvent, grid: GridControl): boolean {
  if (event.altKey) return false;
  if (event.key === "Process" || event.nativeEvent.isComposing) {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (letter && grid.pressQuickKey(letter)) return true;
    grid.open(grid.selection.focus, "type", "");
    return false;
  }
  if (event.key.length !== 1) return false;
  if (grid.pressQuickKey(event.key)) return true;
  return event.key !== " " && grid.open(grid.selection.focus, "type", event.key);
}
