import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import type { StartPlan } from "../../core/vault/compare-copies.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import { journalLineOf } from "../../core/vault/journal.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import type { LedgerEntry } from "../../core/vault/ledger-entry.ts";
import { decodeEntries } from "../../core/vault/read-ledger.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { LoadedStore } from "./load-store.ts";
import { RowOrder } from "./row-order.ts";
import { readLedgerCopy } from "./start-copies.ts";
import type { FoundCopies } from "./start-copies.ts";
import { rewriteStore } from "./write-store.ts";
import type { Standing } from "./write-store.ts";

/** The state to open, with what was done to get it. */
export interface MendedState {
  readonly workspace: Workspace;
  readonly standing: Standing;
  readonly order: RowOrder;
  /** The ledger was damaged or is missing: it wants a new snapshot of this state. */
  readonly ledgerIsOld: boolean;
  /** The database could not be written. */
  readonly storeIsOld: boolean;
  readonly messages: readonly Message[];
}

interface State {
  readonly workspace: Workspace;
  readonly standing: Standing;
  readonly journal: readonly JournalLine[];
}

/** Carries out what the comparison decided. `null`: nothing readable is left. */
export async function mendCopies(copies: FoundCopies, plan: StartPlan): Promise<MendedState | null> {
  switch (plan.do) {
    case "open":
      return openStore(copies, null);
    case "rewrite-ledger":
      return openStore(copies, message("vault.start.ledger-rewritten"));
    case "salvage":
      return salvage(copies);
    case "catch-up":
      return catchUp(copies, plan.fromSequence);
    case "restore-store":
      return (await restoreStore(copies)) ?? salvage(copies);
    default:
      return null;
  }
}

function openStore({ found, store }: FoundCopies, said: Message | null): MendedState | null {
  if (store.kind === "empty" || !store.workspace.rows.settings.has("workspace")) return null;
  const damage = damageOf(found?.contents.damage ?? []);
  return {
    workspace: store.workspace,
    standing: store.meta ?? { generation: "salvaged", sequence: 0, stamp: null },
    order: store.order,
    ledgerIsOld: said !== null || damage.length > 0,
    storeIsOld: false,
    messages: said ? [...damage, said] : damage,
  };
}

/** Both copies are damaged: what is readable of the store goes into both anew. */
async function salvage(copies: FoundCopies): Promise<MendedState | null> {
  const opened = openStore(copies, message("vault.start.salvaged"));
  if (!opened) return null;
  const { workspace, standing } = opened;
  const journal = await storedJournal(copies);
  return { ...opened, ...(await writeToStore(copies, { workspace, standing, journal })) };
}

async function catchUp(copies: FoundCopies, fromSequence: number): Promise<MendedState | null> {
  const opened = openStore(copies, null);
  if (!opened) return null;
  const entries = decodeEntries(copies.found!.ledger.entries, fromSequence);
  const state = stateAfter({ ...opened, journal: await storedJournal(copies) }, entries);
  const said = message("vault.start.caught-up", { count: entries.length });
  return {
    ...opened,
    ...state,
    ...(await writeToStore(copies, state)),
    messages: [...opened.messages, said],
  };
}

/** The snapshot is read whole only here: at a common start its head is enough. */
async function restoreStore(copies: FoundCopies): Promise<MendedState | null> {
  const whole = await readLedgerCopy(copies.platform, "all");
  const file = whole?.contents.snapshot && readWorkspaceFile(whole.contents.snapshot);
  if (!whole || !file || !file.ok) return null;
  const { head, workspace, journal } = file.value;
  const entries = decodeEntries(whole.ledger.entries, head.sequence + 1);
  const state = stateAfter({ workspace, standing: head, journal }, entries);
  const damage = damageOf(whole.contents.damage);
  return {
    ...state,
    ...(await writeToStore(copies, state)),
    ledgerIsOld: damage.length > 0,
    messages: [...damage, ...restoredMessages(copies.store, state)],
  };
}

function restoredMessages(store: LoadedStore, state: State): readonly Message[] {
  const count = totalOf(countRecords(state.workspace));
  if (store.kind === "empty") return [message("vault.start.restored-absent", { count })];
  const lost = (store.meta?.sequence ?? 0) - state.standing.sequence;
  const said = [message("vault.start.restored-damaged", { count })];
  return lost > 0 ? [...said, message("vault.start.may-be-lost", { count: lost })] : said;
}

function stateAfter(state: State, entries: readonly LedgerEntry[]): State {
  let { workspace } = state;
  for (const entry of entries) workspace = applyChanges(workspace, entry.changes, entry.stamp);
  const standing = entries.at(-1) ?? state.standing;
  return { workspace, standing, journal: [...state.journal, ...entries.map(journalLineOf)] };
}

async function writeToStore({ database }: FoundCopies, state: State) {
  try {
    return { order: await rewriteStore(database, state), storeIsOld: false };
  } catch {
    return { order: RowOrder.of(state.workspace), storeIsOld: true };
  }
}

async function storedJournal({ database }: FoundCopies): Promise<readonly JournalLine[]> {
  return database.journal
    .orderBy("sequence")
    .toArray()
    .catch(() => []);
}

function damageOf(damage: readonly string[]): readonly Message[] {
  const kinds = new Set(damage.map((found) => found.split(" ", 1)[0]!));
  return [...kinds].map((kind) => message(`vault.damage.${kind}`));
}
