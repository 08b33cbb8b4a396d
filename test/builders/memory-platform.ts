import { sha256 } from "@noble/hashes/sha2.js";
import { fail, ok } from "../../core/base/result.ts";
import { LedgerLog } from "../../core/vault/ledger-log.ts";
import type { LogFolder } from "../../core/vault/log-file.ts";
import type { LedgerPort, Platform } from "../../renderer/platform/platform.ts";

/** A platform over a given ledger folder, with a clock and ids that count. */
export function memoryPlatform(folder: LogFolder): Platform {
  let now = Date.UTC(2026, 10, 23);
  let ids = 0;
  const preferences = new Map<string, string>();
  return {
    kind: "browser",
    ledger: folderLedger(folder),
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

function folderLedger(folder: LogFolder): LedgerPort {
  const log = new LedgerLog(folder, sha256);
  return {
    read: (part = "all") => log.read(part),
    append: (entry) => log.append(entry),
    compact: (snapshot, sequence, isAlone) => log.compact(snapshot, sequence, isAlone ? "alone" : "snapshot"),
    keep: (snapshot, sequence) => log.compact(snapshot, sequence, "kept"),
    kept: () => log.kept(),
    readKept: (number) => log.readKept(number),
    size: () => log.size(),
  };
}
