import { countRecords, totalOf } from "../../core/vault/counts.ts";
import type { KeptState, StorageRoom } from "../platform/platform.ts";
import { snapshotNow } from "./compact-ledger.ts";
import { findDatabaseDamage, findKeptDamage, findLedgerDamage } from "./find-damage.ts";
import type { Damage } from "./find-damage.ts";
import { newestJournalLines } from "./read-journal.ts";
import { isFrozen } from "./save-status.ts";
import { currentSession } from "./session.ts";
import { currentWorkspace } from "./workspace-store.ts";
import { inTurn } from "./write-queue.ts";
import { rewriteStore } from "./write-store.ts";

/** How the stored data is, at a glance. */
export interface StorageHealth {
  /** Changes since the workspace began. */
  readonly sequence: number;
  readonly records: number;
  /** `null` where the platform cannot tell. */
  readonly ledgerBytes: number | null;
  readonly room: StorageRoom | null;
  readonly kept: readonly KeptState[];
}

/** Sizes, room and what is kept; quick. What cannot be asked is not known: this is looked at when something is wrong. */
export async function readStorageHealth(): Promise<StorageHealth> {
  const { platform, sequence } = currentSession();
  const { ledger } = platform;
  const [ledgerBytes, room, kept] = await Promise.all([
    ledger.size?.().catch(() => null) ?? null,
    platform.storageRoom?.().catch(() => null) ?? null,
    ledger.kept?.().catch(() => []) ?? [],
  ]);
  return { sequence, records: totalOf(countRecords(currentWorkspace())), ledgerBytes, room, kept };
}

/** Reads every copy from beginning to end and compares them with what is on screen; answers what is damaged, by name. */
export function checkStorage(): Promise<readonly Damage[]> {
  return inTurn(async () => {
    const session = currentSession();
    const found = await Promise.all([
      findLedgerDamage(session),
      findDatabaseDamage(session),
      findKeptDamage(session),
    ]);
    return found.flat();
  });
}

/** Writes both copies anew from what is on screen, which was checked when it was read. `false`: nothing could be written. */
export function mendStorage(): Promise<boolean> {
  return inTurn(async () => {
    const session = currentSession();
    if (isFrozen()) return false;
    // The journal's lines are read first: the database may be what is damaged.
    const journal = await newestJournalLines(session);
    const { generation, sequence, stamp } = session;
    const isKept = await snapshotNow(session);
    const state = { workspace: currentWorkspace(), journal, standing: { generation, sequence, stamp } };
    try {
      session.order = await rewriteStore(session.database, state);
      return isKept;
    } catch {
      return false;
    }
  });
}
