import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../../core/base/day.ts";
import type { Day } from "../../../../core/base/day.ts";
import { slipOf, wasPromisedEarlier } from "../../../../core/customer/slips.ts";

const dayArb = fc.nat({ max: 20 }).map((days) => addDays("2026-03-01" as Day, days));

test("a card is marked as slipped exactly where its slip is counted in days", () => {
  const eventsArb = fc.array(
    fc.record({ on: dayArb, expectedCloseOn: fc.option(dayArb, { nil: undefined }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(dayArb, eventsArb, (expectedCloseOn, events) => {
      const said = events.map(({ on, expectedCloseOn: close }) =>
        close ? { on, expectedCloseOn: close } : { on },
      );
      const { days } = slipOf({ expectedCloseOn }, said, []);
      expect(wasPromisedEarlier(expectedCloseOn, said)).toBe(days > 0);
    }),
  );
});
