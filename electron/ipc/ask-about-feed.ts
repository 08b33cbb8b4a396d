import type { BrowserWindow, Dialog } from "electron";
import type { Words } from "../../core/words/words.ts";

export interface AskAboutFeedParts {
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly window: () => BrowserWindow;
  readonly words: () => Words;
}

/** Whether the person wants updates from this address. The main process asks, for the page may only propose: an address is a place
 * to which something can be sent, as a part of the address itself. Shown as it would be asked for, so that no sign hides another. */
export async function askAboutFeed(address: URL, parts: AskAboutFeedParts): Promise<boolean> {
  const said = parts.words();
  const { response } = await parts.dialog.showMessageBox(parts.window(), {
    type: "question",
    title: said.text("desktop.title"),
    message: said.text("desktop.feed.message", { host: address.host }),
    detail: `${address.href}\n\n${said.text("desktop.feed.detail")}`,
    buttons: [said.text("desktop.feed.use"), said.text("desktop.feed.cancel")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
