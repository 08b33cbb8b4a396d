import { sha256 } from "@noble/hashes/sha2.js";
import { LedgerLog } from "../../core/vault/ledger-log.ts";
import type { LedgerAnswer, LedgerCall } from "./ledger-call.ts";
import { OpfsFolder } from "./opfs-folder.ts";

/* The browser's ledger: files of the origin, written synchronously in this worker. */

const FOLDER = "jiugong-ledger";

let log: Promise<LedgerLog> | null = null;

self.onmessage = async ({ data }: MessageEvent<LedgerCall>) => {
  try {
    log ??= OpfsFolder.open(FOLDER).then((folder) => new LedgerLog(folder, sha256, digest));
    const value = await answer(await log, data);
    postMessage({ id: data.id, value } satisfies LedgerAnswer);
  } catch (error) {
    postMessage({ id: data.id, error: String(error) } satisfies LedgerAnswer);
  }
};

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

async function answer(ledger: LedgerLog, call: LedgerCall): Promise<unknown> {
  switch (call.op) {
    case "read":
      return ledger.read(call.part);
    case "append":
      return ledger.append(call.bytes);
    case "compact":
      return ledger.compact(call.bytes, call.sequence, "snapshot");
    case "compactAlone":
      return ledger.compact(call.bytes, call.sequence, "alone");
    case "keep":
      return ledger.compact(call.bytes, call.sequence, "kept");
    case "kept":
      return ledger.kept();
    case "readKept":
      return ledger.readKept(call.number);
    case "size":
      return ledger.size();
  }
}
