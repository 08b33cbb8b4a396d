import { beforeAll, expect, test } from "vitest";
import { targetRows } from "../../../cli/targets.ts";
import type { TargetRowJson } from "../../../cli/targets.ts";
import { day } from "../../../core/base/day.ts";
import { period } from "../../../core/base/period.ts";
import { nextStamp } from "../../../core/base/stamp.ts";
import { sampleWorkspace } from "../../../core/vault/sample/sample-workspace.ts";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { raisedWorkspace } from "../../builders/review.ts";

const today = day("2026-11-23");
let rows: readonly TargetRowJson[];

beforeAll(() => {
  const workspace = sampleWorkspace(today, nextStamp(null, 0, "test"));
  const say = createWords("zh-CN", zhCn, "CNY");
  rows = targetRows(workspace, { period: period("2026-Q4", 1), today, say });
});

test("the sample's quarter has a row for the team, its three groups and its nine members", () => {
  const kinds = rows.filter((row) => row.kpi === "sales").map((row) => row.subject.kind);
  expect([kinds.length, kinds[0], kinds[1]]).toEqual([13, "team", "group"]);
});

test("money is printed as decimals of the main unit and ratios as numbers", () => {
  expect(rows[0]?.target).toBe("6209000.00");
  expect(typeof rows[0]?.actual).toBe("string");
  expect(typeof rows[0]?.attainment).toBe("number");
});

test("due by now is the target by 34 − 1 of 62 working days", () => {
  expect(rows[0]?.dueByNow).toBe(((6_209_000 * 33) / 62).toFixed(2));
});

test("a row of locked targets has the original and the attainment against it, every other row has neither", () => {
  const say = createWords("zh-CN", zhCn, "CNY");
  const [team] = targetRows(raisedWorkspace(), { period: period("2026-Q3", 1), today, say });
  const original = Number(team!.original!.target);
  expect(Number(team!.target)).toBe(original * 1.5);
  expect(team!.original!.attainment).toBeCloseTo(Number(team!.actual) / original, 12);
  expect(new Set(rows.filter((row) => "original" in row).map((row) => row.kpi))).toEqual(new Set(["paid"]));
});
