import { describe, expect, it } from "vitest";
import { findEntries, indexEntries } from "../../../../renderer/app/palette/find-entries.ts";
import type { Entry, EntryKind } from "../../../../renderer/app/palette/find-entries.ts";
import { matchText, withoutPinyin } from "../../../../renderer/app/palette/match-text.ts";
import { loadPinyin } from "../../../../renderer/app/palette/pinyin.ts";

const pinyinOf = await loadPinyin();
const score = (text: string, query: string) => matchText(text, query, pinyinOf);
const entry = (kind: EntryKind, title: string, detail = ""): Entry => ({
  kind,
  id: title,
  title,
  detail,
  run: () => undefined,
});
const titles = (entries: readonly Entry[], query: string) =>
  findEntries(indexEntries(entries), query, pinyinOf).map((one) => one.title);

describe("matching a text", () => {
  it("the same text is best, then its beginning, then a word's, then any part", () => {
    expect([
      score("acme", "acme"),
      score("acme ltd", "acm"),
      score("the acme", "acm"),
      score("xacme", "acm"),
    ]).toEqual([0, 1, 2, 3]);
  });

  it("pinyin finds Chinese by whole syllables, by initials and by a mixture", () => {
    expect([
      score("李敏", "limin"),
      score("李敏", "lm"),
      score("李敏", "limi"),
      score("杭州恒远", "hyuan"),
    ]).toEqual([4, 4, 4, 5]);
  });

  it("both readings of a character find it", () => {
    expect([score("重庆", "chongqing"), score("重庆", "zq")]).toEqual([4, 4]);
  });

  it("what is not there is not found, with or without pinyin", () => {
    expect(score("李敏", "wang")).toBeNull();
    expect(matchText("李敏", "lm", withoutPinyin)).toBeNull();
  });

  it("every word must be found; the worst counts", () => {
    expect(score("杭州 恒远", "杭州 恒")).toBe(2);
    expect(score("杭州 恒远", "杭州 立信")).toBeNull();
  });
});

describe("finding entries", () => {
  it("a title comes before a detail, the kind with the best answer first", () => {
    const entries = [
      entry("customer", "恒远机械", "李敏"),
      entry("member", "李敏"),
      entry("deal", "李敏项目"),
    ];
    expect(titles(entries, "李敏")).toEqual(["李敏", "李敏项目", "恒远机械"]);
  });

  it("pinyin is for names, not for the details beside them", () => {
    expect(titles([entry("customer", "恒远机械", "李敏"), entry("member", "李敏")], "lm")).toEqual(["李敏"]);
  });

  it("shows at most seven of a kind, the best of them", () => {
    const entries = Array.from({ length: 20 }, (_, index) => entry("order", `x${index}`));
    expect(titles([...entries, entry("order", "x")], "x")).toEqual(["x", "x0", "x1", "x2", "x3", "x4", "x5"]);
  });

  it("nothing typed gives rooms and actions alone", () => {
    const entries = [entry("member", "李敏"), entry("action", "打印"), entry("room", "团队")];
    expect(titles(entries, " ")).toEqual(["团队", "打印"]);
  });
});
