import { applyChanges } from "../apply-changes.ts";
import { countRecords, totalOf } from "../counts.ts";
import { journalLineOf } from "../journal.ts";
import type { JournalLine } from "../journal.ts";
import { decodeEntries, readLedger } from "../read-ledger.ts";
import { readWorkspaceFile } from "../workspace-file.ts";
import type { WorkspaceStanding } from "../workspace-file.ts";
import type { Workspace } from "../workspace.ts";

/** The bytes of a ledger: its newest snapshot, the entries after it, and what was found damaged. */
export interface LedgerBytes {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly string[];
}

/** The state that a ledger holds. */
export interface LedgerState {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
  readonly standing: Pick<WorkspaceStanding, "generation" | "sequence" | "stamp">;
}

/** The state up to the last entry. `null`: there is none, or something that was acknowledged cannot be read, so that a state
 * made of it would lack it unsaid.
 * @example ledgerState({ snapshot: null, entries: [], damage: [] }) // => null
 */
export function ledgerState(bytes: LedgerBytes): LedgerState | null {
  const { copy, head, entries } = readLedger(bytes);
  if (copy.kind !== "readable" || copy.isBroken || !head || !bytes.snapshot) return null;
  const file = readWorkspaceFile(bytes.snapshot);
  if (!file.ok) return null;
  const decoded = decodeEntries(entries, head.sequence + 1);
  let { workspace } = file.value;
  for (const entry of decoded) workspace = applyChanges(workspace, entry.changes, entry.stamp);
  const { generation, sequence, stamp } = decoded.at(-1) ?? file.value.head;
  if (sequence !== copy.standing.sequence) return null;
  if (totalOf(countRecords(workspace)) !== copy.standing.total) return null;
  const journal = [...file.value.journal, ...decoded.map(journalLineOf)];
  return { workspace, journal, standing: { generation, sequence, stamp } };
}
