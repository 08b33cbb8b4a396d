import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTargetText, printTargetText } from "../../../../core/target/target-text.ts";
import type { NumberShape } from "../../../../core/target/target-text.ts";

const yuan: NumberShape = { unit: "money", kind: "flow", digits: 2, shownPower: 0 };
const wan: NumberShape = { ...yuan, shownPower: 4 };
const count: NumberShape = { unit: "count", kind: "flow", digits: 0, shownPower: 0 };
const percent: NumberShape = { unit: "percent", kind: "ratio", digits: 0, shownPower: 0 };
const read = (text: string, shape = yuan) => {
  const parsed = parseTargetText(text, shape);
  return parsed.ok ? parsed.value : parsed.error.key;
};

test("a bare number is in the shown multiple", () => {
  expect([read("35"), read("35", wan)]).toEqual([3_500, 35_000_000]);
});

test.each([
  ["35万", 35_000_000],
  ["0.35 亿元", 3_500_000_000],
  ["１２３，４５６．７８", 12_345_678],
  ["¥1,200", 120_000],
  ["￥１．２万", 1_200_000],
  ["1.5k", 150_000],
  ["2M", 200_000_000],
  ["350000元", 35_000_000],
])("%s is read the same whatever multiple is shown", (text, value) => {
  expect(read(text)).toBe(value);
  if (/[万亿kM元]/.test(text.normalize("NFKC"))) expect(read(text, wan)).toBe(value);
});

test("an emptied cell clears the target", () => {
  expect(read("  ")).toBeNull();
});

test("a share is typed with or without the sign", () => {
  expect([read("95%", percent), read("95", percent), read("４．５％", percent)]).toEqual([0.95, 0.95, 0.045]);
});

test.each([
  ["abc", "target.problem.number"],
  ["1.2.3", "target.problem.number"],
  ["-5", "target.problem.negative"],
  ["1.005", "target.problem.too-fine"],
  ["5斤", "target.problem.suffix"],
  ["999999999999999999", "target.problem.too-large"],
])("%s is refused with %s", (text, key) => {
  expect(read(text)).toBe(key);
});

test("half a visit is refused", () => {
  expect([read("2.5", count), read("0.5万", count)]).toEqual(["target.problem.whole", 5000]);
});

test("what is printed reads back as the same value, in every multiple", () => {
  const power = fc.constantFrom(0, 3, 4, 6, 8);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), power, (value, shownPower) => {
      const shape = { ...yuan, shownPower };
      expect(read(printTargetText(value, shape), shape)).toBe(value);
    }),
  );
});

test("a share of up to six decimals of a percent reads back as the same fraction", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (millionths) => {
      const value = Number(`${millionths}e-8`) + 0;
      expect(read(printTargetText(value, percent), percent)).toBe(value);
    }),
  );
});
