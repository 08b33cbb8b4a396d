import { expect, test } from "vitest";
import type { KpiId } from "../../../../../core/base/id.ts";
import type { TableCell } from "../../../../../core/base/table.ts";
import { periodIn, periodOfText } from "../../../../../core/target/sheet/period-of-text.ts";
import { readTargetSheet } from "../../../../../core/target/sheet/read-target-sheet.ts";
import { book, member, seat } from "../../../../builders/target-book.ts";

const DEFAULTS = { kpiId: "visits" as KpiId, line: "target", year: 2026, power: null } as const;

function read(rows: readonly (readonly TableCell[])[], from = book(), defaults: object = {}) {
  const table = { rows, lines: rows.map((_, index) => index + 1) };
  const result = readTargetSheet(from, table, { ...DEFAULTS, ...defaults });
  if (!result.ok) throw new Error(result.error[0]?.message.key);
  return result.value;
}

const found = (reading: ReturnType<typeof read>) =>
  Object.fromEntries(reading.targets.map((target) => [target.id, target.value]));
const faults = (reading: ReturnType<typeof read>) =>
  reading.bad.map(({ at, column, why }) => [at, column, why.key]);

test.each([
  ["M03", "2026-06"],
  ["3月", "2027-03"],
  ["十二月", "2026-12"],
  ["Mar", "2027-03"],
  ["September", "2026-09"],
  ["2026年3月", "2026-03"],
  ["2026/3/1", "2026-03"],
  ["Mar-26", "2026-03"],
  ["Q3", "2026-Q3"],
  ["第三季度", "2026-Q3"],
  ["2026-Q3", "2026-Q3"],
  ["2026年第3季度", "2026-Q3"],
  ["FY2026", "2026"],
])("in a fiscal year from April %s is %s", (text, id) => {
  expect(periodIn(periodOfText(text)!, 2026, 4)).toBe(id);
});

test("a wide sheet under titles gives a target for each person and month", () => {
  const reading = read([["2026 年目标"], ["姓名", "1月", "2月"], ["a", 5, 6], ["Ｂ", "7", ""]]);
  expect(found(reading)).toEqual({
    "visits|member:a|2026-01|target": 5,
    "visits|member:a|2026-02|target": 6,
    "visits|member:b|2026-01|target": 7,
  });
});

test("a long sheet names KPI, period and line row by row", () => {
  const reading = read([
    ["Name", "KPI", "Period", "Line", "Value"],
    ["a", "Sales", "2026-03", "stretch", "1,200.50"],
    ["g1", "拜访量", "Q2", "目标", 9],
  ]);
  expect(found(reading)).toEqual({
    "sales|member:a|2026-03|stretch": 120_050,
    "visits|group:g1|2026-Q2|target": 9,
  });
});

test("amounts are in the unit that the sheet says, or that was chosen", () => {
  const rows = [["单位：万元"], ["姓名", "1月"], ["a", "3.5"]];
  const kpi = { kpiId: "sales" };
  expect(read(rows, book(), kpi).targets[0]?.value).toBe(3_500_000);
  expect(read(rows, book(), { ...kpi, power: 0 }).targets[0]?.value).toBe(350);
});

test("totals of rows and columns are checked and not taken", () => {
  const right = read([
    ["姓名", "1月", "2月", "合计"],
    ["a", 5, 6, 11],
    ["b", 1, 2, 3],
    ["合计", 6, 8, 14],
  ]);
  expect([right.targets.length, right.totals, right.checks]).toEqual([4, 5, []]);
  const wrong = read([
    ["姓名", "1月", "2月", "合计"],
    ["a", 5, 6, 12],
    ["Total", 4, 6, 12],
  ]);
  expect(wrong.checks.map(({ at, column, stated, sum }) => [at, column, stated, sum])).toEqual([
    [2, "合计", 12, 11],
    [3, "1月", 4, 5],
  ]);
});

test("the total of a row without months is the year's target", () => {
  expect(
    found(
      read([
        ["姓名", "1月", "全年"],
        ["a", "", 60],
      ]),
    ),
  ).toEqual({ "visits|member:a|2026|target": 60 });
});

test("every bad cell is named with line, column and what to do, and the rest is read", () => {
  const reading = read([
    ["姓名", "指标", "档位", "1月"],
    ["nobody", "", "", 1],
    ["a", "xyz", "", 1],
    ["a", "", "xyz", 1],
    ["a", "", "", "viel"],
    ["b", "", "", 4],
    ["B", "", "", 5],
  ]);
  expect(faults(reading)).toEqual([
    [2, "姓名", "target.sheet.bad.person"],
    [3, "指标", "target.sheet.bad.kpi"],
    [4, "档位", "target.sheet.bad.line"],
    [5, "1月", "target.problem.number"],
    [7, "1月", "target.sheet.bad.twice"],
  ]);
  expect(reading.targets.length).toBe(1);
});

test("of two people of one name the employee number or the group decides", () => {
  const from = book({
    members: [member("x", 1, { name: "王伟", employeeNumber: "7" }), member("y", 2, { name: "王伟" })],
    memberships: [seat("x", "g1"), seat("y", "g2")],
  });
  const heads = ["姓名", "工号", "小组", "1月"];
  const reading = read([heads, ["王伟", "", "", 1], ["王伟", "7", "", 2], ["王伟", "", "g2", 3]], from);
  expect(faults(reading)).toEqual([[2, "姓名", "target.sheet.bad.two-people"]]);
  expect(Object.values(found(reading))).toEqual([2, 3]);
});

test("a workbook's 0.95 and a typed 95% are the same share", () => {
  const reading = read(
    [
      ["姓名", "1月", "2月", "3月"],
      ["a", 0.95, "95%", "95"],
    ],
    book(),
    { kpiId: "csat" },
  );
  expect(reading.targets.map((target) => target.value)).toEqual([0.95, 0.95, 0.95]);
});

test("a table without heads that we know is refused", () => {
  const result = readTargetSheet(
    book(),
    {
      rows: [
        ["x", "y"],
        ["a", 1],
      ],
      lines: [1, 2],
    },
    DEFAULTS,
  );
  expect(result.ok ? null : result.error[0]?.message.key).toBe("target.sheet.problem.head");
});
