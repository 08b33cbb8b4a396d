import { readTables } from "../../formats/read-tables.ts";

declare const self: DedicatedWorkerGlobalScope;

/* Reads a file as tables away from the page: what it holds may be hostile. */

self.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  void readTables(data).then((read) =>
    self.postMessage(read.ok ? { ok: true, value: read.value.tables } : read),
  );
};
