import { hash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { LedgerPlaces, newestPlace, placeName } from "../../core/vault/ledger-places.ts";
import type { LedgerFolders } from "../../core/vault/ledger-places.ts";
import { placedLedger } from "../../core/vault/placed-ledger.ts";
import type { PlacedLedger } from "../../core/vault/placed-ledger.ts";
import { NodeFolder } from "./node-folder.ts";

/** The desktop's ledger. */
export type FileLedger = PlacedLedger;

/** The ledger in a folder of files, or in one that was begun beside it later. */
export function createFileLedger(folder: string): FileLedger {
  return placedLedger(new LedgerPlaces(foldersBeside(folder), (bytes) => hash("sha256", bytes, "buffer")));
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
