import { expect, test } from "vitest";
import { createIdleWatch } from "../../../../../renderer/app/lock/idle-watch.ts";

const MINUTE_MS = 60_000;

/** A watch with ten minutes, and a clock that a test sets on. */
function buildWatch(minutes = 10) {
  const seen = { nowMs: 1_000, locks: 0 };
  const watch = createIdleWatch({
    nowMs: () => seen.nowMs,
    idleMinutes: () => minutes,
    lock: () => void (seen.locks += 1),
  });
  return { watch, seen, pass: (ms: number) => void (seen.nowMs += ms) };
}

test("the key that wakes a computer after a sleep that was too long locks, though no look came between", () => {
  const { watch, seen, pass } = buildWatch();
  pass(8 * 60 * MINUTE_MS);
  expect(watch.touch()).toBe(true);
  expect(seen.locks).toBe(1);
});

test("a sign of life just before the time is over begins it anew; at the time itself it is too late", () => {
  const { watch, seen, pass } = buildWatch();
  pass(10 * MINUTE_MS - 1);
  expect(watch.touch()).toBe(false);
  pass(10 * MINUTE_MS - 1);
  watch.look();
  expect(seen.locks).toBe(0);
  pass(1);
  expect(watch.touch()).toBe(true);
});

test("a look locks when nobody comes, and who comes back is counted from then", () => {
  const { watch, seen, pass } = buildWatch();
  pass(10 * MINUTE_MS);
  watch.look();
  expect(seen.locks).toBe(1);
  watch.touch();
  pass(5 * MINUTE_MS);
  expect(watch.touch()).toBe(false);
});

test("a lock without a time never locks by itself", () => {
  const { watch, seen, pass } = buildWatch(0);
  pass(8 * 60 * MINUTE_MS);
  expect(watch.touch()).toBe(false);
  watch.look();
  expect(seen.locks).toBe(0);
});
