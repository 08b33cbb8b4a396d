import type { LedgerPort } from "../../../renderer/platform/platform.ts";
import { decodeValue, encodeValue } from "../../desktop/stand-in/codec.ts";

/** The desktop's ledger of files, in a process of its own as it is there, over a connection to this machine. */
export function createHostLedger(address: string): LedgerPort {
  const ask = async <T>(op: string, ...args: readonly unknown[]): Promise<T> => {
    const response = await fetch(address, { method: "POST", body: new Blob([encodeValue([op, ...args])]) });
    if (!response.ok) throw new Error(await response.text());
    return decodeValue(new Uint8Array(await response.arrayBuffer())) as T;
  };
  return {
    read: (part = "all") => ask("read", part),
    append: (entry) => ask("append", entry),
    compact: (snapshot, sequence) => ask("compact", snapshot, sequence),
    keep: (snapshot, sequence) => ask("keep", snapshot, sequence),
    kept: () => ask("kept"),
    readKept: (number) => ask("readKept", number),
    size: () => ask("size"),
  };
}
