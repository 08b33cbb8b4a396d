import type { Change } from "../../core/base/change.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { day } from "../../core/base/day.ts";
import type { BackupJob } from "../../electron/backup/backup-job.ts";
import type { LedgerBytes } from "../../core/vault/backup/ledger-state.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import { writeWorkspaceFile } from "../../core/vault/workspace-file.ts";

const SETTINGS: Settings = {
  id: "workspace",
  name: "华东销售部",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "won",
  newCustomerBy: "deal",
  dutyLimit: 6,
};
const STAMP = "0000000rs-0001-d1" as Stamp;

/** A ledger whose snapshot holds so many customers; every sequence is another state. */
export function aLedger(customers: number, sequence = customers): LedgerBytes {
  const records = Array.from({ length: customers }, (_, at) => ({
    id: `c${at}`,
    name: `客户 ${at}`,
    source: "typed" as const,
  }));
  const change: Change = { op: "put", table: "customers", records };
  const snapshot = writeWorkspaceFile({
    workspace: applyChanges(emptyWorkspace(SETTINGS), [change], STAMP),
    journal: [],
    app: "0.1.0",
    at: "2026-11-26T00:00:00.000Z",
    generation: "g1",
    sequence,
    stamp: STAMP,
  });
  return { snapshot, entries: [], damage: [] };
}

/** The first backup of an installation, of a ledger with five customers, into a folder of its own. */
export function aBackupJob(folder: string, given: Partial<BackupJob> = {}): BackupJob {
  return {
    ledger: aLedger(5),
    folder,
    isOwnFolder: true,
    line: "k3x9",
    number: 1,
    app: "0.1.0",
    nowMs: Date.UTC(2026, 10, 26),
    day: day("2026-11-26"),
    time: "0800",
    passphrase: null,
    made: [],
    baseline: null,
    isWanted: false,
    ...given,
  };
}
