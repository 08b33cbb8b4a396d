import { countRecords, sameCounts, totalOf } from "../../core/vault/counts.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { KeptState, StorageRoom } from "../platform/platform.ts";
import { loadStore } from "./load-store.ts";
import { currentSession } from "./session.ts";
import type { Session } from "./session.ts";
import { currentWorkspace } from "./workspace-store.ts";
import { inTurn } from "./write-queue.ts";

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

/** What a full check found. */
export interface StorageCheck {
  /** Every entry and the snapshot read back and checked. */
  readonly ledger: "whole" | "damaged";
  /** Every row and page checked against its checksum and counts. */
  readonly database: "whole" | "damaged";
  /** Both hold the state that is on screen. */
  readonly agree: boolean;
}

/** Sizes, room and what is kept; quick. */
export async function readStorageHealth(): Promise<StorageHealth> {
  const { platform, sequence } = currentSession();
  const { ledger } = platform;
  const [ledgerBytes, room, kept] = await Promise.all([
    ledger.size?.() ?? null,
    platform.storageRoom?.() ?? null,
    ledger.kept?.() ?? [],
  ]);
  return { sequence, records: totalOf(countRecords(currentWorkspace())), ledgerBytes, room, kept };
}

/** Reads both copies from beginning to end and compares them with what is on screen. */
export function checkStorage(): Promise<StorageCheck> {
  return inTurn(async () => {
    const session = currentSession();
    const [ledger, database] = await Promise.all([checkLedger(session), checkDatabase(session)]);
    return {
      ledger: ledger.isWhole ? "whole" : "damaged",
      database: database.isWhole ? "whole" : "damaged",
      agree: ledger.agrees && database.agrees,
    };
  });
}

async function checkLedger(session: Session) {
  const contents = await session.platform.ledger.read("all");
  const { copy } = readLedger(contents);
  const file = contents.snapshot && readWorkspaceFile(contents.snapshot);
  const isWhole = copy.kind === "readable" && !copy.isBroken && contents.damage.length === 0;
  const total = totalOf(countRecords(currentWorkspace()));
  const agrees =
    copy.kind === "readable" &&
    copy.standing.generation === session.generation &&
    copy.standing.sequence === session.sequence &&
    copy.standing.total === total;
  return { isWhole: isWhole && file !== null && file.ok, agrees };
}

async function checkDatabase(session: Session) {
  const store = await loadStore(session.database);
  if (store.kind === "empty") return { isWhole: false, agrees: false };
  const agrees =
    store.meta?.sequence === session.sequence &&
    sameCounts(countRecords(store.workspace), countRecords(currentWorkspace()));
  return { isWhole: store.kind === "whole", agrees };
}
