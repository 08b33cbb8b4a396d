import { statfs } from "node:fs/promises";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { AnswerValue } from "../../core/bridge/contract.ts";
import { noteDatabaseAside } from "../vault/set-database-aside.ts";
import type { Handlers } from "./door.ts";

type Outcome = Result<null, "not-saved" | "unknown">;

/** The ledger as the door sees it; `electron/vault` keeps it in files. Its methods wait for each other. */
export interface LedgerFiles {
  read(part?: "head" | "all"): Promise<LedgerFilesContents>;
  append(entry: Uint8Array): Promise<Outcome>;
  compact(snapshot: Uint8Array, sequence: number, isAlone: boolean): Promise<Outcome>;
  keep(snapshot: Uint8Array, sequence: number): Promise<Outcome>;
  kept(): Promise<readonly { readonly number: number; readonly sequence: number; readonly bytes: number }[]>;
  readKept(number: number): Promise<Uint8Array | null>;
  size(): Promise<number>;
  check(): Promise<readonly string[]>;
  place(): Promise<number>;
  setAside(): Promise<void>;
  readAside(place: number): Promise<LedgerFilesContents>;
}

interface LedgerFilesContents {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly string[];
}

type LedgerHandlers = Pick<
  Handlers,
  | "readLedger"
  | "appendLedger"
  | "compactLedger"
  | "keepState"
  | "listKeptStates"
  | "readKeptState"
  | "readLedgerSize"
  | "checkLedger"
  | "readLedgerPlace"
  | "setAside"
  | "readLedgerAside"
  | "readStorageRoom"
>;

/** The channels of the ledger. */
export function createLedgerHandlers(ledger: LedgerFiles, folder: string): LedgerHandlers {
  return {
    readLedger: async ({ part }) => ok((await ledger.read(part)) as AnswerValue<"readLedger">),
    appendLedger: ({ entry }) => settled(() => ledger.append(entry)),
    compactLedger: ({ snapshot, sequence, isAlone }) =>
      settled(() => ledger.compact(snapshot, sequence, isAlone)),
    keepState: ({ snapshot, sequence }) => settled(() => ledger.keep(snapshot, sequence)),
    listKeptStates: async () => ok([...(await ledger.kept())]),
    readKeptState: async ({ number }) => ok((await ledger.readKept(number)) as AnswerValue<"readKeptState">),
    readLedgerSize: async () => ok(await ledger.size()),
    checkLedger: async () => ok([...(await ledger.check())]),
    readLedgerPlace: async () => ok(await ledger.place()),
    async setAside({ what }) {
      if (what === "all") await ledger.setAside();
      else noteDatabaseAside(folder);
      return ok(null);
    },
    readLedgerAside: async ({ place }) =>
      ok((await ledger.readAside(place)) as AnswerValue<"readLedgerAside">),
    async readStorageRoom() {
      const disk = await statfs(folder);
      return ok({
        usedBytes: await ledger.size(),
        freeBytes: disk.bavail * disk.bsize,
        persistent: true,
      });
    },
  };
}

/** A ledger that throws has not said whether the entry is durable: it is `unknown`, which the next start settles. */
async function settled(step: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await step();
  } catch {
    return fail("unknown");
  }
}
