import type { BrowserWindow, Dialog } from "electron";
import { fail, ok } from "../../core/base/result.ts";
import { feedAddress } from "../../core/vault/update/feed-address.ts";
import type { Words } from "../../core/words/words.ts";
import type { Updates } from "../update/create-updates.ts";
import type { ChosenSource } from "../update/update-settings.ts";
import { askAboutFeed } from "./ask-about-feed.ts";
import type { Handlers } from "./door.ts";

export interface UpdateHandlerParts {
  readonly updates: Updates;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showMessageBox">;
  readonly window: () => BrowserWindow;
  /** Whether the data as of this change has been put aside. */
  readonly isKept: (sequence: number) => Promise<boolean>;
  readonly words: () => Words;
}

type UpdateHandlers = Pick<
  Handlers,
  "readUpdates" | "chooseUpdates" | "checkUpdate" | "fetchUpdate" | "stopUpdate" | "installUpdate"
>;

/** An address may not be longer as it is asked for, or its question is longer than a screen. */
const ADDRESS_MAX = 500;

/** The channels of updates. Each place is chosen in a dialog of the main process: a folder or file in the system's own, an address that
 * the page proposes by a question. */
export function createUpdateHandlers(parts: UpdateHandlerParts): UpdateHandlers {
  const { updates } = parts;
  let isAsking = false;
  /** One question at a time: a page that asks on and on gets no second one over the first. */
  const ask = async (address: string) => {
    if (isAsking) return false;
    isAsking = true;
    return askAboutFeed(new URL(address), parts).finally(() => (isAsking = false));
  };
  return {
    readUpdates: () => ok(updates.state()),
    async chooseUpdates(request) {
      if (request.source === "off") return ok(updates.choose({ kind: "off" }));
      if (request.source === "feed") {
        const address = feedAddress(request.address);
        if (address === null || (URL.parse(address)?.href.length ?? Infinity) > ADDRESS_MAX)
          return fail("refused");
        const { source, place } = updates.state();
        const isKept = source === "feed" && place === address;
        return ok(
          isKept || !(await ask(address)) ? updates.state() : updates.choose({ kind: "feed", address }),
        );
      }
      const chosen = await askFor(request.source, parts);
      return ok(chosen ? updates.choose(chosen) : updates.state());
    },
    checkUpdate: async () => ok(await updates.check()),
    fetchUpdate: async () => ok(await updates.fetch()),
    stopUpdate: () => ok(updates.stop()),
    installUpdate: async ({ keptSequence }) => ok(await updates.install(() => parts.isKept(keptSequence))),
  };
}

async function askFor(
  kind: "folder" | "file",
  { dialog, window, words }: UpdateHandlerParts,
): Promise<ChosenSource | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(
    window(),
    kind === "folder"
      ? { properties: ["openDirectory"] }
      : {
          properties: ["openFile"],
          filters: [{ name: words().text("desktop.update-manifest"), extensions: ["json"] }],
        },
  );
  const path = filePaths[0];
  return canceled || path === undefined ? null : { kind, path };
}
