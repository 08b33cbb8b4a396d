import { applyChanges } from "../apply-changes.ts";
import { countRecords, totalOf } from "../counts.ts";
import { journalLineOf } from "../journal.ts";
import type { JournalLine } from "../journal.ts";
import type { LedgerEntry } from "../ledger-entry.ts";
import { decodeEntries, readLedger } from "../read-ledger.ts";
import type { ReadLedger } from "../read-ledger.ts";
import { upgradeWorkspace } from "../upgrade-workspace.ts";
import { SCHEMA_VERSION } from "../upgrades/upgrade-data.ts";
import { readWorkspaceFileAsWritten } from "../workspace-file.ts";
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
  /** The schema that the records follow. */
  readonly schema: number;
}

/** The state up to the last entry, of this build's schema. `null`: there is none, or something that was acknowledged cannot be read, so
 * that a state made of it would lack it unsaid.
 * @example ledgerState({ snapshot: null, entries: [], damage: [] }) // => null
 */
export function ledgerState(bytes: LedgerBytes): LedgerState | null {
  const ledger = readLedger(bytes);
  if (ledger.copy.kind !== "readable" || ledger.copy.isBroken) return null;
  const { standing } = ledger.copy;
  const state = readableState(bytes.snapshot, ledger);
  if (!state || state.standing.sequence !== standing.sequence) return null;
  if (totalOf(countRecords(state.workspace)) !== standing.total) return null;
  if (state.schema === SCHEMA_VERSION) return state;
  try {
    return { ...state, ...upgradeWorkspace(state, state.schema), schema: SCHEMA_VERSION };
  } catch {
    return null;
  }
}

/** As much of the state as can be read, of the schema in which it was written. `null`: not even the snapshot.
 * @example readableState(null, readLedger({ snapshot: null, entries: [], damage: [] })) // => null
 */
export function readableState(snapshot: Uint8Array | null, ledger: ReadLedger): LedgerState | null {
  const file = snapshot && readWorkspaceFileAsWritten(snapshot);
  if (!file?.ok) return null;
  const { head, workspace, journal } = file.value;
  const { generation, sequence, stamp, schema } = head;
  const state = { workspace, journal, standing: { generation, sequence, stamp }, schema };
  return stateAfter(state, decodeEntries(ledger.entries, sequence + 1));
}

/** A state with entries of its own schema applied.
 * @example stateAfter({ workspace: aSample(), journal: [], standing: { sequence: 3 }, schema: 1 }, []).standing // => { sequence: 3 }
 */
export function stateAfter(state: LedgerState, entries: readonly LedgerEntry[]): LedgerState {
  let { workspace } = state;
  for (const entry of entries) workspace = applyChanges(workspace, entry.changes, entry.stamp);
  const last = entries.at(-1);
  return {
    workspace,
    journal: [...state.journal, ...entries.map(journalLineOf)],
    standing: last
      ? { generation: last.generation, sequence: last.sequence, stamp: last.stamp }
      : state.standing,
    schema: state.schema,
  };
}
