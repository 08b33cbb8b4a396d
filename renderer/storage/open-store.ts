import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import type { StartPlan } from "../../core/vault/compare-copies.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { LoadedStore } from "./load-store.ts";
import type { RowOrder } from "./row-order.ts";
import type { FoundCopies } from "./start-copies.ts";
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
  /** The journal that goes with the state, where the database could not be written. */
  readonly journal?: readonly JournalLine[];
  readonly messages: readonly Message[];
}

/** Whether nothing is to be mended, or nothing is there: what mends is fetched by those starts alone that need it. */
export function opensAsItIs({ found, store }: FoundCopies, plan: StartPlan): boolean {
  if (plan.do === "first-start") return true;
  const inLedger = found?.ledger.head?.schema ?? SCHEMA_VERSION;
  return plan.do === "open" && schemaOf(store) === SCHEMA_VERSION && inLedger === SCHEMA_VERSION;
}

/** The schema of what lies in the store. */
export function schemaOf(store: LoadedStore): number {
  return (store.kind === "empty" ? null : store.meta?.schema) ?? SCHEMA_VERSION;
}

/** What the store holds. `said`: why the ledger is to be written anew. */
export function openStore({ found, store }: FoundCopies, said: Message | null): MendedState | null {
  if (store.kind === "empty" || !store.workspace.rows.settings.has("workspace")) return null;
  const damage = damageOf(found?.contents.damage ?? []);
  return {
    workspace: store.workspace,
    standing: store.meta ?? { generation: "salvaged", sequence: 0, stamp: null },
    order: store.order,
    ledgerIsOld: said !== null || isLedgerHurt(found?.contents.damage ?? []),
    storeIsOld: false,
    messages: said ? [...damage, said] : damage,
  };
}

/** Whether a new snapshot mends it: what should be gone and is still there harms nothing that counts. */
export function isLedgerHurt(damage: readonly string[]): boolean {
  return damage.some((found) => !found.startsWith("left"));
}

/** What was found damaged, each kind said once. */
export function damageOf(damage: readonly string[]): readonly Message[] {
  const kinds = new Set(damage.map((found) => found.split(" ", 1)[0]!));
  return [...kinds].map((kind) => message(`vault.damage.${kind}`));
}
