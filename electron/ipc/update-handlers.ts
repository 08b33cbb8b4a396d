import type { BrowserWindow, Dialog } from "electron";
import { fail, ok } from "../../core/base/result.ts";
import { feedAddress } from "../../core/vault/update/feed-address.ts";
import type { Updates } from "../update/create-updates.ts";
import type { ChosenSource } from "../update/update-settings.ts";
import type { Handlers } from "./door.ts";

export interface UpdateHandlerParts {
  readonly updates: Updates;
  readonly dialog: Pick<Dialog, "showOpenDialog">;
  readonly window: () => BrowserWindow;
  /** Whether the data as of this change has been put aside. */
  readonly isKept: (sequence: number) => Promise<boolean>;
  /** The name of manifests in the dialog. */
  readonly manifestLabel: () => string;
}

type UpdateHandlers = Pick<
  Handlers,
  "readUpdates" | "chooseUpdates" | "checkUpdate" | "fetchUpdate" | "stopUpdate" | "installUpdate"
>;

/** The channels of updates. A folder or file is chosen in a dialog of the main process; an address is checked before it is kept. */
export function createUpdateHandlers(parts: UpdateHandlerParts): UpdateHandlers {
  const { updates } = parts;
  return {
    readUpdates: () => ok(updates.state()),
    async chooseUpdates(request) {
      if (request.source === "off") return ok(updates.choose({ kind: "off" }));
      if (request.source === "feed") {
        const address = feedAddress(request.address);
        return address === null ? fail("refused") : ok(updates.choose({ kind: "feed", address }));
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
  { dialog, window, manifestLabel }: UpdateHandlerParts,
): Promise<ChosenSource | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(
    window(),
    kind === "folder"
      ? { properties: ["openDirectory"] }
      : { properties: ["openFile"], filters: [{ name: manifestLabel(), extensions: ["json"] }] },
  );
  const path = filePaths[0];
  return canceled || path === undefined ? null : { kind, path };
}
