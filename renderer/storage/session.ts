import type { Stamp } from "../../core/base/stamp.ts";
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
  /** Since the ledger's snapshot. */
  entryBytes: number;
  entryCount: number;
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
