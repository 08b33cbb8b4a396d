import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { isAgeFile } from "../../formats/age/age-header.ts";
import type { UnlockRequest } from "./unlock-messages.ts";

/** Whether a file needs a passphrase before it can be read. */
export function isLocked(bytes: Uint8Array): boolean {
  return isAgeFile(bytes);
}

/** Opens a file with a passphrase, off the main thread. */
export function unlock(request: UnlockRequest): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const worker = new Worker(new URL("./unlock-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Result<Uint8Array<ArrayBuffer>>>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail([{ message: { key: "vault.age.damaged" } }]));
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
