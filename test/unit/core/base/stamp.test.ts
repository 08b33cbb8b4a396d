import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextStamp, stampMs } from "../../../../core/base/stamp.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";

const stamp = (text: string): Stamp => text as Stamp;
const anyClock = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -5, 0.5, 1e300),
  fc.double(),
);

describe("the next stamp", () => {
  it("is the wall clock's when that is ahead", () => {
    expect(nextStamp(null, 1000, "d1")).toBe("0000000rs-0000-d1");
    expect(nextStamp(stamp("0000000rs-0007-d1"), 1001, "d1")).toBe("0000000rt-0000-d1");
  });

  it("counts on from the last one when the clock stands still or was set back", () => {
    expect(nextStamp(stamp("0000000rs-0000-d1"), 1000, "d1")).toBe("0000000rs-0001-d1");
    expect(nextStamp(stamp("0000000rs-000z-d1"), 5, "d1")).toBe("0000000rs-0010-d1");
  });

  it("goes on from another device's stamp under its own name", () => {
    expect(nextStamp(stamp("0000000rs-0000-d1"), 5, "d2")).toBe("0000000rs-0001-d2");
  });

  it("takes the next millisecond when the counter is full", () => {
    expect(nextStamp(stamp("0000000rs-zzzz-d1"), 5, "d1")).toBe("0000000rt-0000-d1");
  });

  it("stands still at the last one there is, and never falls back", () => {
    expect(nextStamp(stamp("zg3d62r5r-zzzz-d1"), 5, "d1")).toBe("zg3d62r5s-0000-d1");
    expect(nextStamp(stamp("zg3d62r5s-zzzz-d1"), 5, "d1")).toBe("zg3d62r5s-zzzz-d1");
  });

  it("strictly increases whatever the clock does", () => {
    fc.assert(
      fc.property(fc.array(anyClock, { minLength: 2, maxLength: 50 }), (clocks) => {
        let last: Stamp | null = null;
        for (const nowMs of clocks) {
          const next: Stamp = nextStamp(last, nowMs, "d1");
          expect(next).toMatch(/^[0-9a-z]{9}-[0-9a-z]{4}-d1$/);
          expect(last === null || next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  it("tells the moment at which it was made", () => {
    const now = Date.UTC(2026, 10, 23);
    expect(stampMs(nextStamp(null, now, "d1"))).toBe(now);
  });
});
