import { describe, expect, it } from "vitest";
import { parseSource } from "../../../scripts/verify/source-tree.ts";
import { compareDictionaries, compareKeys, findStraySentences } from "../../../scripts/verify/words-check.ts";

function stray(path: string, text: string): readonly string[] {
  return findStraySentences([parseSource(path, text)]);
}

function keysIn(text: string): readonly string[] {
  return compareKeys([parseSource("renderer/app/a.ts", text)], {
    "team.a": "",
    "team.b": "",
    "team.b_one": "",
  });
}

describe("the words check", () => {
  it("finds a sentence that one language lacks", () => {
    expect(compareDictionaries({ "team.a": "甲" }, {})).toEqual(["team.a: en does not say it"]);
    expect(compareDictionaries({}, { "team.a": "A" })).toEqual(["team.a: zh-CN does not say it"]);
  });

  it("finds parameters that differ, in whatever order they stand", () => {
    expect(compareDictionaries({ "team.a": "{{x}}{{y}}" }, { "team.a": "{{y}} {{x}}" })).toEqual([]);
    expect(compareDictionaries({ "team.a": "{{x}}" }, { "team.a": "{{y}}" })).toEqual([
      "team.a: zh-CN takes {x}, en takes {y}",
    ]);
  });

  it("takes a singular that only English has, and none for a sentence that is not there", () => {
    const english = { "team.a": "{{count}} members", "team.a_one": "One member" };
    expect(compareDictionaries({ "team.a": "{{count}} 名成员" }, english)).toEqual([]);
    expect(compareDictionaries({}, { "team.b_one": "B" })).toEqual(["team.b_one: zh-CN does not say it"]);
  });

  it("finds Chinese in English, and shouting in either; the product's name may stand", () => {
    expect(compareDictionaries({ "app.a": "九宫" }, { "app.a": "九宫 Jiugong" })).toEqual([]);
    expect(compareDictionaries({ "team.a": "好！" }, { "team.a": "好!" })).toEqual([
      "team.a: no exclamation marks (zh-CN)",
      "team.a: Chinese in the English sentence",
      "team.a: no exclamation marks (en)",
    ]);
  });

  it("finds a key without words and words that nobody says", () => {
    expect(keysIn('message("team.a"); message("team.b");')).toEqual([]);
    expect(keysIn('message("team.a"); message("team.c");')).toEqual([
      'renderer/app/a.ts:1 the key "team.c" has no words',
      "team.b: nobody says it",
    ]);
  });

  it("takes a template for every key that fits it, and one that fits none for a mistake", () => {
    expect(keysIn("message(`team.${x}`);")).toEqual([]);
    expect(keysIn("message(`team.${x}.title`); message(`team.${x}`);")).toHaveLength(1);
  });

  it("finds Chinese outside of core/words, except in samples, tables of labels and tests", () => {
    expect(stray("core/team/a.ts", 'export const a = "小组";')).toHaveLength(1);
    expect(stray("core/team/a.ts", "export const a = `${b}组`;")).toHaveLength(1);
    expect(stray("core/team/a.ts", "// 小组\nexport const a = 1;")).toEqual([]);
    expect(stray("core/vault/sample/a.ts", 'export const a = "小组";')).toEqual([]);
    expect(stray("core/customer/locales/a.ts", 'export const a = "小组";')).toEqual([]);
  });

  it("finds a sentence that stands in a screen, as text or as a spoken attribute", () => {
    expect(stray("renderer/app/a.tsx", "export const a = <p>Save</p>;")).toHaveLength(1);
    expect(stray("renderer/app/a.tsx", 'export const a = <p aria-label="Save" />;')).toHaveLength(1);
    expect(stray("renderer/app/a.tsx", 'export const a = <p className="save">·</p>;')).toEqual([]);
  });
});
