import Dexie from "dexie";
import type { StoreCopy } from "../../core/vault/compare-copies.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import { newestPlace, placeName } from "../../core/vault/ledger-places.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import type { ReadLedger } from "../../core/vault/read-ledger.ts";
import type { LedgerContents, Platform } from "../platform/platform.ts";
import { DATABASE_NAME, DATABASE_STEPS, JiugongDatabase } from "./database.ts";
import { loadStore } from "./load-store.ts";
import type { LoadedStore } from "./load-store.ts";
import { probeDatabase } from "./stored-version.ts";

const CLEARING_MS = [50, 200, 500];

/** The ledger as found at the start. */
export interface FoundLedger {
  readonly contents: LedgerContents;
  readonly ledger: ReadLedger;
}

/** Both copies as found at the start. `ledger: null`: it cannot be reached at all. */
export interface FoundCopies {
  /** Above 1: what was there before was set aside. */
  readonly place: number;
  readonly platform: Platform;
  readonly database: JiugongDatabase;
  readonly found: FoundLedger | null;
  readonly store: LoadedStore;
}

/** Reads both copies without writing to either. `newer`: one of them was made by a newer version, and neither was touched. */
export async function findCopies(platform: Platform): Promise<FoundCopies | "newer"> {
  const place = await placeOf(platform);
  const name = placeName(DATABASE_NAME, place);
  const [probe, found] = await Promise.all([probeDatabase(name), readLedgerCopy(platform, "head")]);
  if (probe === "newer" || found?.ledger.copy.kind === "newer") return "newer";
  // Without a readable ledger a database that does not open is all there is: it must not be thrown away.
  if (probe === "broken" && found?.ledger.copy.kind !== "readable")
    throw new Error("the database does not open");
  if (probe === "broken") await removeBroken(name);
  const database = new JiugongDatabase(DATABASE_STEPS, name);
  const store: LoadedStore =
    probe === "readable" ? await loadUnlessRestorable(database, found) : { kind: "empty" };
  return { place, platform, database, found, store };
}

/** A store that opens and cannot be read is as good as none, as long as there is the ledger. */
async function loadUnlessRestorable(
  database: JiugongDatabase,
  found: FoundLedger | null,
): Promise<LoadedStore> {
  try {
    return await loadStore(database);
  } catch (error) {
    if (found?.ledger.copy.kind !== "readable") throw error;
    return { kind: "empty" };
  }
}

/** A browser that has just found its files damaged refuses at first, and clears them away by itself meanwhile. */
async function removeBroken(name: string): Promise<void> {
  for (const waitMs of CLEARING_MS) {
    try {
      return await Dexie.delete(name);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  await Dexie.delete(name);
}

/** Which ledger and database are open. Where the ledger does not say it, the databases do: nothing will be written then, and an older
 * one must not be shown for it. */
async function placeOf({ ledger }: Platform): Promise<number> {
  try {
    return (await ledger.place?.()) ?? 1;
  } catch {
    const known = await indexedDB.databases().catch(() => []);
    return newestPlace(
      DATABASE_NAME,
      known.map(({ name }) => name ?? ""),
    );
  }
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
