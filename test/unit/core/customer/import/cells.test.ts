import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber } from "../../../../../core/base/day.ts";
import { decideDateOrder, parseDayCell } from "../../../../../core/customer/import/parse-day-cell.ts";
import type { DateOrder } from "../../../../../core/customer/import/parse-day-cell.ts";
import {
  currenciesOf,
  decideDecimal,
  multiplyDecimals,
  parseNumberCell,
  shiftPoint,
} from "../../../../../core/customer/import/parse-number-cell.ts";
import { headerMultiplier, normaliseHeader } from "../../../../../core/customer/import/normalise-header.ts";

describe("parseDayCell", () => {
  test.each<readonly [string | number, DateOrder, string | null]>([
    ["2024-09-09", "YMD", "2024-09-09"],
    ["2024-09-09 13:20:35", "YMD", "2024-09-09"],
    ["2024-9-9", "YMD", "2024-09-09"],
    ["2024/9/9 8:05", "YMD", "2024-09-09"],
    ["2025/10/7 下午6:55", "YMD", "2025-10-07"],
    ["2025年10月7日", "YMD", "2025-10-07"],
    ["2025年10月", "YMD", "2025-10-01"],
    ["202604", "YMD", "2026-04-01"],
    ["20260407", "YMD", "2026-04-07"],
    ["2026-04", "YMD", "2026-04-01"],
    ["30/10/2025", "DMY", "2025-10-30"],
    ["10/30/2025", "MDY", "2025-10-30"],
    ["3/4/25", "DMY", "2025-04-03"],
    ["3/4/25", "MDY", "2025-03-04"],
    ["07.10.2025 18:55", "MDY", "2025-10-07"],
    ["Oct 7, 2025 6:55 PM", "YMD", "2025-10-07"],
    ["Sept 7 2025", "YMD", "2025-09-07"],
    ["7 October 2025", "YMD", "2025-10-07"],
    ["07-Oct-2025", "YMD", "2025-10-07"],
    ["Tue, Oct 7, 2025", "YMD", "2025-10-07"],
    ["2024-09-09T23:30:00+08:00", "YMD", "2024-09-09"],
    ["2024-09-09T20:00:00Z", "YMD", "2024-09-10"],
    ["2024-09-09T15:59:00.000Z", "YMD", "2024-09-09"],
    [45351, "serial1900", "2024-02-29"],
    ["45351", "serial1900", "2024-02-29"],
    [45351.75, "serial1900", "2024-02-29"],
    [43889, "serial1904", "2024-02-29"],
    ["2023-02-29", "YMD", null],
    ["31/04/2025", "DMY", null],
    ["13/13/2025", "DMY", null],
    ["tomorrow", "YMD", null],
    ["2024-09-09 lunch", "YMD", null],
    ["12", "YMD", null],
  ])("reads %j in order %s as %s", (cell, order, day) => {
    expect(parseDayCell(cell, order)).toBe(day);
  });

  test("reads back every day it can be written as", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (number) => {
        const day = dayFromNumber(number - 25_000);
        const [year, month, of] = day.split("-");
        expect(parseDayCell(`${of}/${month}/${year}`, "DMY")).toBe(day);
        expect(parseDayCell(`${month}/${of}/${year}`, "MDY")).toBe(day);
        expect(parseDayCell(`${year}年${Number(month)}月${Number(of)}日`, "YMD")).toBe(day);
      }),
    );
  });
});

describe("decideDateOrder", () => {
  test("a day above 12 in one row decides for the whole column", () => {
    expect(decideDateOrder(["03/04/2026", "30/10/2025", ""], "MDY")).toEqual({ order: "DMY", certain: true });
    expect(decideDateOrder(["03/04/2026", "10/30/2025"], "DMY")).toEqual({ order: "MDY", certain: true });
  });

  test("a column that reads both ways is asked about", () => {
    expect(decideDateOrder(["03/04/2026", "01/02/2026"], "DMY")).toEqual({ order: "DMY", certain: false });
  });

  test("numbers of five digits are Excel's", () => {
    expect(decideDateOrder(["45351", "45352"], "DMY")).toEqual({ order: "serial1900", certain: true });
  });
});

