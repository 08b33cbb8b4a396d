import type { MenuCommand } from "../../core/bridge/contract.ts";
import { ROOMS, goTo, placeHref } from "../platform/place.ts";
import type { DesktopEvents } from "../platform/desktop-events.ts";
import { lockStore } from "../storage/app-lock.ts";
import { offeredFileStore } from "../storage/offered-file.ts";
import { saveStatus } from "../storage/save-status.ts";
import { setView } from "../storage/view-store.ts";
import { allWritten } from "../storage/write-queue.ts";
import { dictionaryStore, speak, wordsOf } from "./language.ts";
import { saveBackupNow } from "./save-backup.ts";
import { redoNow, undoNow } from "./undo-now.ts";

/** Does what the application menu says, takes opened backups, and lets the window close when all is written. */
export async function followDesktop(desktop: DesktopEvents): Promise<void> {
  desktop.onMenuCommand(obey);
  desktop.onFileOpened((file) => {
    offeredFileStore.setState({ file });
    goTo(placeHref("vault"));
  });
  desktop.onQuit(async () => {
    await allWritten();
    return saveStatus.getState().state !== "saving";
  });
  await desktop.start();
}

/** While the app is locked only its look can be chosen. */
function obey(chosen: MenuCommand): void {
  const isOfLook = chosen.command === "locale" || chosen.command === "theme";
  if (lockStore.getState().isLocked && !isOfLook) return;
  switch (chosen.command) {
    case "undo":
      return isTyping() ? void document.execCommand("undo") : undoNow();
    case "redo":
      return isTyping() ? void document.execCommand("redo") : redoNow();
    case "palette":
      // The frame opens it by its key; the menu presses the same key.
      return void window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
    case "save-backup":
      return saveBackup();
    case "open-backup":
      return goTo(placeHref("vault"));
    case "go":
      return goTo(placeHref(ROOMS.find((room) => room === chosen.room) ?? "home"));
    case "locale":
      return void speak(chosen.locale);
    case "theme":
      return setView({ theme: chosen.theme });
  }
}

function saveBackup(): void {
  const spoken = dictionaryStore.getState();
  if (spoken) void saveBackupNow(wordsOf(spoken.locale, spoken.dictionary, "CNY"));
}

/** On macOS the menu takes the keys of undo before the field does: what is being typed is undone first. */
function isTyping(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable]") ?? false;
}
