import { writeTable } from "../../formats/write-table.ts";
import type { TableAnswer, TableAsk } from "./table-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<TableAsk>) => {
  void writeTable(data).then(
    (bytes) => self.postMessage({ answer: "bytes", bytes } satisfies TableAnswer, [bytes.buffer]),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies TableAnswer),
  );
};