describe("parseNumberCell", () => {
  test.each<readonly [string | number, "." | ",", string | null]>([
    ["1234.5", ".", "1234.5"],
    ["1,234.50", ".", "1234.50"],
    ["1.234,50", ",", "1234.50"],
    ["1 234,50", ",", "1234.50"],
    ["1'234.50", ".", "1234.50"],
    ["$1,234.50", ".", "1234.50"],
    ["USD 1,234.00", ".", "1234.00"],
    ["1,234.00 EUR", ".", "1234.00"],
    ["¥１，２３４．５", ".", "1234.5"],
    ["(1,234)", ".", "-1234"],
    ["1,234-", ".", "-1234"],
    ["-$5", ".", "-5"],
    ["$-5", ".", "-5"],
    ["−5", ".", "-5"],
    ["12.5万", ".", "125000"],
    ["1.2亿", ".", "120000000"],
    ["3万元", ".", "30000"],
    ["100元", ".", "100"],
    ["1.5E+5", ".", "150000"],
    [0.1, ".", "0.1"],
    [1e21, ".", "1000000000000000000000"],
    ["95.0", ".", "95.0"],
    ["0", ".", "0"],
    ["-0", ".", "0"],
    ["abc", ".", null],
    ["1,23", ".", null],
    ["1.2.3", ".", null],
    ["", ".", null],
    ["--5", ".", null],
  ])("reads %j with the mark %s as %s", (cell, mark, decimal) => {
    expect(parseNumberCell(cell, mark)?.decimal ?? null).toBe(decimal);
  });

  test("reads back what any amount is written as, in either notation", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const plain = (cents / 100).toFixed(2);
        const grouped = Math.abs(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
        const german = Math.abs(cents / 100).toLocaleString("de-DE", { minimumFractionDigits: 2 });
        const sign = cents < 0 ? "-" : "";
        expect(parseNumberCell(sign + grouped, ".")?.decimal).toBe(plain);
        expect(parseNumberCell(sign + german, ",")?.decimal).toBe(plain);
      }),
    );
  });
});

describe("decideDecimal", () => {
  test("one cell with both marks decides for the column", () => {
    expect(decideDecimal(["1.234", "5.678,90"])).toEqual({ mark: ",", certain: true });
  });

  test("1,23 proves a decimal comma, 1,234,567 a decimal point", () => {
    expect(decideDecimal(["1,23"]).mark).toBe(",");
    expect(decideDecimal(["1,234,567"]).mark).toBe(".");
  });

  test("a column of 1,234 alone is asked about", () => {
    expect(decideDecimal(["1,234", "5,678"])).toEqual({ mark: ".", certain: false });
  });
});

describe("decimals", () => {
  test("the point moves exactly", () => {
    expect(shiftPoint("-0.125", 4)).toBe("-1250");
    expect(shiftPoint("5", -3)).toBe("0.005");
  });

  test("a rate is multiplied exactly", () => {
    expect(multiplyDecimals("0.1", "0.2")).toBe("0.02");
    expect(multiplyDecimals("-100", "7.1")).toBe("-710.0");
  });

  test("signs may mean several currencies, codes one", () => {
    expect(currenciesOf("¥")).toEqual(["CNY", "JPY"]);
    expect(currenciesOf("usd")).toEqual(["USD"]);
    expect(currenciesOf("人民币")).toEqual(["CNY"]);
  });
});

describe("normaliseHeader", () => {
  test.each([
    ["商机名称（必填）", "商机名称"],
    [" Deal Name * ", "deal name"],
    ["Amount:", "amount"],
    ["销售订单金额(元)", "销售订单金额"],
    ["Deal - Expected close date", "expected close date"],
    ["Account Owner(Account Owner).id", "account owner.id"],
    ["Created Time(Created Time)", "created time"],
    ["order_date", "order date"],
    ["closeDate", "close date"],
    ["Opportunity ID (18 Digit)", "opportunity id (18 digit)"],
  ])("makes %j into %j", (header, label) => {
    expect(normaliseHeader(header)).toBe(label);
  });

  test("finds the unit that amounts are multiplied by", () => {
    expect([
      headerMultiplier("金额（万元）"),
      headerMultiplier("金额(元)"),
      headerMultiplier("Amount"),
    ]).toEqual([10_000, 1, 1]);
  });
});
