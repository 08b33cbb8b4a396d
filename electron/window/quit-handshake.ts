import type { BrowserWindow, Dialog } from "electron";
import type { Words } from "../../core/words/words.ts";

/** How long the page may take to write what is pending before the person is asked. */
export const QUIT_PATIENCE_MS = 5_000;

export interface QuitParts {
  readonly window: Pick<BrowserWindow, "on" | "hide" | "destroy">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly words: () => Words;
  /** Asks the page to finish writing. `false`: there is no page that could answer. */
  readonly ask: () => boolean;
  /** What is done while the window is hidden already; it must end by itself. */
  readonly finish?: () => Promise<void>;
  readonly patienceMs?: number;
}

export interface QuitHandshake {
  /** The page has answered: whether everything is written. */
  answer(written: boolean): void;
  /** `asked`: the window is still there, but nothing keeps it from going; `leaving`: it is hidden or gone. */
  stage(): QuitStage;
}

export type QuitStage = "open" | "asked" | "leaving";

/** Holds the window open until the page says that everything is written; asks the person when that takes too long. The question
 * goes away by itself when everything is written after all. */
export function createQuitHandshake(parts: QuitParts): QuitHandshake {
  let timer: NodeJS.Timeout | null = null;
  const stopWaiting = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  let isLeaving = false;
  let question: AbortController | null = null;
  const close = () => {
    stopWaiting();
    isLeaving = true;
    question?.abort();
    if (!parts.finish) return parts.window.destroy();
    parts.window.hide();
    void parts.finish().finally(() => parts.window.destroy());
  };
  const wait = () => {
    stopWaiting();
    timer = setTimeout(() => void askPerson(), parts.patienceMs ?? QUIT_PATIENCE_MS);
  };
  const askPerson = async () => {
    stopWaiting();
    question = new AbortController();
    const isWaiting = await wantsToWait(parts, question.signal);
    question = null;
    if (isLeaving) return;
    if (isWaiting) start();
    else close();
  };
  const start = () => {
    if (!parts.ask()) close();
    else if (!timer) wait();
  };
  parts.window.on("close", (event) => {
    event.preventDefault();
    if (!isLeaving && !question) start();
  });
  return {
    answer(written) {
      if (isLeaving || (!timer && !question)) return;
      if (written) close();
      else if (!question) void askPerson();
    },
    stage() {
      if (isLeaving) return "leaving";
      return timer || question ? "asked" : "open";
    },
  };
}

async function wantsToWait({ dialog, words }: QuitParts, signal: AbortSignal): Promise<boolean> {
  const said = words();
  const { response } = await dialog.showMessageBox({
    type: "question",
    message: said.text("desktop.quit.message"),
    detail: said.text("desktop.quit.detail"),
    buttons: [said.text("desktop.quit.wait"), said.text("desktop.quit.now")],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  return response === 0;
}
