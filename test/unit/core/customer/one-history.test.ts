import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../../core/base/day.ts";
import type { DealId } from "../../../../core/base/id.ts";
import { addDays } from "../../../../core/base/day.ts";
import { eventsByDeal } from "../../../../core/customer/deal-events.ts";
import { oneHistory } from "../../../../core/customer/one-history.ts";
import type { Source, StageEvent } from "../../../../core/customer/records.ts";

function moves(source: Source, ...steps: readonly (readonly [stage: string, on: string])[]): StageEvent[] {
  return steps.map(([stage, on]) => ({
    id: `${source}/${stage}/${on}`,
    dealId: "d1" as DealId,
    stage,
    on: on as Day,
    source,
  }));
}

const ZOHO = moves(
  "zoho",
  ["Qualification", "2026-01-05"],
  ["Proposal", "2026-01-20"],
  ["Review", "2026-02-10"],
);

function stages(events: readonly StageEvent[]) {
  return oneHistory(events).map(({ stage }) => stage);
}

describe("the history of a deal", () => {
  test("is all of its moves where one system tells them, with those that were typed", () => {
    const events = [...ZOHO, ...moves("typed", ["Won", "2026-02-12"])];
    expect(oneHistory(events)).toBe(events);
  });

  test("is told by the system that says most, so that no move counts twice", () => {
    const events = [...moves("fxiaoke", ["方案/报价", "2026-01-22"], ["谈判审核", "2026-02-09"]), ...ZOHO];
    expect(stages(events)).toEqual(["Qualification", "Proposal", "Review"]);
  });

  test("takes from the other system what lies before and after", () => {
    const events = [
      ...ZOHO,
      ...moves("fxiaoke", ["验证客户", "2026-01-02"], ["方案/报价", "2026-01-22"]),
      ...moves("fxiaoke", ["赢单", "2026-02-11"]),
    ];
    expect(stages(events)).toEqual(["Qualification", "Proposal", "Review", "验证客户", "赢单"]);
  });

  test("is told by the system that knows amounts and closes, of as many moves", () => {
    const rich = moves("zoho", ["Proposal", "2026-01-20"]).map((one) => ({
      ...one,
      expectedCloseOn: "2026-03-01" as Day,
    }));
    expect(stages([...moves("fxiaoke", ["方案/报价", "2026-01-20"]), ...rich])).toEqual(["Proposal"]);
  });

  test("keeps every move that was typed, and one after another of two systems never by halves", () => {
    const eventArb = fc.record({
      source: fc.constantFrom<Source>("zoho", "fxiaoke", "typed"),
      stage: fc.constantFrom("A", "B"),
      on: fc.nat({ max: 9 }).map((days) => addDays("2026-01-01" as Day, days)),
    });
    fc.assert(
      fc.property(fc.array(eventArb, { maxLength: 8 }), (plain) => {
        const events = plain.map((one, at) => ({ ...one, id: `e${at}`, dealId: "d1" as DealId }));
        const told = new Set(oneHistory(events));
        expect(events.filter(({ source }) => source === "typed").every((one) => told.has(one))).toBe(true);
        const whole = (["zoho", "fxiaoke"] as const).filter((source) =>
          events.every((one) => one.source !== source || told.has(one)),
        );
        expect(whole.length).toBeGreaterThan(0);
      }),
    );
  });

  test("is what every reader of stage events gets", () => {
    const other = moves("fxiaoke", ["方案/报价", "2026-01-22"]);
    expect(eventsByDeal([ZOHO, other]).get("d1")).toEqual(ZOHO);
  });
});
