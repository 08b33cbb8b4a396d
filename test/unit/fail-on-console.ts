import { afterEach, beforeEach, expect, vi } from "vitest";

/* An error or warning on the console that no test asked for is a fault that nobody looked at. */

const said: unknown[][] = [];

beforeEach(() => {
  said.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void said.push(words));
  }
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  vi.mocked(console.warn).mockRestore();
  expect(said).toEqual([]);
});
