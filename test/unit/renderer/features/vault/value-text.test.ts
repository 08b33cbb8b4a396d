import { expect, it } from "vitest";
import type { TableName } from "../../../../../core/base/id.ts";
import { rowsOf } from "../../../../../core/vault/workspace.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";
import { valueTexts } from "../../../../../renderer/features/vault/merge/value-text.ts";
import { aSample } from "../../../../builders/vault-sample.ts";

const words = createWords("zh-CN", zhCn, "CNY");
const sample = aSample();

const said = (table: TableName, id: string, field: string, value: unknown) =>
  valueTexts(words, [sample], { table, id, field, mine: value, theirs: null })[0];
const target = rowsOf(sample, "targets").find(({ kpiId }) => kpiId === "sales")!;

it("what is measured is said in the unit of its KPI: money in yuan, a share in per cent", () => {
  expect(said("targets", target.id, "value", 12_000_000)).toBe("¥120,000.00");
  expect(said("kpis", "retention", "target", 0.85)).toBe("85 %");
});

it("weights are said as shares beside the names of their KPIs", () => {
  const weights = [
    { kpiId: "sales", weight: 400_000 },
    { kpiId: "retention", weight: 600_000 },
  ];
  expect(said("kpiSets", "none", "weights", weights)).toBe("销售额 权重 40 %；客户保留率 权重 60 %");
});

it("interests are said beside the names of their duties", () => {
  const [duty] = rowsOf(sample, "duties");
  expect(said("members", "m-li-min", "interests", { [duty!.id]: 4 })).toBe("市场调研 4");
});

it("the tiers of a rule are amounts or shares, as the rule looks them up", () => {
  const rule = { kind: "commission", name: "提成", tiers: [{ from: 0, to: 800_000, rate: 10_000 }] };
  expect(said("payPlans", "none", "rules", [{ ...rule, by: "amount" }])).toContain("到 ¥8,000.00，比例 1 %");
  expect(said("payPlans", "none", "rules", [{ ...rule, by: "attainment" }])).toContain("到 80 %，比例 1 %");
});

it("who says how large a market is stays as it was typed, and a moment is said in the reader's form", () => {
  expect(said("marketSizes", "none", "source", "行业协会")).toBe("行业协会");
  expect(said("batches", "none", "at", "2026-11-18T08:10:00.000Z")).toMatch(/^2026年11月\d+日 \d\d:10$/);
});

it("a text that is too long ends with a sign that it goes on", () => {
  expect(said("members", "m-li-min", "notes", "长".repeat(300))).toBe(`${"长".repeat(200)}…`);
});

it("of two lists only what they do not share is said", () => {
  const weights = (first: number, second: number) => [
    { kpiId: "sales", weight: first },
    { kpiId: "retention", weight: second },
    { kpiId: "satisfaction", weight: 100_000 },
  ];
  const [mine, theirs] = valueTexts(words, [sample], {
    table: "kpiSets",
    id: "none",
    field: "weights",
    mine: weights(400_000, 500_000),
    theirs: weights(350_000, 550_000),
  });
  expect(mine).toBe("…销售额 权重 40 %；客户保留率 权重 50 %");
  expect(theirs).toBe("…销售额 权重 35 %；客户保留率 权重 55 %");
});

const both = (table: TableName, field: string, mine: unknown, theirs: unknown) =>
  valueTexts(words, [sample], { table, id: "none", field, mine, theirs });
const RULE = { kind: "commission", id: "r1", name: "提成", by: "amount", cap: 500_000, floor: 100_000 };

it("of two rules only what differs is said, each with its name", () => {
  expect(both("payPlans", "rules", [RULE], [{ ...RULE, cap: 800_000 }])).toEqual([
    "提成 封顶 ¥5,000.00",
    "提成 封顶 ¥8,000.00",
  ]);
  const { cap: _, ...open } = RULE;
  expect(both("payPlans", "rules", [RULE], [open])).toEqual(["提成 封顶 ¥5,000.00", "提成 封顶 （空）"]);
});

it("two fields that have changed places are told apart by their names", () => {
  const talk = (text: string, agreed: string) => ({ on: "2026-03-01", text, agreed });
  expect(both("reviews", "talk", talk("甲", "乙"), talk("乙", "甲"))).toEqual([
    "内容 甲，约定 乙",
    "内容 乙，约定 甲",
  ]);
});

it("that only the order of two lists differs is said", () => {
  const bonus = { ...RULE, id: "r2", name: "奖金" };
  expect(both("payPlans", "rules", [RULE, bonus], [bonus, RULE])).toEqual([
    "只有次序不同：提成；奖金",
    "只有次序不同：奖金；提成",
  ]);
});
