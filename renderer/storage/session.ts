import type { Stamp } from "../../core/base/stamp.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import type { Platform } from "../platform/platform.ts";
import type { JiugongDatabase } from "./database.ts";
import type { RowOrder } from "./row-order.ts";

/** What is open: where it is written, and which state it is. Changed by the write queue alone. */
export interface Session {
  readonly platform: Platform;
  readonly database: JiugongDatabase;
  /** In every stamp: tells this device's changes from another's. */
  readonly device: string;
  generation: string;
  sequence: number;
  stamp: Stamp | null;
  order: RowOrder;
  /** The ledger lacks something of what is open, or follows an older schema: nothing may be appended before a snapshot is written. */
  ledgerIsOld: boolean;
  /** What the database's journal lacks because it could not be written; `null`: nothing. */
  unstored: UnstoredLines | null;
  /** Since the ledger's snapshot. */
  entryBytes: number;
  entryCount: number;
}

/** `whole`: all that the journal should hold; otherwise what follows the lines that it has. */
export interface UnstoredLines {
  readonly part: "whole" | "end";
  readonly lines: readonly JournalLine[];
}

let current: Session | null = null;

export function setSession(session: Session | null): void {
  current = session;
}

export function openSession(): Session | null {
  return current;
}

/** The open session; throws when nothing is open. */
export function currentSession(): Session {
  if (!current) throw new Error("no workspace is open");
  return current;
}

/* That there was a workspace is remembered where neither ledger nor database lies: on a full disk a browser may lose both at once,
   and an empty start would look like the first one. */

const HAD_WORKSPACE = "had-workspace";

export function noteWorkspace(platform: Platform): void {
  if (!hadWorkspace(platform)) platform.writePreference(HAD_WORKSPACE, "yes");
}

export function hadWorkspace(platform: Platform): boolean {
  return platform.readPreference(HAD_WORKSPACE) !== null;
}
