import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { DealId } from "../../../../core/base/id.ts";
import { isStalled, quartileOfLists, stageAge, stageStays } from "../../../../core/customer/stage-age.ts";
import { stageNorm } from "../../../../core/customer/stage-norms.ts";
import type { Stage, StageEvent } from "../../../../core/customer/records.ts";
import { aDeal, kpiWorld } from "../../../builders/kpi-context.ts";

const TODAY = day("2026-06-30");

function moved(dealId: string, stage: string, on: string): StageEvent {
  return { id: `${dealId}:${on}:${stage}`, dealId: dealId as DealId, stage, on: day(on), source: "zoho" };
}

function offerStage(more: Partial<Stage>): Stage {
  return { id: "zoho:Offer", source: "zoho", stage: "Offer", category: "open", order: 1, ...more };
}

/** Deals that stood in the offer for so many days each, and were lost. */
function pastOffers(days: readonly number[]) {
  const deals = days.map((count, at) =>
    aDeal(`past${at}`, {
      category: at % 2 === 0 ? "lost" : "won",
      closedOn: day(`2026-03-${String(count + 1).padStart(2, "0")}`),
    }),
  );
  return { deals, stageEvents: deals.map((deal) => moved(deal.id, "Offer", "2026-03-01")) };
}

describe("the age of a deal in its stage", () => {
  it("counts from the event that last moved it there", () => {
    const events = [
      moved("d", "Offer", "2026-02-01"),
      moved("d", "Talk", "2026-03-01"),
      moved("d", "Offer", "2026-06-10"),
    ];
    expect(stageAge({ stage: "Offer" }, events, TODAY)).toEqual({
      since: "2026-06-10",
      days: 20,
      isExact: true,
    });
  });

  it("does not begin anew when an event names the stage again, such as for a new amount", () => {
    const events = [moved("d", "Offer", "2026-06-01"), moved("d", " offer", "2026-06-20")];
    expect(stageAge({ stage: "Offer" }, events, TODAY)?.days).toBe(29);
  });

  it("is at most the days since the last event when that event names another stage", () => {
    const events = [moved("d", "Talk", "2026-06-20")];
    expect(stageAge({ stage: "Offer", createdOn: day("2026-01-01") }, events, TODAY)).toEqual({
      since: "2026-06-20",
      days: 10,
      isExact: false,
    });
  });

  it("is at most the days since it was created when there is no history", () => {
    const age = stageAge({ stage: "Offer", createdOn: day("2026-06-29") }, [], TODAY);
    expect(age).toEqual({ since: "2026-06-29", days: 1, isExact: false });
  });

  it("is not known without history and day of creation", () => {
    expect(stageAge({ stage: "Offer" }, [], TODAY)).toBeNull();
  });

  it("leaves out what happens after today", () => {
    const events = [moved("d", "Offer", "2026-06-01"), moved("d", "Talk", "2026-07-15")];
    expect(stageAge({ stage: "Offer" }, events, TODAY)?.days).toBe(29);
  });

  it("is never negative, whatever the days", () => {
    const days = fc.integer({ min: 0, max: 27 }).map((n) => day(`2026-06-${String(n + 1).padStart(2, "0")}`));
    fc.assert(
      fc.property(days, days, fc.array(days), (created, today, moves) => {
        const events = moves.map((on, at) => ({ stage: at % 2 === 0 ? "Offer" : "Talk", on }));
        expect(stageAge({ stage: "Offer", createdOn: created }, events, today)!.days).toBeGreaterThanOrEqual(
          0,
        );
      }),
    );
  });
});

describe("the stays of a deal", () => {
  it("follow each other without gap, whatever the order of the events", () => {
    const events = [moved("d", "Won", "2026-03-05"), moved("d", "New", "2026-01-01")];
    expect(stageStays(events)).toEqual([
      { stage: "New", from: "2026-01-01", until: "2026-03-05" },
      { stage: "Won", from: "2026-03-05", until: null },
    ]);
  });
});

describe("the norm of a stage", () => {
  const offer = { source: "zoho", stage: "Offer" } as const;

  it("is the stage's own where one is set, whatever the past says", () => {
    const world = kpiWorld({ ...pastOffers([1, 2, 3, 4, 5]), stages: [offerStage({ normDays: 14 })] });
    expect(stageNorm(world, offer)).toEqual({ days: 14, from: "setting", n: 0 });
  });

  it("is the 75th percentile of past deals' days: of 2, 4, 6, 8, 20 it is 8", () => {
    const world = kpiWorld({ ...pastOffers([2, 4, 6, 8, 20]), stages: [offerStage({})] });
    expect(stageNorm(world, offer)).toEqual({ days: 8, from: "past", n: 5 });
  });

  it("is not known from four past deals", () => {
    expect(stageNorm(kpiWorld(pastOffers([2, 4, 6, 8])), offer)).toBeNull();
  });

  it("leaves open and void deals out of the past", () => {
    const { deals, stageEvents } = pastOffers([2, 4, 6, 8, 20]);
    const isVoid = deals.map((deal) => ({ ...deal, category: "void" as const }));
    expect(stageNorm(kpiWorld({ deals: isVoid, stageEvents }), offer)).toBeNull();
  });

  it("holds for a second system's stage of the same name", () => {
    const world = kpiWorld({ stages: [offerStage({ normDays: 14 })] });
    expect(stageNorm(world, { source: "fxiaoke", stage: "offer" })?.days).toBe(14);
  });

  it("makes a deal stalled on the day after, not on the day", () => {
    const norm = { days: 8, from: "past", n: 5 } as const;
    expect([8, 9].map((days) => isStalled({ days }, norm))).toEqual([false, true]);
  });

  it("makes nothing stalled where there is none", () => {
    expect(isStalled({ days: 400 }, null)).toBe(false);
  });
});

describe("the upper quartile", () => {
  it("is a value of the list that at least three quarters do not exceed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), (values) => {
        const quartile = quartileOfLists([values]);
        expect(values).toContain(quartile);
        expect(values.filter((value) => value <= quartile).length * 4).toBeGreaterThanOrEqual(
          values.length * 3,
        );
      }),
    );
  });
});
