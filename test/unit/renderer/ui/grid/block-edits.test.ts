import { describe, expect, it } from "vitest";
import { clearBlock, fillDown, pasteBlock } from "../../../../../renderer/ui/grid/block-edits.ts";

const bounds = { rows: 5, columns: 4 };
const block = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const said = (cells: readonly { row: number; column: number; text: string }[]) =>
  cells.map((cell) => `${cell.row}:${cell.column}=${cell.text}`).join(" ");

describe("pasting a block", () => {
  it("lies from the selected cell on, beyond a selection that is smaller", () => {
    const pasted = pasteBlock(
      [
        ["1", "2"],
        ["3", "4"],
      ],
      block(1, 1),
      bounds,
    );
    expect(said(pasted)).toBe("1:1=1 1:2=2 2:1=3 2:2=4");
  });

  it("one text fills the whole selection", () => {
    expect(said(pasteBlock([["7"]], block(0, 0, 1, 1), bounds))).toBe("0:0=7 0:1=7 1:0=7 1:1=7");
  });

  it("repeats when the selection is a whole number of blocks", () => {
    expect(said(pasteBlock([["1"], ["2"]], block(0, 0, 3, 0), bounds))).toBe("0:0=1 1:0=2 2:0=1 3:0=2");
  });

  it("does not repeat into a selection that it does not fit", () => {
    expect(said(pasteBlock([["1"], ["2"]], block(0, 0, 2, 0), bounds))).toBe("0:0=1 1:0=2");
  });

  it("what would leave the grid is dropped", () => {
    expect(
      said(
        pasteBlock(
          [
            ["1", "2"],
            ["3", "4"],
          ],
          block(4, 3),
          bounds,
        ),
      ),
    ).toBe("4:3=1");
  });

  it("a short row leaves the cells beyond its end alone", () => {
    expect(said(pasteBlock([["1", "2"], ["3"]], block(0, 0), bounds))).toBe("0:0=1 0:1=2 1:0=3");
  });

  it("spaces around a text do not come along", () => {
    expect(said(pasteBlock([[" 12 "]], block(0, 0), bounds))).toBe("0:0=12");
  });
});

describe("filling and clearing", () => {
  const textOf = (cell: { row: number; column: number }) => `t${cell.row}${cell.column}`;

  it("fill down repeats the top row of the selection", () => {
    expect(said(fillDown(block(1, 0, 3, 1), textOf))).toBe("2:0=t10 2:1=t11 3:0=t10 3:1=t11");
  });

  it("fill down of one row takes the row above", () => {
    expect(said(fillDown(block(2, 1), textOf))).toBe("2:1=t11");
  });

  it("fill down of the first row alone does nothing", () => {
    expect(fillDown(block(0, 1), textOf)).toEqual([]);
  });

  it("clearing empties every cell of the selection", () => {
    expect(said(clearBlock(block(0, 0, 1, 1)))).toBe("0:0= 0:1= 1:0= 1:1=");
  });
});
