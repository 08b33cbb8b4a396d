import { describe, expect, test } from "vitest";
import type { Day } from "../../../../core/base/day.ts";
import { dealState, markedDeals } from "../../../../core/customer/deal-marks.ts";
import { isCurrent } from "../../../../core/customer/pipeline.ts";
import type { Deal, Stage, StageEvent } from "../../../../core/customer/records.ts";

const TODAY = "2026-11-25" as Day;
const DEAL = {
  id: "d1",
  name: "Boiler",
  source: "zoho",
  category: "open",
  stage: "Offer",
  nextStep: "Call",
  expectedCloseOn: "2026-12-01",
  createdOn: "2026-10-01",
} as Deal;
const STAGE = {
  id: "zoho:Offer",
  source: "zoho",
  stage: "Offer",
  category: "open",
  order: 1,
  normDays: 30,
} as Stage;

function stateOf(deal: Partial<Deal>, events: readonly Partial<StageEvent>[] = []) {
  const ofDeal = events.map((event, at) => ({ id: `e${at}`, dealId: "d1", source: "zoho", ...event }));
  const facts = { deals: [], stageEvents: [ofDeal as unknown as StageEvent[]] };
  const stages = new Map([[STAGE.id as string, STAGE]]);
  return dealState({ rows: { stages }, facts }, { ...DEAL, ...deal }, TODAY);
}

describe("what a card warns of", () => {
  test("a deal in its stage for 24 days of 30 that is expected in a week warns of nothing", () => {
    const state = stateOf({}, [{ stage: "Offer", on: "2026-11-01" as Day }]);
    expect(state).toEqual({ age: { since: "2026-11-01", days: 24, isExact: true }, marks: [] });
  });

  test("a deal past its expected close, too long in its stage, once expected earlier, without a next step", () => {
    const events = [{ stage: "Offer", on: "2026-10-01" as Day, expectedCloseOn: "2026-10-20" as Day }];
    const { nextStep: _, ...bare } = DEAL;
    expect(
      stateOf({ ...bare, nextStep: undefined, expectedCloseOn: "2026-11-24" as Day } as Deal, events).marks,
    ).toEqual(["overdue", "stalled", "slipped", "no-next-step"]);
  });

  test("a won deal warns of nothing and has no age", () => {
    expect(stateOf({ category: "won", expectedCloseOn: "2026-01-01" as Day })).toEqual({
      age: null,
      marks: [],
    });
  });
});

describe("what the board shows", () => {
  test("of closed deals those of the last 90 days", () => {
    const closed = (closedOn: string) => isCurrent({ category: "lost", closedOn: closedOn as Day }, TODAY);
    expect([closed("2026-08-27"), closed("2026-08-28"), closed("2026-11-25")]).toEqual([false, true, true]);
  });
});

test("the board's filter finds the deals that warn of a mark, and no closed ones", () => {
  const late = { ...DEAL, expectedCloseOn: "2026-11-01" as Day };
  const won = { ...late, id: "d2", category: "won" } as Deal;
  const book = { rows: { stages: new Map() }, facts: { deals: [[late, won], [DEAL]], stageEvents: [] } };
  expect([...markedDeals(book, "overdue", TODAY)]).toEqual([late]);
  expect(markedDeals(book, "overdue", TODAY)).toBe(markedDeals(book, "overdue", TODAY));
});
