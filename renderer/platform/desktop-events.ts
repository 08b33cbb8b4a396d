import type { Bridge, MenuCommand, PickedFileHandle } from "../../core/bridge/contract.ts";
import type { PickedFile } from "./platform.ts";
import { createPickedFile } from "./read-picked-file.ts";

/** What the desktop tells the app unasked. */
export interface DesktopEvents {
  /** A choice in the application menu. */
  onMenuCommand(listener: (command: MenuCommand) => void): void;
  /** A backup was double-clicked. */
  onFileOpened(listener: (file: PickedFile) => void): void;
  /** The computer was locked or slept. */
  onLeft(listener: () => void): void;
  /** The window wants to close: `finish` writes what is pending and tells whether all of it is written. */
  onQuit(finish: () => Promise<boolean>): void;
  /** All listeners are set: from now on events come, and what waited comes first. */
  start(): Promise<void>;
}

/** The bridge's events. */
export function createDesktopEvents(bridge: Bridge): DesktopEvents {
  return {
    onMenuCommand: (listener) => void bridge.listen("menuCommand", listener),
    onFileOpened: (listener) =>
      void bridge.listen("fileOpened", (picked: PickedFileHandle) =>
        listener(createPickedFile(bridge, picked)),
      ),
    onLeft: (listener) => void bridge.listen("computerLeft", listener),
    onQuit(finish) {
      bridge.listen("quitAsked", () => {
        void finish()
          .catch(() => false)
          .then((written) => bridge.answerQuit({ written }));
      });
    },
    async start() {
      await bridge.announceReady(null);
    },
  };
}
