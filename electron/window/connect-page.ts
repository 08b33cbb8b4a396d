import type { BrowserWindow, Dialog } from "electron";
import type { BridgeEvent } from "../../core/bridge/channels.ts";
import type { EventValue } from "../../core/bridge/contract.ts";
import type { Words } from "../../core/words/words.ts";
import { createPickedFiles } from "../ipc/picked-files.ts";
import type { PickedFiles } from "../ipc/picked-files.ts";
import type { Log } from "../log.ts";
import { createOpenFileQueue } from "./open-file-queue.ts";
import { createQuitHandshake } from "./quit-handshake.ts";
import type { QuitStage } from "./quit-handshake.ts";

export interface ConnectParts {
  readonly window: BrowserWindow;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly words: () => Words;
  readonly log: Log;
  /** What is done after the page has written everything, before the window goes. */
  readonly finish: () => Promise<void>;
}

/** The way from the main process to the page: events, opened files, and the question before the window closes. */
export interface PageLink {
  readonly pickedFiles: PickedFiles;
  send<E extends BridgeEvent>(event: E, value: EventValue<E>): void;
  /** Offers a file to the page, now or as soon as it listens. */
  openFile(path: string): void;
  /** The page listens from now on. */
  start(): void;
  answerQuit(written: boolean): void;
  /** How far the end of the window is. */
  quitStage(): QuitStage;
}

/** Links the page: what is sent to it waits until it listens, and a page that does not listen need not be asked to finish. */
export function connectPage({ window, dialog, words, log, finish }: ConnectParts): PageLink {
  const pickedFiles = createPickedFiles();
  let isListening = false;
  const send: PageLink["send"] = (event, value) => {
    if (!window.isDestroyed()) window.webContents.send(event, value);
  };
  const files = createOpenFileQueue((path) => {
    void pickedFiles.add(path).then((picked) => {
      if (picked.ok) send("fileOpened", picked.value);
      else log("opened file unreadable", { code: picked.error });
    });
  });
  const quit = createQuitHandshake({
    window,
    dialog,
    words,
    finish,
    ask() {
      const canAnswer = isListening && !window.webContents.isCrashed();
      if (canAnswer) send("quitAsked", null);
      return canAnswer;
    },
  });
  window.webContents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    isListening = false;
    files.stop();
  });
  return {
    pickedFiles,
    send,
    openFile: files.add,
    start() {
      isListening = true;
      files.start();
    },
    answerQuit: quit.answer,
    quitStage: () => (window.isDestroyed() ? "leaving" : quit.stage()),
  };
}
