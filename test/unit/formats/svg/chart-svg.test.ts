import { describe, expect, test } from "vitest";
import { message } from "../../../../core/base/message.ts";
import type { PaperChart } from "../../../../core/base/paper.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";
import { createWords } from "../../../../core/words/words.ts";
import { chartSvg } from "../../../../formats/svg/chart-svg.ts";

const words = createWords("zh-CN", zhCn, "CNY");

function barsOf(count: number): string {
  const name = message("review.column.actual");
  const values = Array.from({ length: count }, (_, at) => 183_500_000 + at);
  const chart: PaperChart = {
    kind: "chart",
    id: "c",
    title: name,
    shape: "bars",
    unit: "money",
    labels: values.map(() => name),
    series: [{ name, values }],
  };
  return chartSvg(chart, words);
}

const valuesIn = (svg: string) => svg.match(/>¥183\.5 万</g)?.length ?? 0;

describe("values on the bars of a drawn chart", () => {
  test("have the size of the other words where there is room", () => {
    expect(valuesIn(barsOf(4))).toBe(4);
    expect(barsOf(4).match(/font-size/g)).toHaveLength(1);
  });

  test("are smaller where they would run into each other", () => {
    expect(valuesIn(barsOf(12))).toBe(12);
    const [, size] = /text-anchor="middle" font-size="([\d.]+)"/.exec(barsOf(12))!;
    expect(Number(size)).toBeGreaterThan(7);
    expect(Number(size)).toBeLessThan(10);
  });

  test("are left to the table where nobody could read them", () => {
    expect(valuesIn(barsOf(50))).toBe(0);
  });
});
