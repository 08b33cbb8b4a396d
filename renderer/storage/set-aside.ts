import type { Platform } from "../platform/platform.ts";
import { closeWorkspace, openWorkspace } from "./open-workspace.ts";

/** Sets everything that lies here aside: it stays on this device as it is, and the next start begins with an empty place. Rejects
 * when no other place can be made; nothing is changed then. */
export async function setAllAside({ ledger }: Platform): Promise<void> {
  await closeWorkspace();
  if (!ledger.setAside) throw new Error("no other place can be made here");
  await ledger.setAside("all");
}

/** The same, and opens the empty place for what begins now. */
export async function beginBeside(platform: Platform): Promise<void> {
  await setAllAside(platform);
  await openWorkspace(platform);
}
