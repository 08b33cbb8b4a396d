import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSteadyProgress } from "../../../renderer/features/customer/import/steady-progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("progress of which nothing is heard moves more than four times a second, and never to the end", () => {
  const told: number[] = [];
  const progress = startSteadyProgress((share) => told.push(share));
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(8);
  expect(told.every((share, at) => at === 0 || share > told[at - 1]!)).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(told.at(-1)).toBeLessThan(1);
  progress.end();
});

test("progress never goes back to what is heard", () => {
  const told: number[] = [];
  const progress = startSteadyProgress((share) => told.push(share));
  progress.hear(0.5);
  progress.hear(0.2);
  expect(told).toEqual([0.5, 0.5]);
  progress.end();
});

test("progress that has ended tells nothing any more", () => {
  const told: number[] = [];
  const progress = startSteadyProgress((share) => told.push(share));
  progress.end();
  progress.hear(0.9);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
});
