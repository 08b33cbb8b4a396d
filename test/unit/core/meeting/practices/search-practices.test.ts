import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, markHits } from "../../../../../core/meeting/practices/mark-hits.ts";
import { indexInSteps, searchPractices } from "../../../../../core/meeting/practices/search-practices.ts";
import { indexTerms, queryTerms } from "../../../../../core/meeting/practices/search-terms.ts";
import { aPractice, practicesOf } from "../../../../builders/meeting-practices.ts";

const LIBRARY = practicesOf(
  aPractice("price", { title: "竞争对手压价时拆开报价单", tags: ["报价"], stage: "方案/报价" }),
  aPractice("visit", { title: "客户投诉后两天内上门", action: "先处理投诉，再谈续约", industry: "电子" }),
  aPractice("zoho", { title: "Clean the Zoho contacts before a campaign", action: "报价前先核对联系人" }),
);
const idsOf = (typed: string, library = LIBRARY) =>
  searchPractices(library, typed).map(({ practice }) => practice.id as string);

describe("the search of practices", () => {
  test("finds Chinese words anywhere in a sentence, the title first", () => {
    expect(idsOf("报价")).toEqual(["price", "zoho"]);
  });

  test("finds a word that the sentence cuts otherwise", () => {
    expect(idsOf("价单")).toEqual(["price"]);
    expect(idsOf("诉后")).toEqual(["visit"]);
  });

  test("wants everything that was typed, in either language", () => {
    expect(idsOf("报价 zoho")).toEqual(["zoho"]);
    expect(idsOf("投诉续约")).toEqual(["visit"]);
    expect(idsOf("投诉压价")).toEqual([]);
  });

  test("finds English from the beginning of a word, in any case and width, with one slip", () => {
    expect([idsOf("ZOH"), idsOf("ｚｏｈｏ"), idsOf("compaign"), idsOf("paign")]).toEqual([
      ["zoho"],
      ["zoho"],
      ["zoho"],
      [],
    ]);
  });

  test("finds stages, industries and a single character", () => {
    expect([idsOf("电子"), idsOf("方案"), idsOf("单")]).toEqual([["visit"], ["price"], ["price"]]);
  });

  test("nothing typed finds nothing", () => {
    expect([idsOf(" "), idsOf("，")]).toEqual([[], []]);
  });

  test("after an edit, a removal and the way back it answers as a fresh index would", () => {
    const edited = new Map(LIBRARY).set("zoho", aPractice("zoho", { title: "回款提醒" }));
    edited.delete("price");
    expect([idsOf("zoho", edited), idsOf("回款", edited), idsOf("压价", edited)]).toEqual([[], ["zoho"], []]);
    expect([idsOf("zoho"), idsOf("回款"), idsOf("压价")]).toEqual([["zoho"], [], ["price"]]);
  });

  test("an index that was begun in steps and left answers whole, also for the next library", () => {
    const many = practicesOf(
      ...Array.from({ length: 25 }, (_, at) => aPractice(`p${at}`, { title: "回款" })),
    );
    indexInSteps(many).next();
    const edited = new Map(many).set("p3", aPractice("p3", { title: "投诉" }));
    expect([idsOf("回款", many).length, idsOf("回款", edited).length]).toEqual([25, 24]);
    indexInSteps(new Map(edited).set("x", aPractice("x"))).next();
    expect(idsOf("投诉", edited)).toEqual(["p3"]);
    expect([...indexInSteps(edited)]).toEqual([]);
  });

  test("every run of characters of a title finds its practice", () => {
    const title = "竞争对手压价时拆开报价单";
    const runs = fc.tuple(fc.nat(title.length - 1), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(runs, ([from, length]) => idsOf(title.slice(from, from + length)).includes("price")),
    );
  });
});

describe("the terms", () => {
  test("of a Chinese word of two stand twice, of a chance pair once", () => {
    const terms = indexTerms("客户投诉");
    expect(terms.filter((term) => term === "客户")).toHaveLength(2);
    expect(terms.filter((term) => term === "户投")).toHaveLength(1);
  });

  test("of a query do not reach over its words", () => {
    expect(queryTerms("客户投诉")).toEqual(["客户", "投诉"]);
  });
});

describe("what is marked", () => {
  test("is what was looked for, however it is written, and the pieces are the whole text", () => {
    const pieces = markHits("用 ＺＯＨＯ 与报价单", searchPractices(LIBRARY, "zoho 报价")[0]!.terms);
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["ＺＯＨＯ", "报价"]);
    expect(pieces.map(({ text }) => text).join("")).toBe("用 ＺＯＨＯ 与报价单");
  });

  test("stands in the part that a row shows", () => {
    expect(excerpt(`${"很长的开头".repeat(20)}然后拆开报价单`, ["报价"], 12)).toBe("…然后拆开报价单");
  });
});
