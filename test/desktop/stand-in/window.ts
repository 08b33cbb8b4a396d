import type * as Electron from "electron";
import type { Page } from "@playwright/test";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { createPreloadScript, DELIVER_KEY, INVOKE_PATH } from "./page-runtime.ts";
import { toAppUrl, toPageUrl } from "./server.ts";
import { Session } from "./session.ts";
import { state } from "./state.ts";

let lastId = 0;

type Contents = Pick<
  Electron.WebContents,
  "id" | "send" | "isCrashed" | "printToPDF" | "setWindowOpenHandler"
>;

/** The contents of a window: a page of Chromium that is opened when something is loaded. */
export class WebContents extends EventEmitter implements Contents {
  readonly id: number;
  readonly session: Session;
  page: Page | null = null;
  #hasCrashed = false;
  #openHandler: Parameters<Electron.WebContents["setWindowOpenHandler"]>[0] = () => ({ action: "deny" });
  readonly #preferences: Electron.WebPreferences;

  constructor(id: number, preferences: Electron.WebPreferences) {
    super();
    this.id = id;
    this.#preferences = preferences;
    this.session = (preferences.session as unknown as Session | undefined) ?? Session.defaultSession;
  }

  isCrashed(): boolean {
    return this.#hasCrashed;
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents["setWindowOpenHandler"]>[0]): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    const deliver = (given: { key: string; channel: string; args: unknown[] }) => {
      const take = Reflect.get(window, Symbol.for(given.key)) as (name: string, args: unknown[]) => void;
      take(given.channel, given.args);
    };
    this.page?.evaluate(deliver, { key: DELIVER_KEY, channel, args }).catch(() => undefined);
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (!this.page) throw new Error("nothing is loaded");
    const { pageSize, preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline } =
      options;
    return await this.page.pdf({
      ...(typeof pageSize === "string" ? { format: pageSize } : {}),
      ...(preferCSSPageSize === undefined ? {} : { preferCSSPageSize }),
      ...(printBackground === undefined ? {} : { printBackground }),
      ...(generateTaggedPDF === undefined ? {} : { tagged: generateTaggedPDF }),
      ...(generateDocumentOutline === undefined ? {} : { outline: generateDocumentOutline }),
    });
  }

  async load(url: string): Promise<void> {
    state.sessionByHost.set(new URL(url).host, this.session.state);
    this.page ??= await this.#openPage();
    await this.page.goto(toPageUrl(url), { waitUntil: "load" });
    this.emit("did-finish-load");
  }

  async #openPage(): Promise<Page> {
    const context = state.context;
    if (!context) throw new Error("the app is not ready");
    const blank = context.pages().find((page) => page.url() === "about:blank" && this.#preferences.preload);
    const page = blank ?? (await context.newPage());
    if (this.#preferences.preload) await page.addInitScript(this.#preloadScript(this.#preferences.preload));
    if (this.#preferences.javascript === false) {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
    }
    this.#watch(page);
    return page;
  }

  #preloadScript(path: string): string {
    const settings = {
      windowId: this.id,
      origin: "http://jiugong.localhost",
      invokePath: INVOKE_PATH,
      deliverKey: DELIVER_KEY,
    };
    return createPreloadScript(settings, readFileSync(path, "utf8"));
  }

  #watch(page: Page): void {
    page.on("console", (message) => {
      if (message.type() === "error") state.problems.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => state.problems.push(String(error)));
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        this.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false });
    });
    page.on("popup", (popup) => {
      const url = toAppUrl(popup.url());
      this.#openHandler({ url } as Electron.HandlerDetails);
      void popup.close();
    });
    page.on("crash", () => {
      this.#hasCrashed = true;
      this.page = null;
      this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
    });
  }

  /** A crashed page cannot be used again: another one takes its place, as Chromium gives a new process. */
  async reload(): Promise<void> {
    if (this.page) await this.page.reload();
    else await this.load("app://jiugong/");
    this.#hasCrashed = false;
  }
}

type WindowPart = Pick<
  Electron.BrowserWindow,
  | "id"
  | "loadURL"
  | "show"
  | "hide"
  | "focus"
  | "restore"
  | "maximize"
  | "isMaximized"
  | "isMinimized"
  | "isDestroyed"
  | "setBackgroundColor"
  | "getNormalBounds"
  | "reload"
  | "close"
  | "destroy"
>;

/** The stand-in for a window: bounds and focus are remembered, the page is real. */
export class BrowserWindow extends EventEmitter implements WindowPart {
  readonly id: number;
  readonly webContents: WebContents;
  isShown: boolean;
  isInFront = false;
  focusCount = 0;
  backgroundColor: string;
  #bounds: Electron.Rectangle;
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    lastId += 1;
    this.id = lastId;
    this.isShown = options.show ?? true;
    this.backgroundColor = options.backgroundColor ?? "#FFFFFF";
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.webContents = new WebContents(lastId, options.webPreferences ?? {});
    state.windows.set(this.id, this);
    state.events.emit("web-contents-created", {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    const { width, height } = this.#bounds;
    if (this.webContents.page && width > 0) await this.webContents.page.setViewportSize({ width, height });
    this.emit("ready-to-show");
  }

  show(): void {
    this.isShown = true;
    this.focus();
  }

  hide(): void {
    this.isShown = false;
  }

  focus(): void {
    this.isInFront = true;
    this.focusCount += 1;
  }

  restore(): void {
    this.focus();
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  reload(): void {
    void this.webContents.reload();
  }

  close(): void {
    let isPrevented = false;
    this.emit("close", { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    state.windows.delete(this.id);
    const closed = this.webContents.page?.close() ?? Promise.resolve();
    const isLast = state.windows.size === 0;
    void closed
      .catch(() => undefined)
      .then(() => {
        this.emit("closed");
        if (isLast) state.events.emit("window-all-closed");
      });
  }
}
