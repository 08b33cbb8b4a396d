import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMainWords } from "../../../../electron/window/main-words.ts";
import { createQuitHandshake, QUIT_PATIENCE_MS } from "../../../../electron/window/quit-handshake.ts";
import type { QuitParts } from "../../../../electron/window/quit-handshake.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window under the handshake; `buttons` are the person's answers, `canAsk` whether there is a page to ask. */
function buildWindow({ buttons = [] as number[], canAsk = true } = {}) {
  const seen = { asked: 0, destroyed: 0, dialogs: 0, prevented: 0 };
  const events = new EventEmitter();
  const window = Object.assign(events, { destroy: () => void (seen.destroyed += 1) });
  const dialog = {
    showMessageBox: async ({ signal }: { readonly signal: AbortSignal }) => {
      seen.dialogs += 1;
      // A person who says nothing: the box stays until it is closed from outside, as if it was cancelled.
      if (buttons.length === 0) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return { response: buttons.shift() ?? 0, checkboxChecked: false };
    },
  };
  const handshake = createQuitHandshake({
    window: window as unknown as QuitParts["window"],
    dialog: dialog as unknown as QuitParts["dialog"],
    words: () => createMainWords("en"),
    ask() {
      if (canAsk) seen.asked += 1;
      return canAsk;
    },
  });
  const close = () => window.emit("close", { preventDefault: () => (seen.prevented += 1) });
  return { seen, handshake, close };
}

describe("closing the window", () => {
  test("waits for the page and then closes", () => {
    const { seen, handshake, close } = buildWindow();
    close();
    expect(seen).toEqual({ asked: 1, destroyed: 0, dialogs: 0, prevented: 1 });
    handshake.answer(true);
    expect(seen.destroyed).toBe(1);
  });

  test("closes at once when there is no page that could answer", () => {
    const { seen, close } = buildWindow({ canAsk: false });
    close();
    expect(seen.destroyed).toBe(1);
  });

  test("asks the person after five seconds, and closes if they say so", async () => {
    const { seen, close } = buildWindow({ buttons: [1] });
    close();
    await vi.advanceTimersByTimeAsync(QUIT_PATIENCE_MS - 1);
    expect(seen.dialogs).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toMatchObject({ dialogs: 1, destroyed: 1 });
  });

  test("asks the page again when the person waits", async () => {
    const { seen, handshake, close } = buildWindow({ buttons: [0] });
    close();
    await vi.advanceTimersByTimeAsync(QUIT_PATIENCE_MS);
    expect(seen).toMatchObject({ asked: 2, destroyed: 0 });
    handshake.answer(true);
    expect(seen.destroyed).toBe(1);
  });

  test("asks the person when the page could not write everything", async () => {
    const { seen, handshake, close } = buildWindow({ buttons: [1] });
    close();
    handshake.answer(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toMatchObject({ dialogs: 1, destroyed: 1 });
  });

  test("closes without the person's answer when everything is written while they are asked", async () => {
    const { seen, handshake, close } = buildWindow();
    close();
    await vi.advanceTimersByTimeAsync(QUIT_PATIENCE_MS);
    handshake.answer(true);
    await vi.advanceTimersByTimeAsync(2 * QUIT_PATIENCE_MS);
    expect(seen).toMatchObject({ asked: 1, dialogs: 1, destroyed: 1 });
  });

  test("asks once however often the window is closed and the page says no", async () => {
    const { seen, handshake, close } = buildWindow();
    close();
    handshake.answer(false);
    handshake.answer(false);
    close();
    await vi.advanceTimersByTimeAsync(2 * QUIT_PATIENCE_MS);
    expect(seen).toMatchObject({ asked: 1, dialogs: 1, destroyed: 0 });
  });

  test("takes no answer that was not asked for", () => {
    const { seen, handshake } = buildWindow();
    handshake.answer(true);
    expect(seen.destroyed).toBe(0);
  });

  test("is asked about until it is sure, and then leaving", () => {
    const { handshake, close } = buildWindow();
    expect(handshake.stage()).toBe("open");
    close();
    expect(handshake.stage()).toBe("asked");
    handshake.answer(false);
    expect(handshake.stage()).toBe("asked");
    handshake.answer(true);
    expect(handshake.stage()).toBe("leaving");
  });
});
