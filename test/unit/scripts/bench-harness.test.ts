import { describe, expect, it } from "vitest";
import { growthOf, measureFigure } from "../../bench/harness.ts";

describe("the bench", () => {
  it("tells growth as a power of the size", () => {
    const at = (size: number, figureMs: number) => ({ size, figureMs, floorMs: 1, ratio: figureMs });
    expect(growthOf([at(10, 5), at(100, 50), at(1000, 500)])).toBeCloseTo(1, 10);
    expect(growthOf([at(10, 5), at(1000, 5)])).toBe(0);
    expect(growthOf([at(10, 1), at(100, 100)])).toBeCloseTo(2, 10);
  });

  it("prepares every size once, and cleans up after each", async () => {
    const calls: string[] = [];
    const measured = await measureFigure({
      name: "",
      floorName: "",
      of: "",
      sizes: [1, 2, 3],
      samples: 1,
      prepare(size) {
        calls.push(`prepare ${size}`);
        return {
          run: () => undefined,
          floor: () => undefined,
          close: () => void calls.push(`close ${size}`),
        };
      },
    });
    expect(measured.map((one) => one.size)).toEqual([1, 2, 3]);
    expect(calls).toEqual(["prepare 1", "close 1", "prepare 2", "close 2", "prepare 3", "close 3"]);
  });
});
