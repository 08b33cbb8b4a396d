import { afterEach, expect, it, vi } from "vitest";
import { giveUpOwnership, takeOwnership } from "../../../../renderer/storage/owner-lock.ts";

/** A browser's lock that is taken the first times it is asked for. */
function lockTaken(times: number) {
  let left = times;
  const request = vi.fn((_name: string, _options: object, granted: (lock: object | null) => unknown) => {
    left -= 1;
    return Promise.resolve(granted(left < 0 ? {} : null));
  });
  vi.stubGlobal("navigator", { locks: { request } });
  return request;
}

afterEach(() => {
  giveUpOwnership();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a window that gets the lock is the owner, and asks no more", async () => {
  const request = lockTaken(0);
  expect([await takeOwnership(), await takeOwnership()]).toEqual([true, true]);
  expect(request).toHaveBeenCalledTimes(1);
});

it("a lock that the page before is just giving up is taken when it is free", async () => {
  const request = lockTaken(2);
  expect(await takeOwnership()).toBe(true);
  expect(request).toHaveBeenCalledTimes(3);
});

it("a lock that another window keeps is left to it", async () => {
  vi.useFakeTimers();
  lockTaken(Number.POSITIVE_INFINITY);
  const owner = takeOwnership();
  await vi.runAllTimersAsync();
  expect(await owner).toBe(false);
});
