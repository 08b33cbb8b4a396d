import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../../core/base/day.ts";
import { money } from "../../../../core/base/money.ts";
import { LOCALES } from "../../../../core/words/dictionary.ts";
import { en } from "../../../../core/words/en.ts";
import { createWords } from "../../../../core/words/words.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";

const zh = createWords("zh-CN", zhCn, "CNY");
const english = createWords("en", en, "USD");
const yuan = (minor: number) => ({ unit: "money", value: money(minor) }) as const;

describe("money in words", () => {
  it("is short by 万 and 亿 in Chinese", () => {
    const said = [123_456, 999_900, 1_000_000, 12_345_678, 123_456_789, 1_234_567_800, 12_345_678_900];
    expect(said.map((minor) => zh.quantity(yuan(minor)))).toEqual([
      "¥1,235",
      "¥9,999",
      "¥1 万",
      "¥12.3 万",
      "¥123.5 万",
      "¥1,235 万",
      "¥1.23 亿",
    ]);
  });

  it("is short by k and M in English", () => {
    const said = [99_949, 123_456, 1_234_567, 99_999_900, 123_456_789];
    expect(said.map((minor) => english.quantity(yuan(minor)))).toEqual([
      "$999",
      "$1.23k",
      "$12.3k",
      "$1M",
      "$1.23M",
    ]);
  });

  it("has every digit when full, to the last fen of amounts that no float could hold", () => {
    expect(zh.quantity(yuan(9_007_199_254_740_991), "full")).toBe("¥90,071,992,547,409.91");
    expect(english.quantity(yuan(-5), "full")).toBe("-$0.05");
  });

  it("has no digits after the point where the currency has none", () => {
    const yen = createWords("en", en, "JPY");
    expect([yen.quantity(yuan(1234), "full"), yen.quantity(yuan(12_345))]).toEqual(["¥1,234", "¥12.3k"]);
  });

  it("keeps its sign when negative, and none when it rounds to zero", () => {
    expect(zh.quantity(yuan(-12_345_678))).toBe("-¥12.3 万");
    expect(zh.quantity(yuan(-30))).toBe("¥0");
  });

  it("takes the larger unit when rounding reaches it", () => {
    expect(zh.quantity(yuan(999_960))).toBe("¥1 万");
    expect(zh.quantity(yuan(9_999_999_999))).toBe("¥1 亿");
  });
});

describe("other quantities in words", () => {
  it("differ by percentage points", () => {
    expect(english.quantity({ unit: "points", value: -0.0213 })).toBe("-2.1 pp");
    expect(zh.quantity({ unit: "points", value: 0.05 })).toBe("5 个百分点");
  });

  it("are a percentage with one decimal, without a negative zero", () => {
    const said = [0.784, 1, 0.12345, -0.05, -0.0001].map((value) =>
      english.quantity({ unit: "percent", value }),
    );
    expect(said).toEqual(["78.4 %", "100 %", "12.3 %", "-5 %", "0 %"]);
  });

  it("have the decimals of what they measure", () => {
    expect(english.quantity({ unit: "count", value: 1234 })).toBe("1,234");
    expect(english.quantity({ unit: "score", value: 87.25 })).toBe("87.3");
    expect(english.quantity({ unit: "ratio", value: 1.254 })).toBe("1.25");
    expect(english.quantity({ unit: "days", value: 12.34 })).toBe("12.3");
  });

  it.each(LOCALES)("are a dash where there is no value (%s)", (locale) => {
    const words = createWords(locale, locale === "en" ? en : zhCn, "CNY");
    for (const unit of ["money", "percent", "count", "ratio"] as const) {
      expect(words.quantity({ unit, value: null })).toBe("—");
    }
  });
});

describe("a sentence", () => {
  const pick = createWords(
    "en",
    { "t.n": "{{count}} orders", "t.n_one": "One order", "t.of": "{{what}}" },
    "USD",
  );

  it("has a singular in English where the dictionary gives one", () => {
    expect([0, 1, 2].map((count) => pick.text("t.n", { count }))).toEqual([
      "0 orders",
      "One order",
      "2 orders",
    ]);
  });

  it("takes quantities in full, days, and other messages", () => {
    const day = "2026-03-01" as Day;
    expect(pick.text("t.of", { what: yuan(123_456_789) })).toBe("$1,234,567.89");
    expect(pick.text("t.of", { what: { day } })).toBe("Mar 1, 2026");
    expect(pick.text("t.of", { what: { key: "t.n", params: { count: 1 } } })).toBe("One order");
  });

  it("says a person's text as it stands, whatever is in it", () => {
    const hostile = ["<b>&amp;</b>", "$t(t.n)", "{{count}}", "王伟"];
    expect(hostile.map((what) => pick.text("t.of", { what }))).toEqual(hostile);
  });

  it("is its own key when nobody wrote it", () => {
    expect(pick.text("t.gone")).toBe("t.gone");
  });
});

describe("days, periods and names", () => {
  it("are said in the language", () => {
    expect(zh.day("2026-03-01" as Day)).toBe("2026年3月1日");
    expect(["2026", "2026-Q3", "2026-03"].map((id) => zh.period(id))).toEqual([
      "2026 年",
      "2026 年第三季度",
      "2026 年 3 月",
    ]);
    expect(["2026", "2026-Q3", "2026-03"].map((id) => english.period(id))).toEqual([
      "2026",
      "Q3 2026",
      "Mar 2026",
    ]);
  });

  it("leave the year out when short, but not of a year", () => {
    expect(["2026", "2026-Q3", "2026-03"].map((id) => english.period(id, "short"))).toEqual([
      "2026",
      "Q3",
      "Mar",
    ]);
  });

  it("say what is no period as it stands", () => {
    expect(english.period("soon")).toBe("soon");
  });

  it("fall back to the other language's name", () => {
    expect([english.name({ zh: "小组", en: "" }), zh.name({ zh: "", en: "Group" })]).toEqual([
      "小组",
      "Group",
    ]);
  });
});

describe("the words of a language", () => {
  it("have no key twice, for the later file would take the place of the earlier", () => {
    const folders = ["zh-cn", "en"].map(
      (name) => new URL(`../../../../core/words/${name}/`, import.meta.url),
    );
    const twice = folders.flatMap((folder) => {
      const keys = readdirSync(folder).flatMap((file) =>
        [...readFileSync(new URL(file, folder), "utf8").matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key),
      );
      return keys.filter((key, at) => keys.indexOf(key) !== at);
    });
    expect(twice).toEqual([]);
  });
});
