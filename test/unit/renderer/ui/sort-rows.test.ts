import { describe, expect, it } from "vitest";
import { nextSorting, sortRows } from "../../../../renderer/ui/sort-rows.ts";

interface Row {
  readonly name: string;
  readonly amount: number;
}
const rows: readonly Row[] = [
  { name: "周涛", amount: 9 },
  { name: "陈静", amount: 10 },
  { name: "李敏", amount: 9 },
];
const columns = [
  { key: "name", text: (row: Row) => row.name },
  { key: "amount", text: (row: Row) => String(row.amount), sortValue: (row: Row) => row.amount },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name).join(" ");

describe("sorting a table", () => {
  it("texts are ordered as the language orders them", () => {
    expect(names(sortRows(rows, columns, { key: "name", descending: false, locale: "zh-CN" }))).toBe(
      "陈静 李敏 周涛",
    );
  });

  it("numbers are ordered by size, equal ones keep their order in both directions", () => {
    expect(names(sortRows(rows, columns, { key: "amount", descending: false, locale: "zh-CN" }))).toBe(
      "周涛 李敏 陈静",
    );
    expect(names(sortRows(rows, columns, { key: "amount", descending: true, locale: "zh-CN" }))).toBe(
      "陈静 周涛 李敏",
    );
  });

  it("equal texts keep their order in both directions", () => {
    const alike = ["陈静", "周涛", "陈静"].map((name, amount) => ({ name, amount }));
    const amounts = (descending: boolean) =>
      sortRows(alike, columns, { key: "name", descending, locale: "zh-CN" }).map((row) => row.amount);
    expect([amounts(false), amounts(true)]).toEqual([
      [0, 2, 1],
      [1, 0, 2],
    ]);
  });

  it("nothing sorted is the rows themselves", () => {
    expect(sortRows(rows, columns, null)).toBe(rows);
  });

  it("a header sorts, turns round, and gives the order back", () => {
    const first = nextSorting(null, "name");
    const second = nextSorting(first, "name");
    expect([first, second, nextSorting(second, "name")]).toEqual([
      { key: "name", descending: false },
      { key: "name", descending: true },
      null,
    ]);
  });
});
