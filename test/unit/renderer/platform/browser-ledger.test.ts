import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBrowserLedger } from "../../../../renderer/platform/browser-ledger.ts";

interface FakeWorker {
  onmessage(event: unknown): void;
  onerror(event: unknown): void;
}

let worker!: FakeWorker;
let asked = 0;

class SilentWorker {
  constructor() {
    worker = this as unknown as FakeWorker;
  }
  postMessage(): void {
    asked += 1;
  }
}

beforeEach(() => {
  asked = 0;
  vi.useFakeTimers();
  vi.stubGlobal("Worker", SilentWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const UNKNOWN = { ok: false, error: "unknown" };
const entry = () => new Uint8Array(10);

describe("the browser's ledger", () => {
  it("does not know what became of an entry when its worker dies, and asks it nothing more", async () => {
    const ledger = createBrowserLedger();
    const appended = ledger.append(entry());
    worker.onerror({ message: "out of memory" });
    expect(await appended).toEqual(UNKNOWN);
    expect(await ledger.append(entry())).toEqual(UNKNOWN);
    await expect(ledger.read()).rejects.toThrow("out of memory");
    expect(asked).toBe(1);
  });

  it("gives up on a worker that is gone without a word", async () => {
    const appended = createBrowserLedger().append(entry());
    await vi.advanceTimersByTimeAsync(10_001);
    expect(await appended).toEqual(UNKNOWN);
  });

  it("takes an answer that comes late, but comes", async () => {
    const appended = createBrowserLedger().append(entry());
    await vi.advanceTimersByTimeAsync(9000);
    worker.onmessage({ data: { id: 1, value: { ok: true, value: null } } });
    expect(await appended).toEqual({ ok: true, value: null });
  });
});
