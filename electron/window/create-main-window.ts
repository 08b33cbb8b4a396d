import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme, Screen } from "electron";
import { readFileSync } from "node:fs";
import { ORIGIN } from "../identity.ts";
import { writeTextWhole } from "./preferences-file.ts";
import { MIN_HEIGHT, MIN_WIDTH, parseWindowState, placeWindow } from "./window-state.ts";

/** The paper of the two themes, so that the window does not flash before the page is there. */
const PAPER = { light: "#FAF8F4", dark: "#16181C" };

export interface MainWindowParts {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly screen: Pick<Screen, "getAllDisplays" | "getPrimaryDisplay">;
  readonly nativeTheme: Pick<NativeTheme, "shouldUseDarkColors" | "on">;
  readonly preloadPath: string;
  readonly statePath: string;
  readonly title: string;
}

/** Makes the one window, where it stood the last time, and shows it when its page is drawn. */
export function createMainWindow(parts: MainWindowParts): BrowserWindow {
  const { isMaximized, ...place } = placeWindow(readState(parts.statePath), workAreas(parts.screen));
  const window = parts.create({
    ...place,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: parts.title,
    backgroundColor: paper(parts.nativeTheme),
    show: false,
    webPreferences: secureWebPreferences(parts.preloadPath),
  });
  window.once("ready-to-show", () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on("close", () => keepState(window, parts.statePath));
  parts.nativeTheme.on("updated", () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paper(parts.nativeTheme));
  });
  return window;
}

/** Loads the app's page; the same address for ever. */
export function loadMainPage(window: Pick<BrowserWindow, "loadURL">): Promise<void> {
  return window.loadURL(`${ORIGIN}/`);
}

/** What every window of ours is made with. Checked by a test, because each line is a wall. */
export function secureWebPreferences(preload: string): BrowserWindowConstructorOptions["webPreferences"] {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The spelling checker would fetch its dictionaries from the network.
    spellcheck: false,
  };
}

function paper(nativeTheme: Pick<NativeTheme, "shouldUseDarkColors">): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

function workAreas(screen: MainWindowParts["screen"]) {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function readState(path: string) {
  try {
    return parseWindowState(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function keepState(window: BrowserWindow, path: string): void {
  try {
    const state = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeTextWhole(path, JSON.stringify(state));
  } catch {
    // A place that could not be kept is no reason to stop the person from closing the window.
  }
}
