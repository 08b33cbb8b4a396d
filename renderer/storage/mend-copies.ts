import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { readableState, stateAfter } from "../../core/vault/backup/ledger-state.ts";
import type { LedgerState } from "../../core/vault/backup/ledger-state.ts";
import type { StartPlan } from "../../core/vault/compare-copies.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { decodeEntries } from "../../core/vault/read-ledger.ts";
import { upgradeWorkspace } from "../../core/vault/upgrade-workspace.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { damageOf, isLedgerHurt, openStore, schemaOf } from "./open-store.ts";
import type { MendedState } from "./open-store.ts";
import { RowOrder } from "./row-order.ts";
import { readLedgerCopy } from "./start-copies.ts";
import type { FoundCopies, FoundLedger } from "./start-copies.ts";
import { rewriteStore } from "./write-store.ts";

type State = LedgerState;

/** Carries out what the comparison decided. `null`: nothing readable is left. */
export async function mendCopies(copies: FoundCopies, decided: StartPlan): Promise<MendedState | null> {
  const plan = hasStepped(copies) && STORE_IS_TAKEN.has(decided.do) ? RESTORE : decided;
  switch (plan.do) {
    case "open":
      return withSchemaStep(copies, openStore(copies, null));
    case "rewrite-ledger":
      return withSchemaStep(copies, openStore(copies, rewrittenMessage(copies)));
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
  const journal = await storedJournal(copies);
  const { workspace, standing } = opened;
  const state = stateAfter({ workspace, standing, journal, schema }, entries);
  const lost = unreadCount(copies.found!, state);
  const said = [
    ...(entries.length > 0 ? [message("vault.start.caught-up", { count: entries.length })] : []),
    ...(lost > 0 ? [message("vault.start.may-be-lost", { count: lost })] : []),
  ];
  const settled = await settleState(copies, state, [...opened.messages, ...said]);
  return {
    ...opened,
    ...settled,
    ledgerIsOld: opened.ledgerIsOld || lost > 0 || state.schema < SCHEMA_VERSION,
  };
}

/** The snapshot is read whole only here: at a common start its head is enough. */
async function restoreStore(copies: FoundCopies): Promise<MendedState | null> {
  const whole = await readLedgerCopy(copies.platform, "all");
  const state = whole && readableState(whole.contents.snapshot, whole.ledger);
  if (!state) return null;
  const damage = damageOf(whole.contents.damage);
  const lost = unreadCount(whole, state);
  const messages = [...damage, ...restoredMessages(copies, state, lost)];
  return {
    ledgerIsOld: isLedgerHurt(whole.contents.damage) || lost > 0,
    ...(await settleState(copies, state, messages)),
  };
}

/** A store that is whole and only behind, as a restore or a schema step that was cut short leaves it, was not damaged. */
function restoredMessages(copies: FoundCopies, state: State, unread: number): readonly Message[] {
  const { store } = copies;
  const count = totalOf(countRecords(state.workspace));
  const last = store.kind === "empty" ? 0 : (store.meta?.sequence ?? 0);
  const behind = last - state.standing.sequence;
  const lost = Math.max(unread, behind);
  const mayBeLost = lost > 0 ? [message("vault.start.may-be-lost", { count: lost })] : [];
  // Of a database that was gone it is said that all of it is there again.
  if (store.kind === "empty" && lost === 0) return [message("vault.start.restored-absent", { count })];
  if (store.kind === "whole" && behind < 0) return [message("vault.start.caught-up", { count: -behind })];
  if (store.kind === "whole" && hasStepped(copies)) return [message("vault.start.stepped")];
  return [message("vault.start.restored-damaged", { count }), ...mayBeLost];
}

/** Acknowledged changes at the end that cannot be read, as far as the ledger tells of them. */
function unreadCount({ ledger }: FoundLedger, { standing }: Pick<State, "standing">): number {
  return Math.max(0, ledger.known - standing.sequence);
}

/** The store is all there is; it may end before what the ledger once held. */
function rewrittenMessage({ found, store }: FoundCopies): Message {
  const standing = store.kind === "empty" ? null : store.meta;
  const lost = found && standing ? unreadCount(found, { standing }) : 0;
  return lost > 0
    ? message("vault.start.may-be-lost", { count: lost })
    : message("vault.start.ledger-rewritten");
}

async function writeToStore({ database }: FoundCopies, state: State) {
  try {
    return { order: await rewriteStore(database, state), storeIsOld: false };
  } catch {
    return { order: RowOrder.of(state.workspace), storeIsOld: true, journal: state.journal };
  }
}

async function storedJournal({ database }: FoundCopies): Promise<readonly JournalLine[]> {
  return database.journal
    .orderBy("sequence")
    .toArray()
    .catch(() => []);
}
