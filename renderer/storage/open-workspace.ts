import Dexie from "dexie";
import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { compareCopies } from "../../core/vault/compare-copies.ts";
import { currentPlatform } from "../platform/current-platform.ts";
import type { Platform } from "../platform/platform.ts";
import { recallLastBackup } from "./last-backup.ts";
import { snapshotNow, stopCompacting } from "./compact-ledger.ts";
import { DATABASE_NAME } from "./database.ts";
import { deviceName } from "./device-name.ts";
import { openStore, opensAsItIs } from "./open-store.ts";
import type { MendedState } from "./open-store.ts";
import { giveUpOwnership, takeOwnership } from "./owner-lock.ts";
import { RowOrder } from "./row-order.ts";
import { isFrozen, resetSaveStatus, saveStatus } from "./save-status.ts";
import { hadWorkspace, noteWorkspace, openSession, setSession } from "./session.ts";
import type { Session } from "./session.ts";
import { findCopies, toStoreCopy } from "./start-copies.ts";
import type { FoundCopies } from "./start-copies.ts";
import { forgetSteps } from "./undo-state.ts";
import { workspaceStore } from "./workspace-store.ts";
import { allWritten } from "./write-queue.ts";

/** How the start went. `messages` tell the person what was found and done; the shell shows them.
 * `open`: the workspace is in its store. `first-start`: there is none yet. `refused`: made by a newer version; nothing was
 * touched. `locked`: another window has it. */
export interface StartReport {
  readonly outcome: "open" | "first-start" | "refused" | "locked";
  readonly messages: readonly Message[];
}

/** Compares ledger and database before anything can write, mends what is to be mended, and opens the workspace. */
export async function openWorkspace(platform: Platform = currentPlatform()): Promise<StartReport> {
  if (openSession()) await closeWorkspace();
  if (!(await takeOwnership())) return { outcome: "locked", messages: [message("vault.start.locked")] };
  const copies = await findCopies(platform);
  if (copies === "newer") {
    giveUpOwnership();
    return { outcome: "refused", messages: [message("vault.start.newer")] };
  }
  const plan = compareCopies(copies.found?.ledger.copy ?? { kind: "absent" }, toStoreCopy(copies.store));
  const mended = opensAsItIs(copies, plan)
    ? openStore(copies, null)
    : await (await import("./mend-copies.ts")).mendCopies(copies, plan);
  setSession(sessionOf(copies, mended));
  recallLastBackup(platform);
  if (!copies.found) freezeWithoutLedger();
  if (!mended) {
    const said = plan.do === "first-start" ? emptySaid(copies) : "nothing-readable";
    return { outcome: "first-start", messages: said ? [message(`vault.start.${said}`)] : [] };
  }
  noteWorkspace(platform);
  workspaceStore.setState({ workspace: mended.workspace });
  if (copies.found) await settle(openSession()!, mended);
  return { outcome: "open", messages: copies.found ? mended.messages : [message("vault.save.no-ledger")] };
}

function emptySaid({ place, platform }: FoundCopies): "set-aside" | "vanished" | null {
  if (place > 1) return "set-aside";
  return hadWorkspace(platform) ? "vanished" : null;
}

/** Closes the workspace when all is written. */
export async function closeWorkspace(): Promise<void> {
  stopCompacting();
  await allWritten();
  openSession()?.database.close();
  setSession(null);
  workspaceStore.setState({ workspace: null });
  forgetSteps();
  resetSaveStatus();
  giveUpOwnership();
}

/** Removes the database, for tests. The ledger is the platform's. */
export async function deleteDatabase(): Promise<void> {
  await Dexie.delete(DATABASE_NAME);
}

function sessionOf({ platform, database, found }: FoundCopies, mended: MendedState | null): Session {
  const entries = found?.contents.entries ?? [];
  const ledger = found?.ledger.copy;
  return {
    platform,
    database,
    device: deviceName(platform),
    generation: mended?.standing.generation ?? "",
    // A first start after a loss counts on, so that what may still be found can be told from what comes.
    sequence: mended?.standing.sequence ?? (ledger?.kind === "readable" ? ledger.standing.sequence : 0),
    stamp: mended?.standing.stamp ?? null,
    order: mended?.order ?? new RowOrder(),
    ledgerIsOld: mended?.ledgerIsOld ?? false,
    unstored: mended?.journal ? { part: "whole", lines: mended.journal } : null,
    entryBytes: entries.reduce((sum, entry) => sum + entry.length, 0),
    entryCount: entries.length,
  };
}

async function settle(session: Session, { storeIsOld }: MendedState): Promise<void> {
  if (session.ledgerIsOld && !(await snapshotNow(session))) {
    if (!isFrozen()) saveStatus.setState({ state: "not-saved", message: message("vault.save.ledger-old") });
  } else if (storeIsOld) {
    saveStatus.setState({ state: "behind", message: message("vault.save.behind") });
  }
}

function freezeWithoutLedger(): void {
  saveStatus.setState({ state: "read-only", message: message("vault.save.no-ledger") });
}
