import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencyDigits,
  decimalToMoney,
  divideRounded,
  money,
  moneyToDecimal,
  multiplyMoney,
  sumMoney,
} from "../../../../core/base/money.ts";
import type { Money, Ppm } from "../../../../core/base/money.ts";

const fen = (minor: number): Money => money(minor);
const ppm = (parts: number): Ppm => parts as Ppm;
const anyMoney = fc.maxSafeInteger().map(fen);
const anyCurrency = fc.constantFrom("CNY", "JPY", "KWD", "CLF", "XXX");

describe("money", () => {
  it("is a whole number of minor units, never a fraction and never beyond exactness", () => {
    expect(money(1250)).toBe(1250);
    expect(() => money(0.5)).toThrow(RangeError);
    expect(() => money(2 ** 53)).toThrow(RangeError);
    expect(() => money(Number.NaN)).toThrow(RangeError);
  });

  it("knows no negative zero", () => {
    expect(Object.is(money(-0), 0)).toBe(true);
    expect(Object.is(multiplyMoney(fen(-1), ppm(1)), 0)).toBe(true);
    expect(Object.is(decimalToMoney("-0.00", "CNY"), 0)).toBe(true);
  });

  it("adds exactly, and refuses a sum that left the safe integers on its way", () => {
    expect(sumMoney([])).toBe(0);
    expect(sumMoney([fen(100), fen(-350)])).toBe(-250);
    const max = fen(Number.MAX_SAFE_INTEGER);
    expect(() => sumMoney([max, fen(1), fen(1), fen(-3)])).toThrow(RangeError);
  });
});

describe("a rate of money", () => {
  it("is 128 for 5.1 % of 2 500 fen: 127.5 goes away from zero", () => {
    expect(multiplyMoney(fen(2500), ppm(51_000))).toBe(128);
    expect(multiplyMoney(fen(-2500), ppm(51_000))).toBe(-128);
    expect(multiplyMoney(fen(2500), ppm(-51_000))).toBe(-128);
  });

  it("is exact beyond what floats can multiply", () => {
    expect(multiplyMoney(fen(9_007_199_254_740_991), ppm(999_999))).toBe(9_007_190_247_541_736);
    expect(() => multiplyMoney(fen(9_007_199_254_740_991), ppm(1_000_001))).toThrow(RangeError);
  });

  it("differs from the true product by at most half a unit, and by half only away from zero", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1_000_000, max: 1_000_000 }), (amount, rate) => {
        const product = BigInt(amount) * BigInt(rate);
        const off = BigInt(multiplyMoney(fen(amount), ppm(rate))) * 1_000_000n - product;
        const away = product < 0n ? -off : off;
        expect(away > -500_000n && away <= 500_000n).toBe(true);
      }),
    );
  });
});

describe("divideRounded", () => {
  it("rounds half away from zero, whatever the signs", () => {
    expect([divideRounded(5n, 2n), divideRounded(-5n, 2n)]).toEqual([3n, -3n]);
    expect([divideRounded(5n, -2n), divideRounded(-5n, -2n)]).toEqual([-3n, 3n]);
    expect([divideRounded(4n, 3n), divideRounded(-4n, 3n)]).toEqual([1n, -1n]);
    expect(divideRounded(0n, -7n)).toBe(0n);
  });

  it("refuses to divide by zero", () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });

  it("is nearest: twice the remainder never exceeds the divisor", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (dividend, divisor) => {
        fc.pre(divisor !== 0n);
        const rest = dividend - divideRounded(dividend, divisor) * divisor;
        const size = (n: bigint): bigint => (n < 0n ? -n : n);
        expect(2n * size(rest) <= size(divisor)).toBe(true);
      }),
    );
  });
});

describe("money as a decimal", () => {
  it("has the currency's own digits", () => {
    expect(["CNY", "JPY", "VND", "KWD", "CLF"].map(currencyDigits)).toEqual([2, 0, 0, 3, 4]);
    expect(moneyToDecimal(fen(1_234_567), "CNY")).toBe("12345.67");
    expect(moneyToDecimal(fen(1_234_567), "JPY")).toBe("1234567");
    expect(moneyToDecimal(fen(-5), "KWD")).toBe("-0.005");
    expect(moneyToDecimal(fen(0), "CNY")).toBe("0.00");
  });

  it("has two digits for a code that nobody knows, be it ever so odd", () => {
    expect(["XXX", "", "constructor", "__proto__"].map(currencyDigits)).toEqual([2, 2, 2, 2]);
  });

  it("is read exactly, further digits rounded half away from zero", () => {
    expect(decimalToMoney("12345.67", "CNY")).toBe(1_234_567);
    expect(decimalToMoney(" +0.005 ", "CNY")).toBe(1);
    expect(decimalToMoney("-0.005", "CNY")).toBe(-1);
    expect(decimalToMoney("0.0049999999999999999999", "CNY")).toBe(0);
    expect(decimalToMoney("12.5", "JPY")).toBe(13);
  });

  it("is refused when it is no plain number or too large to be exact", () => {
    const refused = ["", ".", "1.", ".5", "1e5", "1,000", "０", "--1", "0x1", "NaN", "90071992547409.92"];
    expect(refused.map((text) => decimalToMoney(text, "CNY"))).toEqual(refused.map(() => null));
    expect(decimalToMoney("90071992547409.91", "CNY")).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("comes back the same after printing and reading", () => {
    fc.assert(
      fc.property(anyMoney, anyCurrency, (amount, currency) => {
        expect(decimalToMoney(moneyToDecimal(amount, currency), currency)).toBe(amount);
      }),
    );
  });
});
