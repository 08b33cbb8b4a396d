import type { Platform } from "../platform/platform.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { stateOfLedger } from "./mend-copies.ts";
import { readLedgerCopy } from "./start-copies.ts";

/** A state that can be saved as a file although the workspace does not open. `last`: everything that the ledger has; `kept`: one
 * that was put aside. */
export interface RescueState {
  readonly kind: "last" | "kept";
  readonly sequence: number;
  bytes(): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** What can be saved, the newest first. Reads the ledger and the states put aside, and writes nothing. */
export async function findRescueStates(platform: Platform): Promise<readonly RescueState[]> {
  const [last, kept] = await Promise.all([lastState(platform), keptStates(platform)]);
  return [...last, ...kept];
}

async function lastState(platform: Platform): Promise<readonly RescueState[]> {
  const found = await readLedgerCopy(platform, "all");
  const state = found && stateOfLedger(found);
  if (!state) return [];
  return [
    { kind: "last", sequence: state.standing.sequence, bytes: () => encodeSlowly({ platform }, state) },
  ];
}

async function keptStates({ ledger }: Platform): Promise<readonly RescueState[]> {
  const kept = (await ledger.kept?.().catch(() => [])) ?? [];
  return kept.map(({ number, sequence }) => ({
    kind: "kept",
    sequence,
    bytes: async () => ((await ledger.readKept?.(number)) ?? null) as Uint8Array<ArrayBuffer> | null,
  }));
}
