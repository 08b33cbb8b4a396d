import { expect, it } from "vitest";
import { cellText } from "../../../../core/base/table.ts";

it("a cell is read as a person reads it: a day without its midnight, an error as it is shown, nothing as nothing", () => {
  const cells = [
    "a",
    1.5,
    true,
    null,
    undefined,
    { moment: "2025-10-07T00:00:00" },
    { moment: "2025-10-07T18:55:00" },
  ];
  expect(cells.map(cellText)).toEqual(["a", "1.5", "true", "", "", "2025-10-07", "2025-10-07 18:55:00"]);
  expect(cellText({ error: "#REF!" })).toBe("#REF!");
});
