import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTabText, printTabText } from "../../../../../renderer/ui/grid/tab-text.ts";

describe("blocks on the clipboard", () => {
  it("the line end that a spreadsheet adds is not a row", () => {
    expect(parseTabText("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("a quoted cell may hold tabs, line ends and doubled quotes", () => {
    expect(parseTabText('"a\tb\n""c"""\td')).toEqual([['a\tb\n"c"', "d"]]);
  });

  it("a quote that is not closed, or not followed by an edge, is a plain character", () => {
    expect(parseTabText('"12\t3')).toEqual([['"12', "3"]]);
    expect(parseTabText('"a"b\tc')).toEqual([['"a"b', "c"]]);
  });

  it("an empty cell stays an empty cell", () => {
    expect(parseTabText("1\t\t3")).toEqual([["1", "", "3"]]);
    expect(parseTabText("\t")).toEqual([["", ""]]);
  });

  it("what was printed is read back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "\r", "九", " ") });
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTabText(printTabText(rows))).toEqual(rows);
      }),
    );
  });
});
