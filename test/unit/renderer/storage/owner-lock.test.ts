import { afterEach, expect, it, vi } from "vitest";
import { giveUpOwnership, takeOwnership } from "../../../../renderer/storage/owner-lock.ts";

/** A browser's locks: how it answers each request, and whether somebody holds the lock meanwhile. */
function locksThat(answers: readonly ("grant" | "silence")[], isHeld: boolean) {
  const left = [...answers];
  const request = vi.fn((_name: string, _options: object, granted: () => Promise<void>) =>
    left.shift() === "grant" ? granted() : Promise.reject(new DOMException("late", "TimeoutError")),
  );
  const query = () => Promise.resolve({ held: isHeld ? [{ name: "jiugong-workspace" }] : [] });
  vi.stubGlobal("navigator", { locks: { request, query } });
  return request;
}

afterEach(() => {
  giveUpOwnership();
  vi.unstubAllGlobals();
});

it("a window that gets the lock is the owner", async () => {
  locksThat(["grant"], false);
  expect(await takeOwnership()).toBe(true);
});

it("a lock that another window holds is left to it", async () => {
  locksThat(["silence"], true);
  expect(await takeOwnership()).toBe(false);
});

it("a busy browser that does not answer in time is asked again as long as nobody holds the lock", async () => {
  const request = locksThat(["silence", "silence", "grant"], false);
  expect(await takeOwnership()).toBe(true);
  expect(request).toHaveBeenCalledTimes(3);
});
