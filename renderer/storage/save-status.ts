import { create } from "zustand";
import type { Message } from "../../core/base/message.ts";

/** How saving stands. `saved` and `saving` are the common ones. `not-saved`: the last change was refused by the disk and
 * nothing was changed. `behind`: everything is saved in the ledger, but the working database could not be written.
 * `unknown`: whether the last change was saved, or the last snapshot begun, is known only after a restart. `read-only`: there is no ledger to write to.
 * In the last four nothing more is written until the person acts. */
export type SaveState = "saved" | "saving" | "not-saved" | "behind" | "unknown" | "read-only";

export interface SaveStatus {
  readonly state: SaveState;
  /** When the last change was saved; `null` before the first since the start. */
  readonly savedAtMs: number | null;
  /** What happened and what to do; `null` while all is well. */
  readonly message: Message | null;
}

const INITIAL: SaveStatus = { state: "saved", savedAtMs: null, message: null };

/** For the footer of the frame. `retrySaving` (commit.ts) is what its button calls in `not-saved` and `behind`. */
export const saveStatus = create<SaveStatus>(() => INITIAL);

export function isFrozen(): boolean {
  const { state } = saveStatus.getState();
  return state !== "saved" && state !== "saving";
}

export function resetSaveStatus(): void {
  saveStatus.setState(INITIAL, true);
}
