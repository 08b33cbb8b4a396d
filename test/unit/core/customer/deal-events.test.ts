import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { eventsByDeal, indexEvents, pageEvents } from "../../../../core/customer/deal-events.ts";
import type { StageEvent } from "../../../../core/customer/records.ts";
import { aMove } from "../../../builders/kpi-analysis.ts";
import { aDeal } from "../../../builders/kpi-context.ts";

const DEALS = ["d0", "d1", "d2", "d3"].map((id) => aDeal(id));

function someMoves(deals: readonly string[]): readonly StageEvent[] {
  return deals.map((deal, at) => ({ ...aMove(deal, "Offer", "2026-03-01"), id: `e${at}` }));
}

function plain(chunks: readonly (readonly StageEvent[])[]) {
  return DEALS.map(({ id }) => chunks.flat().filter(({ dealId }) => dealId === id));
}

describe("the stage events of deals", () => {
  it("are those of the table in its order, whichever pages changed since", () => {
    const movesArb = fc.array(fc.constantFrom("d0", "d1", "d2", "d3"), { maxLength: 4 }).map(someMoves);
    const edits = fc.array(fc.record({ at: fc.nat({ max: 6 }), page: movesArb }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(movesArb, { minLength: 2, maxLength: 6 }), edits, (first, changes) => {
        let chunks: readonly (readonly StageEvent[])[] = first;
        for (const { at, page } of changes) {
          expect(pageEvents(DEALS, chunks)).toEqual(plain(chunks));
          chunks = at < chunks.length ? chunks.with(at, page) : [...chunks, page];
        }
        expect(pageEvents(DEALS, chunks)).toEqual(plain(chunks));
        expect(pageEvents(DEALS, first)).toEqual(plain(first));
      }),
    );
  });

  it("stay the same list for a page whose deals did not move", () => {
    const before = [someMoves(["d0", "d1"]), someMoves(["d2"])];
    const page = DEALS.slice(0, 2);
    const lists = pageEvents(page, before);
    const after = [before[0]!, [...before[1]!, aMove("d3", "Won", "2026-04-01")]];
    expect(pageEvents(page, after)).toBe(lists);
    expect(
      eventsByDeal(after)
        .get("d3")!
        .map(({ on }) => on),
    ).toEqual([day("2026-04-01")]);
  });

  it("are taken in a few pages at a time", () => {
    const chunks = [someMoves(["d0"]), someMoves(["d1"]), someMoves(["d0"])];
    expect([indexEvents(chunks, 1), indexEvents(chunks, 1), indexEvents(chunks, 1)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(eventsByDeal(chunks).get("d0")!.length).toBe(2);
  });
});
