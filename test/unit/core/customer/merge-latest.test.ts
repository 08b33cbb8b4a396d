import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../../../../core/base/day.ts";
import type { Day } from "../../../../core/base/day.ts";
import { runToEnd } from "../../../../core/base/run-to-end.ts";
import { latestSteps } from "../../../../core/customer/merge-latest.ts";
import type { Latest } from "../../../../core/customer/merge-latest.ts";

const PARTS = 40;
const part: fc.Arbitrary<Latest> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9 })), { maxLength: 6 })
  .map((found) => new Map(found.map(([key, on]) => [`c${key}`, addDays(day("2026-03-01"), on)])));

function merged(parts: readonly Latest[], before?: Parameters<typeof latestSteps>[1]) {
  return runToEnd(latestSteps(parts, before));
}

function plain(parts: readonly Latest[]): Record<string, Day> {
  const latest: Record<string, Day> = {};
  for (const one of parts) {
    for (const [key, on] of one) if (latest[key] === undefined || latest[key] < on) latest[key] = on;
  }
  return latest;
}

test("after any changes of a few parts the latest days are those found from scratch", () => {
  const parts = fc.array(part, { minLength: PARTS, maxLength: PARTS });
  const changes = fc.array(fc.tuple(fc.nat(PARTS - 1), part, fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(parts, changes, (start, edits) => {
      let known = merged(start);
      for (const [at, next, isRemoved] of edits) {
        const now = isRemoved ? known.parts.toSpliced(at, 1) : known.parts.toSpliced(at, 1, next);
        known = merged(now, known);
        expect(Object.fromEntries(known.latest)).toEqual(plain(now));
      }
    }),
  );
});

test("the same parts have the same answer, and what was answered before stays as it was", () => {
  const parts = Array.from({ length: PARTS }, () => new Map([["c1", day("2026-03-01")]]));
  const known = merged(parts);
  merged(parts.toSpliced(0, 1, new Map([["c1", day("2026-03-09")]])), known);
  expect(merged([...parts], known).latest).toBe(known.latest);
  expect(known.latest.get("c1")).toBe("2026-03-01");
});
