import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} from "electron";
import { join } from "node:path";
import { commandAmong } from "./command-line.ts";
import { PRODUCT_NAME, SCHEME, USER_DATA_FOLDER } from "./identity.ts";
import { createLog } from "./log.ts";
import { startApp } from "./start-app.ts";

/* The order of the start, and nothing else. What has to happen before Electron is ready stands before `whenReady`. */

app.setName(PRODUCT_NAME);
// An explicit folder on the command line wins: tests and a second team on one machine use it.
if (!app.commandLine.hasSwitch("user-data-dir")) {
  app.setPath("userData", join(app.getPath("appData"), USER_DATA_FOLDER));
}
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.enableSandbox();

const command = commandAmong(process.argv);
if (command) {
  // Loaded only here: a start with a window does not pay for it. Not awaited: Electron becomes ready, as printing needs it to be, only
  // when this file is done.
  void import("./run-command-line.ts")
    .then(({ runCommandLine }) => runCommandLine(command, { app, BrowserWindow, session }))
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      return 1;
    })
    .then((code) => app.exit(code));
} else if (app.requestSingleInstanceLock()) {
  const log = createLog(join(app.getPath("userData"), "logs"), () => new Date().toISOString());
  startApp({
    electron: {
      app,
      BrowserWindow,
      clipboard,
      dialog,
      ipcMain,
      Menu,
      nativeTheme,
      powerMonitor,
      safeStorage,
      screen,
      session,
      shell,
      utilityProcess,
    },
    folder: import.meta.dirname,
    log,
  });
} else {
  app.quit();
}
