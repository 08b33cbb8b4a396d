import type * as Electron from "electron";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChromium } from "./chromium.ts";
import { listenForCommands } from "./control.ts";
import { startServer } from "./server.ts";
import { Session } from "./session.ts";
import { dialogAnswer, settings, state, userDataPath } from "./state.ts";
import type { MenuEntry } from "./state.ts";
import { powerMonitor } from "./power-monitor.ts";
import { utilityProcess } from "./utility-process.ts";
import { BrowserWindow } from "./window.ts";

/* The part of Electron that the app uses, over a real Chromium. Every export is held to Electron's own type, so what the
 * app calls here is what Electron has. The program that runs on it is the built one. */

export { BrowserWindow, powerMonitor, utilityProcess };

let readyPromise: Promise<void> | null = null;

type AppPart = Pick<
  Electron.App,
  | "setName"
  | "getName"
  | "getVersion"
  | "getLocale"
  | "getPath"
  | "setPath"
  | "whenReady"
  | "enableSandbox"
  | "setAppUserModelId"
  | "requestSingleInstanceLock"
  | "quit"
  | "exit"
  | "on"
  | "removeListener"
> & { readonly commandLine: Pick<Electron.CommandLine, "hasSwitch"> };

let name = "Electron";

export const app: AppPart = {
  setName(given) {
    name = given;
  },
  getName: () => name,
  getVersion: () => (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version,
  getLocale: () => settings.locale,
  getPath: (which) => (which === "userData" ? userDataPath() : (state.paths.get(which) ?? settings.appData)),
  setPath: (which, path) => void state.paths.set(which, path),
  whenReady: () => (readyPromise ??= start()),
  enableSandbox: () => undefined,
  setAppUserModelId: () => undefined,
  requestSingleInstanceLock: takeLock,
  quit: () => void quit(),
  exit: (code) => void leave(code ?? 0),
  on: ((event: string, listener: (...args: unknown[]) => void) =>
    state.events.on(event, listener)) as unknown as Electron.App["on"],
  removeListener: ((event: string, listener: (...args: unknown[]) => void) =>
    state.events.removeListener(event, listener)) as unknown as Electron.App["removeListener"],
  commandLine: { hasSwitch: (the) => process.argv.some((text) => text.startsWith(`--${the}`)) },
};

async function start(): Promise<void> {
  mkdirSync(userDataPath(), { recursive: true });
  state.port = await startServer({ serve, invoke });
  const browser = await startChromium(join(userDataPath(), "chromium"), state.port, settings.locale);
  state.context = browser.context;
  browser.context.on("close", () => process.exit(0));
  listenForCommands(browser.endpoint);
}

async function serve(request: Request): Promise<Response | null> {
  const session = state.sessionByHost.get(new URL(request.url).host);
  if (!session?.handler) return null;
  const isCancelled = await new Promise<boolean>((resolve) => {
    if (!session.beforeRequest) resolve(false);
    else session.beforeRequest({ url: request.url }, ({ cancel }) => resolve(cancel ?? false));
  });
  return isCancelled ? new Response(null, { status: 403 }) : session.handler(request);
}

async function invoke(call: { windowId: number; channel: string; args: unknown[] }): Promise<unknown> {
  const window = state.windows.get(call.windowId);
  const handler = state.handlers.get(call.channel);
  if (!handler) throw new Error(`No handler registered for '${call.channel}'`);
  const senderFrame = { parent: null, origin: "app://jiugong" };
  return handler({ sender: window?.webContents ?? { id: -1 }, senderFrame }, ...call.args);
}

/** One app for a `userData`: a file with the number of the process. The second one leaves its arguments for the first. */
function takeLock(): boolean {
  const folder = userDataPath();
  const lock = join(folder, "stand-in.lock");
  const calls = join(folder, "stand-in.calls");
  mkdirSync(calls, { recursive: true });
  if (isAlive(lock)) {
    writeFileSync(join(calls, `${process.pid}.json`), JSON.stringify(process.argv));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  setInterval(() => {
    for (const file of readdirSync(calls)) {
      const argv = JSON.parse(readFileSync(join(calls, file), "utf8")) as string[];
      rmSync(join(calls, file));
      state.events.emit("second-instance", {}, argv, process.cwd(), null);
    }
  }, 50).unref();
  return true;
}

function isAlive(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch {
    return false;
  }
}

/** Closes the windows, which may object; the last one that closes ends the app. */
function quit(): void {
  state.events.emit("before-quit", { preventDefault: () => undefined });
  if (state.windows.size === 0) void leave(0);
  for (const window of state.windows.values()) window.close();
}

async function leave(code: number): Promise<void> {
  await state.context?.close().catch(() => undefined);
  process.exit(code);
}

export const ipcMain: Pick<Electron.IpcMain, "handle"> = {
  handle(channel, listener) {
    if (state.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    state.handlers.set(channel, listener as unknown as (event: object, ...args: unknown[]) => unknown);
  },
};

export const protocol: Pick<Electron.Protocol, "registerSchemesAsPrivileged"> = {
  registerSchemesAsPrivileged() {
    if (readyPromise)
      throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
  },
};

export const session = {
  defaultSession: Session.defaultSession,
  fromPartition: (partition: string) => Session.fromPartition(partition),
};

export const dialog: Pick<Electron.Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox"> = {
  async showOpenDialog(...args: readonly unknown[]) {
    const path = (await dialogAnswer("open", args.at(-1)))?.path ?? null;
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(...args: readonly unknown[]) {
    const path = (await dialogAnswer("save", args.at(-1)))?.path ?? null;
    return { canceled: path === null, filePath: path ?? "" };
  },
  async showMessageBox(...args: readonly unknown[]) {
    const options = args.at(-1) as Electron.MessageBoxOptions;
    const answer = await dialogAnswer("message", options, options.signal);
    return { response: answer?.button ?? options.cancelId ?? 0, checkboxChecked: false };
  },
};

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({ items: template }),
  setApplicationMenu(menu: { items: readonly Electron.MenuItemConstructorOptions[] } | null) {
    state.menu = menu as unknown as { items: readonly MenuEntry[] } | null;
  },
};

export const clipboard: Pick<Electron.Clipboard, "writeText" | "readText"> = {
  async writeText(text) {
    state.clipboard = text;
  },
  readText: async () => state.clipboard,
};

export const shell: Pick<Electron.Shell, "openExternal" | "showItemInFolder"> = {
  async openExternal(url) {
    state.opened.push(url);
  },
  showItemInFolder(path) {
    state.opened.push(path);
  },
};

/** A key store that locks by turning bits over; whether the app keeps a passphrase in it is what tests look at. */
export const safeStorage: Pick<
  Electron.SafeStorage,
  "isEncryptionAvailable" | "encryptString" | "decryptString" | "getSelectedStorageBackend"
> = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text).map((byte) => byte ^ 255) as Buffer,
  decryptString: (locked) => Buffer.from(locked.map((byte) => byte ^ 255)).toString(),
  getSelectedStorageBackend: () => "gnome_libsecret",
};

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display;

export const screen: Pick<Electron.Screen, "getPrimaryDisplay" | "getAllDisplays"> = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
};

let themeSource: Electron.NativeTheme["themeSource"] = "system";

export const nativeTheme: Pick<Electron.NativeTheme, "themeSource" | "shouldUseDarkColors" | "on"> = {
  get themeSource() {
    return themeSource;
  },
  set themeSource(given) {
    themeSource = given;
    const colorScheme = given === "system" ? null : given;
    for (const { webContents } of state.windows.values())
      void webContents.page?.emulateMedia({ colorScheme });
    state.events.emit("native-theme-updated");
  },
  get shouldUseDarkColors() {
    return themeSource === "dark";
  },
  on: ((_event: string, listener: () => void) =>
    state.events.on("native-theme-updated", listener)) as unknown as Electron.NativeTheme["on"],
};
