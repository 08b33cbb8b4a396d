import type { App, BrowserWindow, Dialog, Shell } from "electron";
import { join } from "node:path";
import type { UpdateMachine } from "../../core/vault/update/judge-update.ts";
import type { Words } from "../../core/words/words.ts";
import type { LedgerFiles } from "../ipc/ledger-handlers.ts";
import { createUpdateHandlers } from "../ipc/update-handlers.ts";
import type { PageLink } from "../window/connect-page.ts";
import type { NextStart } from "../window/next-start.ts";
import { createUpdates } from "./create-updates.ts";
import { checkDaily } from "./daily-check.ts";
import { createInstaller } from "./install-update.ts";
import { OWN_RELEASE } from "./release.ts";
import { UPDATE_PUBLIC_KEY } from "./update-key.ts";
import { openUpdateSettings } from "./update-settings.ts";

export interface OpenUpdatesParts {
  readonly app: Pick<App, "quit">;
  readonly dialog: Dialog;
  readonly shell: Pick<Shell, "showItemInFolder">;
  readonly window: BrowserWindow;
  readonly page: Pick<PageLink, "send">;
  readonly ledger: Pick<LedgerFiles, "kept">;
  readonly nextStart: NextStart;
  readonly appImage: string | null;
  readonly userData: string;
  readonly words: () => Words;
}

/** The updates of this program, and the channels by which the page speaks of them. */
export function openUpdates(parts: OpenUpdatesParts): ReturnType<typeof createUpdateHandlers> {
  const folder = join(parts.userData, "updates");
  const machine = thisMachine(parts.appImage !== null);
  const updates = createUpdates({
    installed: OWN_RELEASE,
    machine,
    publicKey: UPDATE_PUBLIC_KEY,
    settings: openUpdateSettings(join(parts.userData, "updates.json")),
    folder,
    installer: createInstaller({
      machine,
      version: OWN_RELEASE.version,
      folder: join(parts.userData, "updates-installing"),
      appImage: parts.appImage,
      startAgain: () => parts.nextStart.ask([]),
      leaveToInstaller: parts.nextStart.leaveToOthers,
      quit: () => parts.app.quit(),
      show: (path) => parts.shell.showItemInFolder(path),
    }),
    nowMs: Date.now,
    onState: (state) => parts.page.send("updateChanged", state),
  });
  checkDaily(updates);
  return createUpdateHandlers({
    updates,
    dialog: parts.dialog,
    window: () => parts.window,
    isKept: async (sequence) => (await parts.ledger.kept()).some((kept) => kept.sequence === sequence),
    words: parts.words,
  });
}

function thisMachine(isAppImage: boolean): UpdateMachine {
  const { platform, arch } = process;
  const endings: Readonly<Record<string, string>> = { win32: "exe", darwin: "dmg" };
  return { platform, arch, ending: endings[platform] ?? (isAppImage ? "AppImage" : "deb") };
}
