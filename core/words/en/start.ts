import type { start as zh } from "../zh-cn/start.ts";
import type { WordsLike } from "../dictionary.ts";

/** What the start command says in the terminal. */
export const start = {
  "start.no-electron":
    "Jiugong: Electron's binary cannot be had on this machine; opening the same app in the browser.",
  "start.no-display": "Jiugong: this machine has no display; serving the app for a browser.",
  "start.electron-failed":
    "Jiugong: Electron did not start (exit code {{code}}); opening the same app in the browser.",
  "start.browser-lacks":
    "Missing in the browser: the system's own open and save dialogs, backups when it closes, updates.",
  "start.site-data":
    "The data lives in the browser: clearing this site's data removes everything. Keep backup files.",
  "start.address": "Open {{address}} (Ctrl+C stops)",
  "start.port-taken":
    "Port {{port}} is taken: if Jiugong is already running, open {{address}}; else close the program that holds the port and try again.",
} as const satisfies WordsLike<typeof zh>;
