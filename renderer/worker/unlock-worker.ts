import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import type { UnlockRequest } from "./unlock-messages.ts";

/* Opening a file with a passphrase takes a second of work. */

self.onmessage = async ({ data }: MessageEvent<UnlockRequest>) => {
  postMessage(await decryptWithPassphrase(data.bytes, data.passphrase));
};
