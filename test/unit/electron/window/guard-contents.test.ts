import { EventEmitter } from "node:events";
import type { App, Session, Shell, WebContents } from "electron";
import { describe, expect, test } from "vitest";
import { guardContents, guardSession } from "../../../../electron/window/guard-contents.ts";

/** Contents under guard, and what was handed to the operating system. */
function buildGuarded() {
  const app = new EventEmitter();
  const opened: string[] = [];
  const contents = Object.assign(new EventEmitter(), {
    openHandler: (_details: { url: string }): unknown => null,
    setWindowOpenHandler(handler: (details: { url: string }) => unknown) {
      contents.openHandler = handler;
    },
  });
  const shell = { openExternal: async (url: string) => void opened.push(url) } as Pick<Shell, "openExternal">;
  guardContents(app as unknown as App, shell, () => undefined);
  app.emit("web-contents-created", {}, contents as unknown as WebContents);
  return { contents, opened };
}

function isPrevented(contents: EventEmitter, event: string, details: object = {}): boolean {
  let prevented = false;
  contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
}

describe("a page's way out", () => {
  test("is open to our own page alone", () => {
    const { contents } = buildGuarded();
    const goes = (url: string, isMainFrame = true) =>
      !isPrevented(contents, "will-frame-navigate", { url, isMainFrame });
    expect(goes("app://jiugong/#/team")).toBe(true);
    expect(goes("app://jiugong/", false)).toBe(false);
    expect(goes("https://example.com/")).toBe(false);
    expect(goes("app://print/x")).toBe(false);
    expect(goes("file:///etc/passwd")).toBe(false);
  });

  test("is closed for embedded pages and redirects", () => {
    const { contents } = buildGuarded();
    expect(isPrevented(contents, "will-attach-webview")).toBe(true);
    expect(isPrevented(contents, "will-redirect")).toBe(true);
  });

  test("opens no window; an allowed link goes to the operating system", () => {
    const { contents, opened } = buildGuarded();
    expect(contents.openHandler({ url: "https://example.com" })).toEqual({ action: "deny" });
    expect(contents.openHandler({ url: "mailto:li@example.com" })).toEqual({ action: "deny" });
    expect(opened).toEqual(["mailto:li@example.com"]);
  });
});

describe("a guarded session", () => {
  test.each([
    ["app://jiugong/", false],
    ["blob:app://jiugong/1", false],
    ["https://example.com/", true],
    ["http://127.0.0.1/", true],
    ["ws://127.0.0.1/", true],
    ["file:///etc/passwd", true],
  ])("asked for %s cancels: %s", (url, cancel) => {
    expect(buildSession().request(url)).toBe(cancel);
  });

  test("grants no permission but to write to the clipboard, and no download", () => {
    const session = buildSession();
    expect(session.permission("media")).toBe(false);
    expect(session.checks()).toEqual([false, false]);
    expect(session.permission("clipboard-read")).toBe(false);
    expect(session.permission("clipboard-sanitized-write")).toBe(true);
    expect(isPrevented(session.events, "will-download")).toBe(true);
  });
});

function buildSession() {
  let ask: (contents: null, permission: string, answer: (granted: boolean) => void) => void;
  let before: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;
  const checks: (() => boolean)[] = [];
  const events = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: typeof ask) => void (ask = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void checks.push(handler),
    setDevicePermissionHandler: (handler: () => boolean) => void checks.push(handler),
    webRequest: { onBeforeRequest: (handler: typeof before) => void (before = handler) },
  });
  guardSession(events as unknown as Session, () => undefined);
  const answerOf = <T>(start: (answer: (value: T) => void) => void): T | undefined => {
    let given: T | undefined;
    start((value) => (given = value));
    return given;
  };
  return {
    events,
    checks: () => checks.map((check) => check()),
    permission: (name: string) => answerOf<boolean>((answer) => ask(null, name, answer)),
    request: (url: string) => answerOf<boolean>((answer) => before({ url }, ({ cancel }) => answer(cancel))),
  };
}
