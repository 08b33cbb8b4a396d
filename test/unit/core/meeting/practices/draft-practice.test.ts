import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { CustomerId, DealId } from "../../../../../core/base/id.ts";
import type { Money } from "../../../../../core/base/money.ts";
import { ownerIndex } from "../../../../../core/customer/owner.ts";
import type { Activity, Stage, StageEvent } from "../../../../../core/customer/records.ts";
import { draftPractice } from "../../../../../core/meeting/practices/draft-practice.ts";
import type { DraftSentence } from "../../../../../core/meeting/practices/draft-practice.ts";
import { en } from "../../../../../core/words/en.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { aMember } from "../../../../builders/kpi-context.ts";
import { aCustomer, aDeal, anOrder, kpiWorld } from "../../../../builders/meeting-practices.ts";

const D1 = "d1" as DealId;
const event = (stage: string, on: string, amount: number): StageEvent => ({
  id: `e-${stage}`,
  dealId: D1,
  stage,
  on: on as Day,
  amount: amount as Money,
  source: "generic",
});
const talk = (id: string, on: string, text: string): Activity => ({
  id,
  kind: "Visit",
  on: on as Day,
  dealId: D1,
  text,
  source: "generic",
});
const OFFER: Stage = {
  id: "generic:Offer",
  source: "generic",
  stage: "Offer",
  category: "open",
  order: 1,
  normDays: 20,
};
const DEAL = aDeal("d1", {
  name: "Boiler",
  category: "won",
  stage: "Won",
  customerId: "c1" as CustomerId,
  product: "B-7",
  amount: 120_000 as Money,
  createdOn: "2026-01-01" as Day,
  closedOn: "2026-03-20" as Day,
  ownerName: "Li Min",
});
const BOOK = {
  stages: [OFFER],
  customers: [aCustomer("c1", { name: "Acme", industry: "Steel", leadSource: "Fair" })],
  deals: [DEAL],
  stageEvents: [
    event("New", "2026-01-01", 100_000),
    event("Offer", "2026-01-11", 100_000),
    event("Won", "2026-03-20", 120_000),
  ],
  activities: [
    talk("a1", "2026-02-01", "Showed the second boiler"),
    talk("a2", "2026-01-05", ""),
    talk("a3", "2026-01-05", "First call"),
  ],
  orders: [anOrder("o1", "2026-03-21", 120_000, { dealId: D1, paid: 50_000 as Money })],
};

const words = createWords("en", en, "CNY");
const say = (sentences: readonly DraftSentence[]) => sentences.map(({ text }) => words.say(text));

describe("the draft of a practice", () => {
  const draft = draftPractice(kpiWorld(BOOK), DEAL, ownerIndex([aMember("m1", { name: "Li Min" })]));

  test("says where the deal began and what stood in its way", () => {
    expect(say(draft.situation)).toEqual([
      "Jan 1, 2026: “Boiler” of Acme was opened.",
      "Industry: Steel.",
      "Product: B-7.",
      "Source: Fair.",
      "It stood in “Offer” for 68 days; 20 are usual at most.",
    ]);
  });

  test("says what was done, in time; an activity without a text is only counted", () => {
    expect(say(draft.action)).toEqual([
      "3 activities: 3 × Visit.",
      "Jan 5, 2026, Visit: First call",
      "Jan 11, 2026: moved to “Offer”.",
      "Feb 1, 2026, Visit: Showed the second boiler",
    ]);
  });

  test("says what came of it", () => {
    expect(say(draft.result)).toEqual([
      "Won on Mar 20, 2026 for ¥1,200.",
      "78 days from opening to winning.",
      "Days by stage: New 10, Offer 68.",
      "The amount went from ¥1,000 to ¥1,200.",
      "1 order over ¥1,200, of which ¥500 is paid.",
    ]);
  });

  test("names the stage in which the deal stalled, its industry, product and owner", () => {
    expect(draft).toMatchObject({ stage: "Offer", industry: "Steel", product: "B-7", memberId: "m1" });
    expect(words.say(draft.title)).toBe("How “Boiler” was won after it stalled in “Offer”");
  });

  test("of a deal of which nothing is known says nothing that is not there", () => {
    const bare = aDeal("d2", { name: "Bare", category: "won" });
    const of = draftPractice(kpiWorld({ deals: [bare] }), bare, ownerIndex([]));
    expect([say(of.situation), say(of.action), say(of.result)]).toEqual([["“Bare”."], [], []]);
    expect([of.stage, of.industry, of.memberId]).toEqual(["", "", undefined]);
  });

  test("rests on rows that are there, sentence by sentence", () => {
    const ids = new Set(
      [...BOOK.customers, ...BOOK.deals, ...BOOK.stageEvents, ...BOOK.activities, ...BOOK.orders].map(
        ({ id }) => id as string,
      ),
    );
    const sentences = [...draft.situation, ...draft.action, ...draft.result];
    expect(sentences.filter(({ ref }) => !ids.has(ref.id))).toEqual([]);
  });

  test("follows what the book says: without the order and the stall neither is told", () => {
    const { stages: _, orders: __, ...less } = BOOK;
    const of = draftPractice(kpiWorld(less), DEAL, ownerIndex([]));
    expect(say(of.situation)).toHaveLength(4);
    expect(say(of.result)).toHaveLength(4);
    expect(words.say(of.title)).toBe("How “Boiler” was won");
  });
});
