import { describe, expect, it } from "vitest";
import {
  blockOf,
  clampSelection,
  isRange,
  moveSelection,
  selectCell,
  tabCell,
} from "../../../../../renderer/ui/grid/selection.ts";

const bounds = { rows: 10, columns: 5, pageRows: 4 };
const at = (row: number, column: number) => ({ row, column });
const press = (key: string, modifiers: { ctrl?: boolean; shift?: boolean } = {}) => ({
  key,
  ctrl: modifiers.ctrl ?? false,
  shift: modifiers.shift ?? false,
});
const focusAfter = (from: { row: number; column: number }, key: ReturnType<typeof press>) =>
  moveSelection(selectCell(from), key, bounds)?.focus;

describe("moving in a grid", () => {
  it("an arrow leads to the next cell and stops at the edge", () => {
    expect(focusAfter(at(3, 2), press("ArrowRight"))).toEqual(at(3, 3));
    expect(focusAfter(at(0, 2), press("ArrowUp"))).toEqual(at(0, 2));
    expect(focusAfter(at(9, 2), press("ArrowDown"))).toEqual(at(9, 2));
  });

  it("Ctrl with an arrow leads to the edge", () => {
    expect(focusAfter(at(3, 2), press("ArrowDown", { ctrl: true }))).toEqual(at(9, 2));
    expect(focusAfter(at(3, 2), press("ArrowLeft", { ctrl: true }))).toEqual(at(3, 0));
  });

  it("Home and End stay in the row, with Ctrl they leave it", () => {
    expect(focusAfter(at(3, 2), press("Home"))).toEqual(at(3, 0));
    expect(focusAfter(at(3, 2), press("End"))).toEqual(at(3, 4));
    expect(focusAfter(at(3, 2), press("Home", { ctrl: true }))).toEqual(at(0, 0));
    expect(focusAfter(at(3, 2), press("End", { ctrl: true }))).toEqual(at(9, 4));
  });

  it("a page key moves by a page, not out of the grid", () => {
    expect(focusAfter(at(3, 2), press("PageDown"))).toEqual(at(7, 2));
    expect(focusAfter(at(3, 2), press("PageUp"))).toEqual(at(0, 2));
  });

  it("Shift keeps the anchor and marks a block whichever way it goes", () => {
    const marked = moveSelection(selectCell(at(3, 2)), press("ArrowUp", { shift: true }), bounds)!;
    expect(marked).toEqual({ anchor: at(3, 2), focus: at(2, 2) });
    expect(blockOf(marked)).toEqual({ top: 2, left: 2, bottom: 3, right: 2 });
    expect(isRange(blockOf(marked))).toBe(true);
  });

  it("a letter does not move", () => {
    expect(moveSelection(selectCell(at(3, 2)), press("a"), bounds)).toBeNull();
  });

  it("Tab goes along the row and ends where the row ends", () => {
    expect(tabCell(at(3, 3), false, bounds)).toEqual(at(3, 4));
    expect(tabCell(at(3, 4), false, bounds)).toBeNull();
    expect(tabCell(at(3, 0), true, bounds)).toBeNull();
  });

  it("a selection on rows that went away moves to the last row", () => {
    expect(clampSelection(selectCell(at(12, 2)), bounds).focus).toEqual(at(9, 2));
    const inside = selectCell(at(1, 1));
    expect(clampSelection(inside, bounds)).toBe(inside);
  });
});
