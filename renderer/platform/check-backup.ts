/** What a backup that is whole was found to hold. */
export interface CheckedBackup {
  readonly generation: string;
  readonly sequence: number;
  readonly total: number;
}

/** Parses a backup and checks its checksum, records and counts, in a worker. `null`: it is not whole. The bytes are handed over. */
export function checkBackup(bytes: Uint8Array<ArrayBuffer>): Promise<CheckedBackup | null> {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), {
    type: "module",
    name: "check-backup",
  });
  return new Promise<CheckedBackup | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CheckedBackup | null>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
