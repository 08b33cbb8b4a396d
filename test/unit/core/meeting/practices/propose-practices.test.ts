import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { CustomerId, DealId } from "../../../../../core/base/id.ts";
import type { Money } from "../../../../../core/base/money.ts";
import type { Deal, Stage, StageEvent } from "../../../../../core/customer/records.ts";
import { practiceCandidates } from "../../../../../core/meeting/practices/practice-candidates.ts";
import {
  dealsForPractice,
  proposePractices,
  stalledProposals,
} from "../../../../../core/meeting/practices/propose-practices.ts";
import {
  aCustomer,
  aDeal,
  aPractice,
  kpiWorld,
  practicesOf,
} from "../../../../builders/meeting-practices.ts";

const OFFER = { id: "generic:Offer", source: "generic", stage: "Offer", category: "open", order: 1 } as Stage;
const STAGES: readonly Stage[] = [
  { ...OFFER, normDays: 30 },
  { ...OFFER, id: "generic:Lost", stage: "Lost", category: "lost", order: 9 },
];
const CUSTOMERS = [
  aCustomer("c1", { industry: "电子", leadSource: "展会" }),
  aCustomer("c2", { industry: "电子", leadSource: "转介绍" }),
];
const WON = aDeal("won", {
  category: "won",
  closedOn: "2026-09-01" as Day,
  stage: "Won",
  product: "CRM",
  amount: 1000 as Money,
  customerId: "c1" as CustomerId,
});
const STALLED = aDeal("stalled", {
  stage: "Offer",
  product: "ERP",
  amount: 2000 as Money,
  customerId: "c2" as CustomerId,
});

function event(dealId: string, stage: string, on: string): StageEvent {
  return { id: `${dealId}-${on}`, dealId: dealId as DealId, stage, on: on as Day, source: "generic" };
}

function world(more: readonly Deal[] = [], events: readonly StageEvent[] = []) {
  return kpiWorld({
    stages: STAGES,
    customers: CUSTOMERS,
    deals: [WON, STALLED, ...more],
    stageEvents: [event("stalled", "Offer", "2026-10-01"), ...events],
  });
}
const OF_WON = aPractice("p1", { dealId: WON.id, stage: "offer" });

describe("a practice is proposed for a deal", () => {
  test("of its stage, industry and size, with the reasons; another source and product do not count", () => {
    const [found] = proposePractices(world(), practicesOf(OF_WON), STALLED);
    expect(found).toMatchObject({ points: 6, traits: ["stage", "industry", "amount"] });
    expect(found!.reasons.map(({ key, params }) => [key, params])).toEqual([
      ["meeting.practice.like.stage", { name: "offer" }],
      ["meeting.practice.like.industry", { name: "电子" }],
      ["meeting.practice.like.amount", { amount: { unit: "money", value: 1000 } }],
    ]);
  });

  test("not when more than twice as large is all that differs from being enough", () => {
    const bare = aPractice("p2", { stage: "Offer" });
    const of = { ...OF_WON, industry: "化工" };
    const large = { ...STALLED, amount: 2001 as Money };
    expect(proposePractices(world(), practicesOf(bare, of), large)).toEqual([]);
    expect(proposePractices(world(), practicesOf(bare, of), STALLED)).toHaveLength(1);
  });

  test("not for its own deal, not twice for one, and not when it is put away", () => {
    const used = { ...OF_WON, uses: [{ on: "2026-11-01" as Day, dealId: STALLED.id, note: "" }] };
    expect(proposePractices(world(), practicesOf(used), STALLED)).toEqual([]);
    expect(proposePractices(world(), practicesOf({ ...OF_WON, archived: true }), STALLED)).toEqual([]);
    expect(proposePractices(world(), practicesOf(OF_WON), { ...WON, stage: "Offer" })).toEqual([]);
  });

  test("before others that are as like when it was used more often", () => {
    const twin = aPractice("p2", { stage: "Offer", industry: "电子", on: "2026-08-30" as Day });
    const used = { ...twin, id: "p3" as never, uses: [{ on: "2026-08-31" as Day, note: "" }] };
    const found = proposePractices(world(), practicesOf(twin, used), STALLED);
    expect(found.map(({ practice }) => practice.id)).toEqual(["p3", "p2"]);
  });
});

describe("stalled deals", () => {
  test("are found for a practice; one that stands within the norm is not", () => {
    const fresh = { ...STALLED, id: "fresh" as DealId };
    const context = world([fresh], [event("fresh", "Offer", "2026-11-20")]);
    expect(dealsForPractice(context, OF_WON).map(({ deal }) => deal.id)).toEqual(["stalled"]);
  });

  test("come with the likest practice, the largest first", () => {
    const larger = { ...STALLED, id: "larger" as DealId, amount: 9000 as Money };
    const context = world([larger], [event("larger", "Offer", "2026-09-01")]);
    const found = stalledProposals(context, practicesOf(OF_WON), 5);
    expect(found.map(({ deal, points }) => [deal.id, points])).toEqual([
      ["larger", 5],
      ["stalled", 6],
    ]);
    expect(stalledProposals(context, practicesOf(OF_WON), 1)).toHaveLength(1);
  });
});

describe("a won deal is proposed to be written up", () => {
  const won = (id: string, amount: number, closedOn = "2026-09-10") =>
    aDeal(id, { category: "won", stage: "Won", amount: amount as Money, closedOn: closedOn as Day });

  test("when it had been lost, had stalled, or is among the largest tenth, in this order, with the reason", () => {
    const ordinary = Array.from({ length: 19 }, (_, at) => won(`w${at}`, 100 + at));
    const events = [
      event("w1", "Offer", "2026-06-01"),
      event("w1", "Won", "2026-09-10"),
      event("w2", "Lost", "2026-06-01"),
      event("w2", "Won", "2026-09-10"),
    ];
    const found = practiceCandidates(world(ordinary, events), new Map());
    expect(found.map(({ deal, reasons }) => [deal.id, reasons.map(({ key }) => key)])).toEqual([
      ["w2", ["meeting.practice.why.lost"]],
      ["w1", ["meeting.practice.why.stalled"]],
      ["won", ["meeting.practice.why.large"]],
      ["w18", ["meeting.practice.why.large"]],
    ]);
  });

  test("not when it has a practice, was won over a year ago, or nothing is special about it", () => {
    const events = [event("old", "Offer", "2025-01-01"), event("won", "Offer", "2026-06-01")];
    const context = world([won("old", 100, "2025-11-23")], events);
    expect(practiceCandidates(context, new Map()).map(({ deal }) => deal.id)).toEqual(["won"]);
    expect(practiceCandidates(context, practicesOf(OF_WON))).toEqual([]);
  });
});
