import { hash } from "node:crypto";
import { LedgerLog } from "../../core/vault/ledger-log.ts";
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
}

/** The ledger in a folder of files. */
export function createFileLedger(folder: string): FileLedger {
  const log = new LedgerLog(new NodeFolder(folder), (bytes) => hash("sha256", bytes, "buffer"));
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
