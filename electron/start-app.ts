import type * as Electron from "electron";
import { join } from "node:path";
import type { BridgeEvent } from "../core/bridge/channels.ts";
import type { EventValue } from "../core/bridge/contract.ts";
import { APP_ID, HOST, SCHEME } from "./identity.ts";
import { createAppHandlers } from "./ipc/app-handlers.ts";
import { openDoor } from "./ipc/door.ts";
import { createFileHandlers } from "./ipc/file-handlers.ts";
import { createLedgerHandlers } from "./ipc/ledger-handlers.ts";
import { createPickedFiles } from "./ipc/picked-files.ts";
import { isTrustedSender } from "./ipc/trusted-sender.ts";
import type { Log } from "./log.ts";
import { createMenuTemplate } from "./menu/create-menu-template.ts";
import { createPdfPrinter } from "./report/print-pdf.ts";
import { writeFileAtomically } from "./report/write-file-atomically.ts";
import { createAppHandler } from "./scheme/serve-app.ts";
import { createFileLedger } from "./vault/file-ledger.ts";
import { createMainWindow, loadMainPage } from "./window/create-main-window.ts";
import { guardContents, guardSession } from "./window/guard-contents.ts";
import { chooseLocale, createMainWords } from "./window/main-words.ts";
import { backupsAmong, createOpenFileQueue } from "./window/open-file-queue.ts";
import { openPreferences } from "./window/preferences-file.ts";
import { createQuitHandshake } from "./window/quit-handshake.ts";
import { recoverPage } from "./window/recover-page.ts";

/** The parts of Electron that the app stands on; exactly what the tests' stand-in has to offer. */
export type ElectronParts = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "clipboard"
  | "dialog"
  | "ipcMain"
  | "Menu"
  | "nativeTheme"
  | "screen"
  | "session"
  | "shell"
>;

export interface StartParts {
  readonly electron: ElectronParts;
  /** `dist/electron`; the page lies beside it in `dist/renderer`. */
  readonly folder: string;
  readonly log: Log;
}

/** Starts the app with its window. */
export function startApp({ electron, folder, log }: StartParts): void {
  const { app } = electron;
  app.setAppUserModelId(APP_ID);
  guardContents(app, electron.shell, log);
  const early: string[] = [];
  const addEarly = (event: Electron.Event, path: string) => {
    event.preventDefault();
    early.push(path);
  };
  app.on("open-file", addEarly);
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(() => {
    app.removeListener("open-file", addEarly);
    openHouse({ electron, folder, log }, [...early, ...backupsAmong(process.argv)]);
  });
}

/** Everything that needs Electron to be ready. */
function openHouse({ electron, folder, log }: StartParts, firstFiles: readonly string[]): void {
  const { app, BrowserWindow, dialog, nativeTheme, session } = electron;
  const userData = app.getPath("userData");
  const preferences = openPreferences(join(userData, "preferences.json"));
  const words = () => createMainWords(chooseLocale(preferences.read("locale"), app.getLocale()));
  applyTheme(nativeTheme, preferences.read("theme"));
  guardSession(session.defaultSession, log);
  session.defaultSession.protocol.handle(SCHEME, createAppHandler(join(folder, "..", "renderer")));

  const window = createMainWindow({
    create: (options) => new BrowserWindow(options),
    screen: electron.screen,
    nativeTheme,
    preloadPath: join(folder, "preload.cjs"),
    statePath: join(userData, "window.json"),
    title: words().text("desktop.title"),
  });
  const contentsId = window.webContents.id;
  const send = <E extends BridgeEvent>(event: E, value: EventValue<E>) => {
    if (!window.isDestroyed()) window.webContents.send(event, value);
  };
  const pickedFiles = createPickedFiles();
  const files = createOpenFileQueue((path) => void offerFile(path));
  const offerFile = async (path: string) => {
    const picked = await pickedFiles.add(path);
    if (picked.ok) send("fileOpened", picked.value);
    else log("opened file unreadable", { code: picked.error });
  };
  const showMenu = () => {
    const theme = preferences.read("theme") ?? "system";
    const isMac = process.platform === "darwin";
    const template = createMenuTemplate({
      words: words(),
      isMac,
      theme,
      send: (command) => send("menuCommand", command),
    });
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
  };
  let isPageReady = false;
  const quit = createQuitHandshake({
    window,
    dialog,
    words,
    ask() {
      if (isPageReady && !window.webContents.isCrashed()) send("quitAsked", null);
      return isPageReady && !window.webContents.isCrashed();
    },
  });
  const printSession = session.fromPartition("print");
  guardSession(printSession, log);
  openDoor({
    ipc: electron.ipcMain,
    isTrusted: (caller) => isTrustedSender(caller, window.isDestroyed() ? null : contentsId),
    log,
    handlers: {
      ...createLedgerHandlers(createFileLedger(join(userData, "ledger"))),
      ...createFileHandlers({
        dialog,
        window: () => window,
        pickedFiles,
        writeFile: writeFileAtomically,
        printPdf: createPdfPrinter({
          session: printSession,
          create: (options) => new BrowserWindow(options),
        }),
        documentsFolder: () => app.getPath("documents"),
      }),
      ...createAppHandlers({
        info: () => ({ version: app.getVersion(), platform: process.platform, locale: app.getLocale() }),
        preferences,
        copyText: (text) => electron.clipboard.writeText(text),
        onPreference(key, value) {
          if (key === "theme") applyTheme(nativeTheme, value);
          if (key === "theme" || key === "locale") showMenu();
        },
        onReady() {
          isPageReady = true;
          files.start();
        },
        onQuitAnswer: (written) => quit.answer(written),
      }),
    },
  });
  window.webContents.on("did-start-loading", () => {
    isPageReady = false;
    files.stop();
  });
  recoverPage({ window, dialog, words, log, nowMs: Date.now });
  firstFiles.forEach((path) => files.add(path));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    files.add(path);
  });
  app.on("second-instance", (_event, argv) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    backupsAmong(argv).forEach((path) => files.add(path));
  });
  showMenu();
  void loadMainPage(window);
  void HOST;
}

function applyTheme(nativeTheme: Electron.NativeTheme, theme: string | null): void {
  if (theme === "light" || theme === "dark" || theme === "system") nativeTheme.themeSource = theme;
}
