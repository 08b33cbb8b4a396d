import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kpiEditText, parseKpiText } from "../../../../core/kpi/parse-kpi-text.ts";

const money = { unit: "money", currency: "CNY" } as const;
const percent = { unit: "percent", currency: "CNY" } as const;
const count = { unit: "count", currency: "CNY" } as const;

function read(text: string, shape: Parameters<typeof parseKpiText>[1]) {
  const parsed = parseKpiText(text, shape);
  return parsed.ok ? (parsed.value?.value ?? null) : parsed.error.key;
}

describe("parseKpiText", () => {
  test.each([
    ["12,345.67", 1_234_567],
    ["¥1,200", 120_000],
    ["１２００元", 120_000],
    ["1.2万", 1_200_000],
    ["0.5亿", 5_000_000_000],
    ["3k", 300_000],
    ["(1,234)", -123_400],
    ["1,234-", -123_400],
    ["1,0000", 1_000_000],
    ["", null],
  ])("reads the amount %j as %j fen", (text, value) => {
    expect(read(text, money)).toBe(value);
  });

  test.each([
    ["85%", 0.85],
    ["85.3", 0.853],
    ["１００％", 1],
    ["0", 0],
    ["0.5%", 0.005],
    ["17/20", 0.85],
    ["1,700/2,000", 0.85],
  ])("reads the percentage %j as %d", (text, value) => {
    expect(read(text, percent)).toBe(value);
  });

  test.each([
    ["0.85", percent, "kpi.problem.percent"],
    ["1", percent, "kpi.problem.percent"],
    ["1/0", percent, "kpi.problem.denominator"],
    ["1/2", count, "kpi.problem.parts"],
    ["50%", count, "kpi.problem.not-percent"],
    ["2.5", count, "kpi.problem.whole"],
    ["-3", count, "kpi.problem.negative"],
    ["0.001", money, "kpi.problem.too-fine"],
    ["99999999999999", money, "kpi.problem.too-large"],
    ["1,5", money, "kpi.problem.number"],
    ["abc", money, "kpi.problem.number"],
    ["1.2.3", money, "kpi.problem.number"],
  ])("refuses %j with its reason", (text, shape, key) => {
    expect(read(text, shape)).toBe(key);
  });

  test("reads back every amount it prints", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(read(kpiEditText({ value: fen }, money), money)).toBe(fen);
      }),
    );
  });

  test("reads back every percentage it prints with up to four decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (ppm) => {
        const value = Number(`${ppm}e-6`);
        expect(read(kpiEditText({ value }, percent), percent)).toBe(value);
      }),
    );
  });

  test("prints parts as parts", () => {
    expect(kpiEditText({ value: 0.85, numerator: 17, denominator: 20 }, percent)).toBe("17/20");
  });
});
