import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { UpdateState } from "../../../../core/vault/update/update-state.ts";
import { checkDaily } from "../../../../electron/update/daily-check.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DAY_MS = 24 * 60 * 60_000;

/** How often updates were looked for within two days. */
function looksOf(state: Partial<UpdateState>): number {
  const check = vi.fn(async () => state as UpdateState);
  const end = checkDaily({ state: () => state as UpdateState, check });
  vi.advanceTimersByTime(2 * DAY_MS + 1);
  end();
  vi.advanceTimersByTime(DAY_MS);
  return check.mock.calls.length;
}

test("updates that are off are never looked for", () => {
  expect(looksOf({ source: "off", phase: "idle" })).toBe(0);
});

test("a chosen place is looked at after the start and once a day, until the app ends", () => {
  expect(looksOf({ source: "feed", phase: "current" })).toBe(3);
});

test("what was found waits for the person and is not looked for again", () => {
  expect(looksOf({ source: "feed", phase: "available" })).toBe(0);
});
