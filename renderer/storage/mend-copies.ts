import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import type { StartPlan } from "../../core/vault/compare-copies.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import { journalLineOf } from "../../core/vault/journal.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import type { LedgerEntry } from "../../core/vault/ledger-entry.ts";
import { decodeEntries } from "../../core/vault/read-ledger.ts";
import { upgradeWorkspace } from "../../core/vault/upgrade-workspace.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import { readWorkspaceFile, readWorkspaceFileAsWritten } from "../../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import type { StateToWrite } from "./compact-ledger.ts";
import type { LoadedStore } from "./load-store.ts";
import { RowOrder } from "./row-order.ts";
import { readLedgerCopy } from "./start-copies.ts";
import type { FoundCopies, FoundLedger } from "./start-copies.ts";
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

type State = Required<StateToWrite>;

/** Carries out what the comparison decided. `null`: nothing readable is left. */
export async function mendCopies(copies: FoundCopies, decided: StartPlan): Promise<MendedState | null> {
  const plan = hasStepped(copies) && STORE_IS_TAKEN.has(decided.do) ? RESTORE : decided;
  switch (plan.do) {
    case "open":
      return withSchemaStep(copies, openStore(copies, null));
    case "rewrite-ledger":
      return withSchemaStep(copies, openStore(copies, message("vault.start.ledger-rewritten")));
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

const RESTORE: StartPlan = { do: "restore-store" };
const STORE_IS_TAKEN: ReadonlySet<StartPlan["do"]> = new Set(["open", "catch-up"]);

/** The ledger has taken a schema step that the store has not: it was ended in the middle, and the ledger goes first. */
function hasStepped({ found, store }: FoundCopies): boolean {
  const inLedger = found?.ledger.head?.schema ?? 0;
  return inLedger > schemaOf(store);
}

function schemaOf(store: LoadedStore): number {
  return (store.kind === "empty" ? null : store.meta?.schema) ?? SCHEMA_VERSION;
}

/** The store is whole but of an older schema: what lies in it is led on, and the ledger begins anew. */
async function withSchemaStep(copies: FoundCopies, opened: MendedState | null): Promise<MendedState | null> {
  const schema = schemaOf(copies.store);
  const isLedgerOld = (copies.found?.ledger.head?.schema ?? SCHEMA_VERSION) < SCHEMA_VERSION;
  if (!opened || schema === SCHEMA_VERSION)
    return opened && isLedgerOld ? { ...opened, ledgerIsOld: true } : opened;
  const journal = await storedJournal(copies);
  return { ...opened, ...(await settleState(copies, { ...opened, journal, schema }, opened.messages)) };
}

/** Writes a state into the store, led on to this build's schema where it is older. */
async function settleState(copies: FoundCopies, state: State, messages: readonly Message[]) {
  const stepped = await stepUp(copies, state);
  return {
    workspace: stepped.workspace,
    standing: stepped.standing,
    ...(await writeToStore(copies, stepped)),
    ...(stepped === state
      ? { messages }
      : { ledgerIsOld: true, messages: [...messages, message("vault.start.stepped")] }),
  };
}

/** Leads a state on to this build's schema; as it was it is put aside first, once. Rejects when it cannot be put aside. */
async function stepUp({ platform }: FoundCopies, state: State): Promise<State> {
  if (state.schema === SCHEMA_VERSION) return state;
  const { ledger } = platform;
  const [newest] = (await ledger.kept?.()) ?? [];
  if (ledger.keep && newest?.sequence !== state.standing.sequence) {
    const kept = await ledger.keep(await encodeSlowly({ platform }, state), state.standing.sequence);
    if (!kept.ok) throw new Error("the state before the schema step could not be put aside");
  }
  return { ...state, ...upgradeWorkspace(state, state.schema), schema: SCHEMA_VERSION };
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
  const state = { workspace, standing, journal, schema: schemaOf(copies.store) };
  return { ...opened, ...(await settleState(copies, state, opened.messages)) };
}

async function catchUp(copies: FoundCopies, fromSequence: number): Promise<MendedState | null> {
  const opened = openStore(copies, null);
  if (!opened) return null;
  const entries = decodeEntries(copies.found!.ledger.entries, fromSequence);
  const schema = schemaOf(copies.store);
  const state = stateAfter({ ...opened, journal: await storedJournal(copies), schema }, entries);
  const said = message("vault.start.caught-up", { count: entries.length });
  return { ...opened, ...(await settleState(copies, state, [...opened.messages, said])) };
}

/** The snapshot is read whole only here: at a common start its head is enough. */
async function restoreStore(copies: FoundCopies): Promise<MendedState | null> {
  const whole = await readLedgerCopy(copies.platform, "all");
  const state = whole && stateOfLedger(whole);
  if (!state) return null;
  const damage = damageOf(whole.contents.damage);
  return {
    ledgerIsOld: damage.length > 0,
    ...(await settleState(copies, state, [...damage, ...restoredMessages(copies, state)])),
  };
}

/** What a ledger that was read whole holds; `null` when its snapshot is not readable. */
export function stateOfLedger({ contents, ledger }: FoundLedger): State | null {
  const snapshot = contents.snapshot && readSnapshot(contents.snapshot);
  return snapshot && stateAfter(snapshot, decodeEntries(ledger.entries, snapshot.standing.sequence + 1));
}

/** A snapshot of an older schema is taken as it was written, for the entries after it follow the same schema; where it does not fit
 * this build's records that way, it is led on first. */
function readSnapshot(bytes: Uint8Array): State | null {
  const written = readWorkspaceFileAsWritten(bytes);
  if (written.ok) return stateOf(written.value, written.value.head.schema);
  const read = readWorkspaceFile(bytes);
  return read.ok ? stateOf(read.value, SCHEMA_VERSION) : null;
}

function stateOf({ head, workspace, journal }: WorkspaceFile, schema: number): State {
  return { workspace, standing: head, journal, schema };
}

/** A store that is whole and only behind, as a restore or a schema step that was cut short leaves it, was not damaged. */
function restoredMessages(copies: FoundCopies, state: State): readonly Message[] {
  const { store } = copies;
  const count = totalOf(countRecords(state.workspace));
  if (store.kind === "empty") return [message("vault.start.restored-absent", { count })];
  const lost = (store.meta?.sequence ?? 0) - state.standing.sequence;
  if (store.kind === "whole" && lost < 0) return [message("vault.start.caught-up", { count: -lost })];
  if (store.kind === "whole" && hasStepped(copies)) return [message("vault.start.stepped")];
  const said = [message("vault.start.restored-damaged", { count })];
  return lost > 0 ? [...said, message("vault.start.may-be-lost", { count: lost })] : said;
}

function stateAfter(state: State, entries: readonly LedgerEntry[]): State {
  let { workspace } = state;
  for (const entry of entries) workspace = applyChanges(workspace, entry.changes, entry.stamp);
  const standing = entries.at(-1) ?? state.standing;
  const journal = [...state.journal, ...entries.map(journalLineOf)];
  return { workspace, standing, journal, schema: state.schema };
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
