import { loadPlatform } from "../../platform/current-platform.ts";
import { lockAtStart } from "../../storage/app-lock.ts";
import { notify } from "../../storage/notice-store.ts";
import { openWorkspace } from "../../storage/open-workspace.ts";
import { workspaceStore } from "../../storage/workspace-store.ts";
import { firstLocale, speak, speakOfRooms } from "../language.ts";
import { keepView, readView, startClock } from "./kept-view.ts";
import { startStore } from "./start-store.ts";

/** Home comes first. */
const READ_ON_AFTER_MS = 1500;

/** Brings the app up: platform, language and view, then the workspace. The first picture is drawn before the last of these. */
export async function startUp(): Promise<void> {
  const platform = await loadPlatform();
  lockAtStart(platform);
  readView(platform);
  await speak(firstLocale(platform.readPreference("locale"), navigator.languages));
  keepView(platform);
  void import("../lock/auto-lock.ts").then(({ lockWhenIdle }) => lockWhenIdle());
  if (platform.desktop) void (await import("../follow-desktop.ts")).followDesktop(platform.desktop);
  void openNow();
}

/** Opens the workspace, or says why it cannot be opened. */
export async function openNow(): Promise<void> {
  startStore.setState({ phase: "opening", messages: [] });
  try {
    const platform = await loadPlatform();
    const { outcome, messages } = await openWorkspace(platform);
    if (outcome === "open") {
      startClock(platform);
      for (const message of messages) notify({ tone: "info", message });
      setTimeout(() => void readTheRest(), READ_ON_AFTER_MS);
    }
    startStore.setState({ phase: outcome, messages });
    // What explains a figure at home names files and records in the words of their rooms.
    if (outcome === "open") setTimeout(() => void speakOfRooms());
  } catch (error) {
    reportError(error);
    await speakOfRooms().catch(() => undefined);
    startStore.setState({ phase: "broken", messages: [] });
  }
}

async function readTheRest(): Promise<void> {
  (await import("../../storage/read-on.ts")).readOn();
  await followBackups();
  const said = await (await import("../../storage/check-snapshot.ts")).checkSnapshot();
  if (said) notify({ tone: "info", message: said });
}

async function followBackups(): Promise<void> {
  await (await import("../../storage/follow-backups.ts")).followBackups();
}

/** After a first start put a workspace in place. */
export async function enter(): Promise<void> {
  const platform = await loadPlatform();
  if (!workspaceStore.getState().workspace) return;
  startClock(platform);
  startStore.setState({ phase: "open", messages: [] });
  setTimeout(() => void followBackups(), READ_ON_AFTER_MS);
  setTimeout(() => void speakOfRooms());
}
