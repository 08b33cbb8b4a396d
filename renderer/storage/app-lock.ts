import { create } from "zustand";
import type { Platform } from "../platform/platform.ts";

/** Whether the window is locked. While it is, nothing of the workspace is drawn. */
export const lockStore = create<{ readonly isLocked: boolean }>(() => ({ isLocked: false }));

/** Where the device keeps the lock. */
export const LOCK_KEY = "lock";

/** At the start the app is locked where it has a lock. */
export function lockAtStart(platform: Platform): void {
  lockStore.setState({ isLocked: (platform.readPreference(LOCK_KEY) ?? "") !== "" });
}
