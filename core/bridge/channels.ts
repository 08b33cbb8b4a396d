/* The names alone, without schemas: the preload is built from them and stays small. */

/** What the renderer may ask of the main process. A name that is not here reaches nothing. */
export const CHANNELS = [
  "readLedger",
  "appendLedger",
  "compactLedger",
  "keepState",
  "listKeptStates",
  "readKeptState",
  "readLedgerSize",
  "checkLedger",
  "readLedgerPlace",
  "setAside",
  "readLedgerAside",
  "readStorageRoom",
  "pickFile",
  "readFile",
  "releaseFile",
  "saveFile",
  "savePdf",
  "saveFolder",
  "stopFolder",
  "copyText",
  "readAppInfo",
  "readPreferences",
  "writePreference",
  "announceReady",
  "answerQuit",
  "readUpdates",
  "chooseUpdates",
  "checkUpdate",
  "fetchUpdate",
  "stopUpdate",
  "installUpdate",
  "readBackupState",
  "listBackups",
  "backUpNow",
  "chooseBackups",
  "openBackup",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the main process tells the renderer unasked. */
export const EVENTS = [
  "menuCommand",
  "fileOpened",
  "quitAsked",
  "computerLeft",
  "updateChanged",
  "backupsChanged",
  "folderGrew",
] as const;
export type BridgeEvent = (typeof EVENTS)[number];

/** The name under which the preload shows the bridge: `window.jiugong`. */
export const BRIDGE_NAME = "jiugong";
