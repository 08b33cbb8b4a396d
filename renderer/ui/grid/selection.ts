/* Where the reader stands in a grid and what they have marked: plain numbers, no DOM. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** `anchor` is where marking began, `focus` is the active cell. */
export interface Selection {
  readonly anchor: Cell;
  readonly focus: Cell;
}

/** Inclusive on all sides. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridBounds {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page key moves. */
  readonly pageRows: number;
}

export interface MoveKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** A selection of one cell. */
export function selectCell(cell: Cell): Selection {
  return { anchor: cell, focus: cell };
}

/** The cells between anchor and focus. */
export function blockOf(selection: Selection): Block {
  const { anchor, focus } = selection;
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

/** Whether a block is more than one cell. */
export function isRange(block: Block): boolean {
  return block.top !== block.bottom || block.left !== block.right;
}

/** Where an arrow, Home, End or page key leads; with Shift the anchor stays. `null`: the key does not move.
 * Ctrl leads to the edge, as in a sheet without gaps. */
export function moveSelection(selection: Selection, key: MoveKey, bounds: GridBounds): Selection | null {
  const target = moveCell(selection.focus, key, bounds);
  if (target === null) return null;
  const focus = clampCell(target, bounds);
  return key.shift ? { anchor: selection.anchor, focus } : selectCell(focus);
}

/** The next cell of the row for Tab, the one before for Shift+Tab; `null` at the row's end, where Tab leaves the grid. */
export function tabCell(from: Cell, back: boolean, bounds: GridBounds): Cell | null {
  const column = from.column + (back ? -1 : 1);
  return column < 0 || column >= bounds.columns ? null : { row: from.row, column };
}

/** Keeps a selection inside the grid when rows or columns went away. */
export function clampSelection(selection: Selection, bounds: GridBounds): Selection {
  const anchor = clampCell(selection.anchor, bounds);
  const focus = clampCell(selection.focus, bounds);
  const same = isSameCell(anchor, selection.anchor) && isSameCell(focus, selection.focus);
  return same ? selection : { anchor, focus };
}

function moveCell(from: Cell, key: MoveKey, bounds: GridBounds): Cell | null {
  const { row, column } = from;
  const lastRow = bounds.rows - 1;
  const lastColumn = bounds.columns - 1;
  switch (key.key) {
    case "ArrowUp":
      return { row: key.ctrl ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: key.ctrl ? lastRow : row + 1, column };
    case "ArrowLeft":
      return { row, column: key.ctrl ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: key.ctrl ? lastColumn : column + 1 };
    case "Home":
      return { row: key.ctrl ? 0 : row, column: 0 };
    case "End":
      return { row: key.ctrl ? lastRow : row, column: lastColumn };
    case "PageUp":
      return { row: row - bounds.pageRows, column };
    case "PageDown":
      return { row: row + bounds.pageRows, column };
    default:
      return null;
  }
}

function clampCell(cell: Cell, bounds: GridBounds): Cell {
  return {
    row: Math.min(Math.max(cell.row, 0), Math.max(0, bounds.rows - 1)),
    column: Math.min(Math.max(cell.column, 0), Math.max(0, bounds.columns - 1)),
  };
}

function isSameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.column === b.column;
}
