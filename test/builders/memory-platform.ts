import { sha256 } from "@noble/hashes/sha2.js";
import { fail, ok } from "../../core/base/result.ts";
import { LedgerPlaces } from "../../core/vault/ledger-places.ts";
import { placedLedger } from "../../core/vault/placed-ledger.ts";
import type { LogFolder } from "../../core/vault/log-file.ts";
import { MemoryFolder } from "./memory-folder.ts";
import type { LedgerPort, Platform } from "../../renderer/platform/platform.ts";

/** A platform over a given ledger folder, or several of which the last is used, with a clock and ids that count. */
export function memoryPlatform(folder: LogFolder | LogFolder[]): Platform {
  let now = Date.UTC(2026, 10, 23);
  let ids = 0;
  const preferences = new Map<string, string>();
  return {
    kind: "browser",
    ledger: folderLedger(Array.isArray(folder) ? folder : [folder]),
    nowMs: () => (now += 1000),
    newId: () => `id-${(ids += 1)}`,
    openFile: async () => null,
    saveFile: async (name) => ok({ name }),
    savePdf: async () => fail("none"),
    copyText: async () => true,
    readPreference: (key) => preferences.get(key) ?? null,
    writePreference: (key, value) => void preferences.set(key, value),
  };
}

function folderLedger(folders: LogFolder[]): LedgerPort {
  const places = new LedgerPlaces(
    {
      newest: async () => folders.length,
      open: async (place) => (folders[place - 1] ??= new MemoryFolder()),
    },
    sha256,
  );
  return placedLedger(places);
}
