import { hash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { LedgerPlaces, newestPlace, placeName } from "../../core/vault/ledger-places.ts";
import type { LedgerFolders } from "../../core/vault/ledger-places.ts";
import type { KeptState, LogContents, LogFailure } from "../../core/vault/ledger-log.ts";
import type { Result } from "../../core/base/result.ts";
import { NodeFolder } from "./node-folder.ts";

/** The desktop's ledger. Its calls wait for each other. */
export interface FileLedger {
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

/** The ledger in a folder of files, or in one that was begun beside it later. */
export function createFileLedger(folder: string): FileLedger {
  const places = new LedgerPlaces(foldersBeside(folder), (bytes) => hash("sha256", bytes, "buffer"));
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

function foldersBeside(folder: string): LedgerFolders {
  const [home, plain] = [dirname(folder), basename(folder)];
  return {
    newest: async () => newestPlace(plain, await namesIn(home)),
    async open(place, make) {
      const opened = new NodeFolder(join(home, placeName(plain, place)));
      if (!make) return opened;
      await opened.list();
      await new NodeFolder(home).sync();
      return opened;
    },
  };
}

/** Before the first start the folder is not there yet. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
