import Dexie from "dexie";
import type { StoreCopy } from "../../core/vault/compare-copies.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import type { ReadLedger } from "../../core/vault/read-ledger.ts";
import type { LedgerContents, Platform } from "../platform/platform.ts";
import { DATABASE_NAME, JiugongDatabase } from "./database.ts";
import { loadStore } from "./load-store.ts";
import type { LoadedStore } from "./load-store.ts";
import { probeDatabase } from "./stored-version.ts";

/** The ledger as found at the start. */
export interface FoundLedger {
  readonly contents: LedgerContents;
  readonly ledger: ReadLedger;
}

/** Both copies as found at the start. `ledger: null`: it cannot be reached at all. */
export interface FoundCopies {
  readonly platform: Platform;
  readonly database: JiugongDatabase;
  readonly found: FoundLedger | null;
  readonly store: LoadedStore;
}

/** Reads both copies without writing to either. `newer`: one of them was made by a newer version, and neither was touched. */
export async function findCopies(platform: Platform): Promise<FoundCopies | "newer"> {
  const [probe, found] = await Promise.all([probeDatabase(), readLedgerCopy(platform, "head")]);
  if (probe === "newer" || found?.ledger.copy.kind === "newer") return "newer";
  // Without a readable ledger a database that does not open is all there is: it must not be thrown away.
  if (probe === "broken" && found?.ledger.copy.kind === "readable") await Dexie.delete(DATABASE_NAME);
  const database = new JiugongDatabase();
  const store: LoadedStore = probe === "readable" ? await loadStore(database) : { kind: "empty" };
  return { platform, database, found, store };
}

/** Reads the ledger; `head` is enough as long as the store agrees with it. */
export async function readLedgerCopy(platform: Platform, part: "head" | "all"): Promise<FoundLedger | null> {
  try {
    const contents = await platform.ledger.read(part);
    const ledger = readLedger(contents);
    if (part === "head" && ledger.copy.kind === "unreadable") return await readLedgerCopy(platform, "all");
    return { contents, ledger };
  } catch {
    return null;
  }
}

/** The store as the comparison sees it. */
export function toStoreCopy(store: LoadedStore): StoreCopy {
  if (store.kind === "empty") return { kind: "absent" };
  const { meta, workspace } = store;
  const standing = meta && {
    generation: meta.generation,
    sequence: meta.sequence,
    total: totalOf(countRecords(workspace)),
  };
  return store.kind === "whole" && standing ? { kind: "whole", standing } : { kind: "damaged", standing };
}
