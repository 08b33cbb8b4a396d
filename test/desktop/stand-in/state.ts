import type { BrowserContext } from "@playwright/test";
import { EventEmitter } from "node:events";
import { join } from "node:path";
import type { BrowserWindow as StandInWindow } from "./window.ts";
import type { DialogAnswer, ShownDialog, StandInSettings } from "./settings.ts";

/* What the parts of the stand-in share. One process is one app, as with Electron. */

export const settings = JSON.parse(process.env["JIUGONG_STAND_IN"] ?? "{}") as StandInSettings;

type Invoked = (event: object, ...args: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

/** One session: who answers a scheme in it, and who may cancel a request. */
export interface SessionState {
  handler: ProtocolHandler | null;
  beforeRequest: BeforeRequest | null;
}

export const state = {
  events: new EventEmitter(),
  paths: new Map<string, string>([
    ["appData", settings.appData],
    ["documents", settings.documents],
  ]),
  handlers: new Map<string, Invoked>(),
  windows: new Map<number, StandInWindow>(),
  sessions: new Map<string, SessionState>(),
  /** Which session shows pages of a host; a host is shown by one session only. */
  sessionByHost: new Map<string, SessionState>(),
  dialogs: [] as ShownDialog[],
  answers: [] as DialogAnswer[],
  opened: [] as string[],
  problems: [] as string[],
  clipboard: "",
  menu: null as { items: readonly MenuEntry[] } | null,
  context: null as BrowserContext | null,
  port: 0,
};

export interface MenuEntry {
  readonly id?: string;
  readonly label?: string;
  readonly submenu?: readonly MenuEntry[];
  readonly click?: (item: object, window: object | undefined, event: object) => void;
}

/** `userData` is the folder that the app chose, or Electron's own choice. */
export function userDataPath(): string {
  return state.paths.get("userData") ?? join(settings.appData, "Jiugong");
}

export function sessionState(partition: string): SessionState {
  const known = state.sessions.get(partition);
  if (known) return known;
  const made: SessionState = { handler: null, beforeRequest: null };
  state.sessions.set(partition, made);
  return made;
}

/** Waits until a test has answered a dialog of this kind; `null` when the app has closed it before that. */
export async function dialogAnswer<D extends DialogAnswer["dialog"]>(
  dialog: D,
  options: unknown,
  signal?: AbortSignal,
): Promise<Extract<DialogAnswer, { dialog: D }> | null> {
  signal?.addEventListener("abort", () => state.events.emit("answer"));
  state.dialogs.push({ dialog, options: JSON.parse(JSON.stringify(options ?? null)) as unknown });
  while (true) {
    if (signal?.aborted) return null;
    const index = state.answers.findIndex((answer) => answer.dialog === dialog);
    if (index >= 0) return state.answers.splice(index, 1)[0] as Extract<DialogAnswer, { dialog: D }>;
    await new Promise((resolve) => state.events.once("answer", resolve));
  }
}
