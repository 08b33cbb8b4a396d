import { sha256 } from "@noble/hashes/sha2.js";
import { LedgerPlaces, newestPlace, placeName } from "../../core/vault/ledger-places.ts";
import type { LedgerAnswer, LedgerCall } from "./ledger-call.ts";
import { OpfsFolder } from "./opfs-folder.ts";

/* The browser's ledger: files of the origin, written synchronously in this worker. */

const FOLDER = "jiugong-ledger";

const places = new LedgerPlaces(
  {
    newest: async () => newestPlace(FOLDER, await OpfsFolder.names()),
    open: (place) => OpfsFolder.open(placeName(FOLDER, place)),
  },
  sha256,
  digest,
);

self.onmessage = async ({ data }: MessageEvent<LedgerCall>) => {
  try {
    const value = await answer(data);
    postMessage({ id: data.id, value } satisfies LedgerAnswer);
  } catch (error) {
    postMessage({ id: data.id, error: String(error) } satisfies LedgerAnswer);
  }
};

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

async function answer(call: LedgerCall): Promise<unknown> {
  const ledger = await places.log();
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
    case "check":
      return ledger.check();
    case "place":
      return places.place();
    case "setAside":
      return places.setAside();
    case "readAside":
      return places.readAside(call.place);
  }
}
