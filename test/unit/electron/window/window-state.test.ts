import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { parseWindowState, placeWindow } from "../../../../electron/window/window-state.ts";

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const DESK = { x: 1440, y: 0, width: 2560, height: 1400 };
const KEPT = { x: 1600, y: 100, width: 1300, height: 900, isMaximized: false };

describe("the place of the window", () => {
  test("is the middle of the primary screen at the first start", () => {
    expect(placeWindow(null, [LAPTOP, DESK])).toEqual({
      x: 80,
      y: 62,
      width: 1280,
      height: 800,
      isMaximized: false,
    });
  });

  test("is where it was while its screen is there", () => {
    expect(placeWindow(KEPT, [LAPTOP, DESK])).toEqual(KEPT);
  });

  test("is the middle of the primary screen when its screen is gone", () => {
    expect(placeWindow(KEPT, [LAPTOP])).toMatchObject({ x: 80, y: 62, width: 1280, height: 800 });
  });

  test("is moved wholly onto the screen that it hung over", () => {
    expect(placeWindow({ ...KEPT, x: 1000, y: 500 }, [LAPTOP])).toMatchObject({ x: 140, y: 25, height: 875 });
  });

  test("is no larger than a screen that shrank", () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeWindow({ ...KEPT, x: 0 }, [small])).toMatchObject({ x: 0, y: 0, width: 1024, height: 700 });
  });

  test("stays maximised over a restart, even on another screen", () => {
    expect(placeWindow({ ...KEPT, isMaximized: true }, [LAPTOP]).isMaximized).toBe(true);
  });

  test("always lies within one screen", () => {
    const whole = fc.integer({ min: -5000, max: 5000 });
    const side = fc.integer({ min: 1, max: 6000 });
    fc.assert(
      fc.property(whole, whole, side, side, (x, y, width, height) => {
        const placed = placeWindow({ x, y, width, height, isMaximized: false }, [LAPTOP, DESK]);
        expect([LAPTOP, DESK].some((screen) => isInside(placed, screen))).toBe(true);
      }),
    );
  });

  test.each([
    "",
    "null",
    "{}",
    '{"x":1,"y":1,"width":0,"height":5,"isMaximized":false}',
    "[1,2]",
    "{not json",
  ])("kept as %s counts as not kept", (text) => {
    expect(parseWindowState(text)).toBeNull();
  });
});

function isInside(inner: typeof LAPTOP, outer: typeof LAPTOP): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
