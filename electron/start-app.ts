import type * as Electron from "electron";
import { join } from "node:path";
import { APP_ID, SCHEME } from "./identity.ts";
import { createAppHandlers } from "./ipc/app-handlers.ts";
import { openDoor } from "./ipc/door.ts";
import type { Handlers } from "./ipc/door.ts";
import { createFileHandlers } from "./ipc/file-handlers.ts";
import { createLedgerHandlers } from "./ipc/ledger-handlers.ts";
import { isTrustedSender } from "./ipc/trusted-sender.ts";
import type { Log } from "./log.ts";
import { createMenuTemplate } from "./menu/create-menu-template.ts";
import { createPdfPrinter } from "./report/print-pdf.ts";
import { writeFileAtomically } from "./report/write-file-atomically.ts";
import { writeFolderAtomically } from "./report/write-folder-atomically.ts";
import { createAppHandler } from "./scheme/serve-app.ts";
import { ownAppImage } from "./update/app-image.ts";
import { openUpdates } from "./update/open-updates.ts";
import { openBackups } from "./backup/open-backups.ts";
import type { Backups } from "./backup/open-backups.ts";
import { setDatabaseAside } from "./vault/set-database-aside.ts";
import { createMainWindow, loadMainPage } from "./window/create-main-window.ts";
import { guardContents, guardSession } from "./window/guard-contents.ts";
import { chooseLocale, createMainWords } from "./window/main-words.ts";
import { connectPage } from "./window/connect-page.ts";
import type { PageLink } from "./window/connect-page.ts";
import { followPower } from "./window/follow-power.ts";
import { followStarts } from "./window/follow-starts.ts";
import { createNextStart } from "./window/next-start.ts";
import type { NextStart } from "./window/next-start.ts";
import { backupsAmong } from "./window/open-file-queue.ts";
import { openPreferences } from "./window/preferences-file.ts";
import type { Preferences } from "./window/preferences-file.ts";
import { recoverPage } from "./window/recover-page.ts";
import { createStartProgram } from "./window/start-program.ts";

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
  | "powerMonitor"
  | "safeStorage"
  | "screen"
  | "session"
  | "shell"
  | "utilityProcess"
>;

export interface StartParts {
  readonly electron: ElectronParts;
  /** `dist/electron`; the page lies beside it in `dist/renderer`. */
  readonly folder: string;
  readonly log: Log;
}

/** Starts the app with its window. */
export function startApp(parts: StartParts): void {
  const { app, shell } = parts.electron;
  app.setAppUserModelId(APP_ID);
  guardContents(app, shell, parts.log);
  app.on("window-all-closed", () => app.quit());
  // macOS may name the file to open before the app is ready.
  const early: string[] = [];
  const addEarly = (event: Electron.Event, path: string) => {
    event.preventDefault();
    early.push(path);
  };
  app.on("open-file", addEarly);
  void app.whenReady().then(() => {
    app.removeListener("open-file", addEarly);
    openHouse(parts, [...early, ...backupsAmong(process.argv, process.cwd())]);
  });
}

/** Everything that needs Electron to be ready, in order: preferences, guards, scheme, window, door, page. */
function openHouse({ electron, folder, log }: StartParts, firstFiles: readonly string[]): void {
  const { app, BrowserWindow, dialog, nativeTheme, session } = electron;
  const userData = app.getPath("userData");
  setDatabaseAside(userData);
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
  const backups = openBackups({
    electron,
    window,
    userData,
    processPath: join(folder, "backup-process.js"),
    log,
    send: (state) => page.send("backupsChanged", state),
  });
  const page = connectPage({ window, dialog, words, log, finish: backups.finish });
  const appImage = ownAppImage(process.env, process.execPath);
  const startProgram = createStartProgram(log);
  const nextStart = createNextStart({ app, argv: process.argv, appImage, startProgram });
  const house: House = {
    electron,
    window,
    page,
    preferences,
    userData,
    words,
    log,
    backups,
    nextStart,
    appImage,
  };
  const contentsId = window.webContents.id;
  openDoor({
    ipc: electron.ipcMain,
    isTrusted: (caller) => isTrustedSender(caller, window.isDestroyed() ? null : contentsId),
    log,
    handlers: createHandlers(house, () => showMenu(house, words())),
  });
  recoverPage({ window, dialog, words, log, nowMs: Date.now });
  followStarts({ app, window, page, nextStart });
  followPower(electron.powerMonitor, () => page.send("computerLeft", null));
  firstFiles.forEach((path) => page.openFile(path));
  showMenu(house, words());
  // A window that is closed while its page loads is no fault.
  loadMainPage(window).catch(() => log("page not loaded"));
}

interface House {
  readonly electron: ElectronParts;
  readonly window: Electron.BrowserWindow;
  readonly page: PageLink;
  readonly preferences: Preferences;
  readonly userData: string;
  readonly words: () => ReturnType<typeof createMainWords>;
  readonly log: Log;
  readonly backups: Backups;
  readonly nextStart: NextStart;
  readonly appImage: string | null;
}

function createHandlers(
  { electron, window, page, preferences, userData, words, log, backups, nextStart, appImage }: House,
  onLook: () => void,
): Handlers {
  const { app, BrowserWindow, clipboard, dialog, nativeTheme, session, shell } = electron;
  const printSession = session.fromPartition("print");
  guardSession(printSession, log);
  return {
    ...createLedgerHandlers(backups.ledger, userData),
    ...backups.handlers,
    ...openUpdates({
      app,
      dialog,
      shell,
      window,
      page,
      ledger: backups.ledger,
      nextStart,
      appImage,
      userData,
      words,
    }),
    ...createFileHandlers({
      dialog,
      window: () => window,
      pickedFiles: page.pickedFiles,
      writeFile: writeFileAtomically,
      writeFolder: writeFolderAtomically,
      tellFolder: (grew) => page.send("folderGrew", grew),
      printPdf: createPdfPrinter({
        session: printSession,
        create: (options) => new BrowserWindow(options),
      }),
      documentsFolder: () => app.getPath("documents"),
    }),
    ...createAppHandlers({
      info: () => ({ version: app.getVersion(), platform: process.platform, locale: app.getLocale() }),
      preferences,
      copyText: (text) => clipboard.writeText(text),
      onPreference(key, value) {
        if (key === "theme") applyTheme(nativeTheme, value);
        if (key === "theme" || key === "locale") onLook();
      },
      onReady() {
        page.start();
        backups.start();
      },
      onQuitAnswer: page.answerQuit,
    }),
  };
}

function showMenu({ electron, page, preferences }: House, words: ReturnType<typeof createMainWords>): void {
  const template = createMenuTemplate({
    words,
    isMac: process.platform === "darwin",
    theme: preferences.read("theme") ?? "system",
    send: (command) => page.send("menuCommand", command),
  });
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
}

function applyTheme(nativeTheme: Electron.NativeTheme, theme: string | null): void {
  if (theme === "light" || theme === "dark" || theme === "system") nativeTheme.themeSource = theme;
}
