import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { OpenedZip } from "../../formats/zip/open-zip.ts";

/** Opens an archive of tables off the main thread. */
export function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Result<OpenedZip>> {
  const worker = new Worker(new URL("./unzip-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<OpenedZip>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Result<OpenedZip>>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail([{ message: { key: "customer.file.broken", params: { detail: event.message } } }]));
    };
    worker.postMessage(bytes);
  }).finally(() => worker.terminate());
}
