import { describe, expect, it } from "vitest";
import { money } from "../../../../core/base/money.ts";
import type { ExplainedRow } from "../../../../core/base/explain.ts";
import { rowsByTime } from "../../../../renderer/app/explain/rows-by-time.ts";

const row = (day: string | undefined, value = 100): ExplainedRow => ({
  ref: { table: "orders", id: `${day}` },
  label: "",
  ...(day === undefined ? {} : { day }),
  amount: { unit: "money", value: money(value) },
});
const days = (...list: string[]) => list.map((day) => row(day));

describe("rows by time", () => {
  it("a quarter is shown by weeks from Monday, weeks without a row included", () => {
    const rows = days(
      "2026-10-01",
      "2026-10-02",
      "2026-10-04",
      "2026-10-05",
      "2026-10-19",
      "2026-10-19",
      "2026-10-20",
      "2026-10-21",
    );
    expect(rowsByTime(rows)).toEqual({
      step: "week",
      starts: ["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19"],
      sums: [300, 100, 0, 400],
    });
  });

  it("a year is shown by months", () => {
    const rows = ["01", "03", "04", "05", "06", "07", "08", "09"].map((month) => row(`2026-${month}-15`));
    expect(rowsByTime(rows)).toMatchObject({
      step: "month",
      sums: [100, 0, 100, 100, 100, 100, 100, 100, 100],
    });
  });

  it("few rows, undated rows and rows without money have no picture", () => {
    expect(rowsByTime(days("2026-10-01"))).toBeNull();
    const many = days(...Array.from({ length: 8 }, () => "2026-10-01"));
    expect(rowsByTime([...many, row(undefined)])).toBeNull();
    expect(rowsByTime([...many, { ...row("2026-10-01"), amount: { unit: "count", value: 1 } }])).toBeNull();
  });
});
