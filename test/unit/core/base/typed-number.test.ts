import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedNumber, typedNumberSteps, typedNumberValue } from "../../../../core/base/typed-number.ts";

const value = (text: string) => {
  const read = readTypedNumber(text);
  if (!read.ok) return read.error.kind;
  return read.value === null ? null : typedNumberValue(read.value);
};

test.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["-0", 0],
  ["12.5", 12.5],
  ["１２，３４５", 12_345],
  ["1,234,567.8", 1_234_567.8],
  ["1,0000", 10_000],
  ["1'234", 1_234],
  ["(1,234)", -1_234],
  ["5-", -5],
  ["¥-5", -5],
  ["1.2万", 12_000],
  ["1.2万元", 12_000],
  ["3亿", 300_000_000],
  ["2k", 2_000],
  ["85.3%", 0.853],
  [".5", 0.5],
])("“%s” is %s", (text, expected) => {
  expect(value(text)).toBe(expected);
});

test.each(["1,5", "1.2.3", "--5", "-5-", "(-5)", "12,34,56", "abc", ".", "1e5", "0x10", "Infinity"])(
  "“%s” is no number",
  (text) => {
    expect(["number", "suffix"]).toContain(value(text));
  },
);

test("an unknown multiple is named", () => {
  expect(readTypedNumber("5斤")).toEqual({ ok: false, error: { kind: "suffix", suffix: "斤" } });
});

test("every amount of minor units reads back exactly, with and without thousands marks", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1 }), fc.boolean(), (minor, marked) => {
      const digits = String(Math.abs(minor)).padStart(3, "0");
      const whole = digits.slice(0, -2);
      const shown = marked ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
      const read = readTypedNumber(`${minor < 0 ? "-" : ""}${shown}.${digits.slice(-2)}`);
      expect(read.ok && read.value && typedNumberSteps(read.value, 2)).toBe(BigInt(minor));
    }),
  );
});
