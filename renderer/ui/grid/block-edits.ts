import type { Block, Cell, GridBounds } from "./selection.ts";

/** One cell's new text, by place. */
export interface CellText extends Cell {
  readonly text: string;
}

/** Where a pasted block lands, one text per cell of the grid, row by row.
 * One text fills the whole selection; a block that fits the selection a whole number of times repeats; any other block
 * is laid from the selection's top left corner, beyond the selection if it is larger. What leaves the grid is dropped. */
export function pasteBlock(
  pasted: readonly (readonly string[])[],
  selection: Block,
  bounds: Pick<GridBounds, "rows" | "columns">,
): readonly CellText[] {
  const height = pasted.length;
  const width = Math.max(0, ...pasted.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const selectedRows = selection.bottom - selection.top + 1;
  const selectedColumns = selection.right - selection.left + 1;
  const repeats = selectedRows % height === 0 && selectedColumns % width === 0;
  const rows = Math.min(repeats ? selectedRows : height, bounds.rows - selection.top);
  const columns = Math.min(repeats ? selectedColumns : width, bounds.columns - selection.left);
  const texts: CellText[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const text = pasted[row % height]?.[column % width];
      if (text !== undefined) {
        texts.push({ row: selection.top + row, column: selection.left + column, text: text.trim() });
      }
    }
  }
  return texts;
}

/** Fill down: the top row of the selection into the rows below it; a single row takes the texts of the row above. */
export function fillDown(selection: Block, textOf: (cell: Cell) => string): readonly CellText[] {
  const single = selection.top === selection.bottom;
  const source = single ? selection.top - 1 : selection.top;
  if (source < 0) return [];
  const texts: CellText[] = [];
  for (let row = source + 1; row <= selection.bottom; row += 1) {
    for (let column = selection.left; column <= selection.right; column += 1) {
      texts.push({ row, column, text: textOf({ row: source, column }) });
    }
  }
  return texts;
}

/** Every cell of a block with an empty text. */
export function clearBlock(selection: Block): readonly CellText[] {
  const texts: CellText[] = [];
  for (let row = selection.top; row <= selection.bottom; row += 1) {
    for (let column = selection.left; column <= selection.right; column += 1) {
      texts.push({ row, column, text: "" });
    }
  }
  return texts;
}
