import type { Result } from "../base/result.ts";
import type { KeptState, LogContents, LogFailure } from "./ledger-log.ts";
import type { LedgerPlaces } from "./ledger-places.ts";

/** A ledger in files. Its calls wait for each other. */
export interface PlacedLedger {
  read(part?: "head" | "all"): Promise<LogContents>;
  append(entry: Uint8Array): Promise<Result<null, LogFailure>>;
  compact(snapshot: Uint8Array, sequence: number, isAlone?: boolean): Promise<Result<null, LogFailure>>;
  keep(snapshot: Uint8Array, sequence: number): Promise<Result<null, LogFailure>>;
  kept(): Promise<readonly KeptState[]>;
  readKept(number: number): Promise<Uint8Array | null>;
  size(): Promise<number>;
  check(): Promise<readonly string[]>;
  place(): Promise<number>;
  setAside(): Promise<void>;
  readAside(place: number): Promise<LogContents>;
}

/** The calls of a ledger, each answered by the newest of its places.
 * @example Object.keys(placedLedger({})).slice(0, 3) // => ["read", "append", "compact"]
 */
export function placedLedger(places: LedgerPlaces): PlacedLedger {
  return {
    read: async (part = "all") => (await places.log()).read(part),
    append: async (entry) => (await places.log()).append(entry),
    compact: async (snapshot, sequence, isAlone) =>
      (await places.log()).compact(snapshot, sequence, isAlone ? "alone" : "snapshot"),
    keep: async (snapshot, sequence) => (await places.log()).compact(snapshot, sequence, "kept"),
    kept: async () => (await places.log()).kept(),
    readKept: async (number) => (await places.log()).readKept(number),
    size: async () => (await places.log()).size(),
    check: async () => (await places.log()).check(),
    place: () => places.place(),
    setAside: () => places.setAside(),
    readAside: (place) => places.readAside(place),
  };
}
