import type { BrowserWindow, Dialog } from "electron";
import type { Words } from "../../core/words/words.ts";
import type { Log } from "../log.ts";

/** A page that stops again within this time is not loaded a second time by itself. */
const CALM_MS = 60_000;

export interface RecoveryParts {
  readonly window: Pick<BrowserWindow, "webContents" | "reload" | "destroy">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly words: () => Words;
  readonly log: Log;
  readonly nowMs: () => number;
}

/** When the page's process dies the page is loaded once more: everything committed is in the ledger. When it dies again
 * at once the person is asked, so that a page that cannot live does not flicker for ever. */
export function recoverPage(parts: RecoveryParts): void {
  let lastReloadMs = -Infinity;
  parts.window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    parts.log("page gone", { reason, exitCode });
    if (parts.nowMs() - lastReloadMs < CALM_MS) void askToReload(parts);
    else parts.window.reload();
    lastReloadMs = parts.nowMs();
  });
}

async function askToReload({ dialog, window, words }: RecoveryParts): Promise<void> {
  const said = words();
  const { response } = await dialog.showMessageBox({
    type: "warning",
    title: said.text("desktop.crash.title"),
    message: said.text("desktop.crash.message"),
    detail: said.text("desktop.crash.detail"),
    buttons: [said.text("desktop.crash.reload"), said.text("desktop.crash.quit")],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.reload();
  else window.destroy();
}
